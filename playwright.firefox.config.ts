import config from './playwright.config';

process.env.FACTMARK_BROWSER = 'firefox';

/** The same end-to-end tests in a real Firefox; what only Chromium's own tools can tell is left to Chromium. */
export default {
  ...config,
  testMatch: ['e2e/**/*.spec.ts'],
  grepInvert: /@chromium/,
  outputDir: '.tmp/e2e-firefox',
  reporter: [['list'], ['json', { outputFile: '.tmp/results/e2e-firefox.json' }]],
};
