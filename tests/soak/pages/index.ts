/** Pages: documents made at random of hostile parts, loaded with the built extension in a real browser. */
import type { BrowserName, Part } from '../part';
import { outcomeOf, runPages } from './run';

/** In Firefox a page takes several times as long. */
const PAGES: Record<BrowserName, number> = { chromium: 10_000, firefox: 2_000 };

export const pages: Part = {
  name: 'pages',
  about:
    'Whole documents made at random of hostile parts, each with claims planted in places that a reader reads and in places that must stay bare.',
  browsers: ['chromium', 'firefox'],
  async run(options, browser = 'chromium') {
    const count = Math.ceil(PAGES[browser] * options.scale);
    const { tried, seconds } = await runPages(browser, { ...options, count });
    return outcomeOf(tried, seconds, PAGES[browser]);
  },
};
