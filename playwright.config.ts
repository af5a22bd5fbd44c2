import { defineConfig } from '@playwright/test';

/** End-to-end: the built extension in a real browser. No retries: a flaky test is a bug. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.tmp/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  reporter: [['list'], ['json', { outputFile: '.tmp/results/e2e.json' }]],
});
