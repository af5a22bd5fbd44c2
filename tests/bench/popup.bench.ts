/**
 * The real toolbar popup over the demo page, opened again and again: from the start of its navigation to its frame being
 * drawn, to the answer about the page being there, and to the first paint; and what of it is our own work. The first opening, with
 * nothing in any cache, is told apart. `load` says how many others wanted each processor meanwhile.
 */
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { launch } from '../support/extension';
import { serve } from '../support/server';
import { attachTarget } from '../support/target';
import { print, quantile } from './measure';

const TIMES = 12;

interface Opening {
  readonly drawn: number;
  readonly answered: number;
  readonly painted: number;
  /** From the page's file being there to the frame being drawn: scripts loaded and run. */
  readonly own: number;
}

/** Waits for the answer, then reads the marks. */
const READ = `(async () => {
  while (performance.getEntriesByName('answered').length === 0 || performance.getEntriesByType('paint').length === 0)
    await new Promise(requestAnimationFrame);
  const at = (name) => performance.getEntriesByName(name)[0].startTime;
  return { drawn: at('drawn'), answered: at('answered'), painted: at('first-contentful-paint'), own: at('drawn') - performance.getEntriesByType('navigation')[0].responseEnd };
})()`;

export async function popupBench(): Promise<void> {
  const site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  const app = await launch();
  try {
    const page = await app.context.newPage();
    await page.goto(`${site.url}/`);
    await page.waitForSelector('factmark-overlay', { state: 'attached' });
    await page.bringToFront();
    const openings: Opening[] = [];
    for (let i = 0; i < TIMES; i++) openings.push(await openOnce(app));
    const [first, ...rest] = openings;
    const load = Number(((loadavg()[0] ?? 0) / cpus().length).toFixed(1));
    for (const what of ['own', 'drawn', 'answered', 'painted'] as const) {
      if (first) print(`popup/${what}, first`, first[what], 'ms', { load });
      const times = Float64Array.from(rest, (opening) => opening[what]).sort();
      print(`popup/${what}/p50`, quantile(times, 0.5), 'ms', { load });
      print(`popup/${what}/most`, quantile(times, 1), 'ms', { load });
    }
  } finally {
    await app.close();
    await site.close();
  }
}

async function openOnce(app: Awaited<ReturnType<typeof launch>>): Promise<Opening> {
  const browser = app.context.browser();
  if (!browser) throw new Error('no browser');
  await (await app.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachTarget(browser, (t) => t.url.includes('/popup.html'));
  const opening = await popup.evaluate<Opening>(READ);
  await popup.evaluate('window.close()').catch(() => {});
  await popup.detach();
  return opening;
}
