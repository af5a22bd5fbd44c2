import { defineConfig } from '@playwright/test';

/** End-to-end: the built extension in a real browser. No retries here: a flaky test is a bug. `npm test` tries once more, and says so. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'visual/**/*.spec.ts'],
  // What only Firefox does: playwright.firefox.config.ts runs these too.
  testIgnore: ['**/*.firefox.spec.ts'],
  outputDir: '.tmp/e2e',
  // Pictures that are compared: made by `npm run pictures`, looked at before they are committed.
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  // Limits on hanging, not on speed: a busy machine takes several times as long.
  timeout: 60_000,
  expect: {
    timeout: 15_000,
    // Letters are drawn a little otherwise by another version of the browser; a changed word, colour or place is more.
    toHaveScreenshot: { maxDiffPixels: 120, threshold: 0.2, animations: 'disabled', caret: 'hide' },
  },
  reporter: [['list'], ['json', { outputFile: '.tmp/results/e2e.json' }]],
});
