import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import type { BrowserProviderOption } from 'vitest/node';
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/browser.ts';
import { firefox } from './tests/support/firefox-provider.ts';
import { click, pointer, press } from './tests/support/pointer.ts';

const executablePath = chromiumPath();
const viewport = { width: 1000, height: 800 };

/** Whatever touches layout runs in real engines: the same files in each. */
const pageProject = (
  name: string,
  browser: 'chromium' | 'firefox',
  provider: BrowserProviderOption,
): TestProjectConfiguration => ({
  plugins: [preact()],
  // Found in a test only: it would be bundled while the tests run, and start them again.
  optimizeDeps: { include: ['axe-core'] },
  test: {
    name,
    setupFiles: ['tests/page/words.ts'],
    include: ['tests/page/**/*.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport,
      commands: { click, pointer, press },
      instances: [{ browser }],
      provider,
    },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        // Pure rooms, the store on an in-memory IndexedDB, the command line, and the house itself.
        test: {
          name: 'unit',
          setupFiles: ['tests/support/words.ts'],
          // A limit on hanging, not on speed: a busy machine takes several times as long.
          testTimeout: 30_000,
          include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        // The built extension in a real Firefox; one browser for the file.
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 90_000,
        },
      },
      {
        // What is built and packed: the manifests, the zips, their sizes, what stands in the bundles.
        test: {
          name: 'packages',
          include: ['tests/packages/**/*.test.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        // The documentation: its links, and each command it names.
        test: {
          name: 'docs',
          include: ['tests/docs/**/*.test.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      pageProject(
        'page',
        'chromium',
        playwright({
          launchOptions: {
            ...(executablePath ? { executablePath } : {}),
            args: [...CHROMIUM_FLAGS, '--js-flags=--expose-gc'],
          },
          contextOptions: { viewport },
        }),
      ),
      pageProject('page-firefox', 'firefox', firefox(viewport)),
    ],
  },
});
