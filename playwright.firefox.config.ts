import { defineConfig } from '@playwright/test';
import config from './playwright.config';

process.env.FACTMARK_BROWSER = 'firefox';

/** The same end-to-end tests in a real Firefox; what only Chromium's own tools can do or tell has the tag @chromium. */
export default defineConfig({
  ...config,
  testMatch: ['e2e/**/*.spec.ts'],
  testIgnore: [
    // Policies are set as Chromium reads them.
    '**/managed.spec.ts',
    // Measured with axe and with emulated looks: the pages are the same, and so is what axe finds in them.
    '**/access.spec.ts',
    // Another extension, and scripts that run before ours do, can be had in Chromium only.
    '**/strangers.spec.ts',
    '**/policy.spec.ts',
    // Told through Chromium’s own page of extensions; in Firefox: tests/firefox/access.test.ts.
    '**/permission.spec.ts',
    // tests/firefox has its own, which goes further with what Firefox lets a test do.
    '**/apps.spec.ts',
    '**/leaving.spec.ts',
    // Versions are changed in the folder that Chromium has the extension from; tests/firefox installs another one.
    '**/replaced.spec.ts',
  ],
  grepInvert: /@chromium/,
  outputDir: '.tmp/e2e-firefox',
  // Between Playwright and Firefox stands a bridge of ours (tests/support/firefox), which may lose a word of the browser's: of
  // 150 tests three were so lost in the first whole run. One that fails is tried again, and told of as flaky if it passes
  // then. `npm test` does so once in Chromium too.
  retries: 2,
  reporter: [['list'], ['json', { outputFile: '.tmp/results/e2e-firefox.json' }]],
});
