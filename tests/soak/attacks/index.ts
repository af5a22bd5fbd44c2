/** Pages that attack by numbers: a million matches, floods of shadow roots, frames, messages and events; and by the clock. */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { Inside, type Launched, launch } from '../../support/extension';
import { type Site, serve } from '../../support/server';
import type { Figure, Outcome, Part, SoakOptions } from '../part';
import { frameFlood, manyTimes, messageFlood, PER_PARAGRAPH, shadowFlood } from './page';
import { byTheClock } from './timing';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/demo');
/** Seconds after which a page that is still being read is told as a failure. */
const PATIENCE = 600;
/** As many matches as are kept of a frame, remembered frames of a tab, and sentences listed of it. */
const MOST_MATCHES = 2_000;
const MOST_FRAMES = 100;
/** Of the million sentences, how many can be in a window at once: far less than this. */
const MOST_DRAWN = 1_000;

/** What an attacked tab came to. */
interface Seen {
  readonly listed: number;
  /** Of the answer that the popup gets. */
  readonly bytes: number;
  readonly badges: number;
  readonly seconds: number;
  /** Longest task of the page once loaded, ours among them, and longest time between two frames at rest, milliseconds. */
  readonly task: number;
  readonly gap: number;
  /** JavaScript heap of the page's process after it was read, MB; 0 where the browser does not tell. */
  readonly heap: number;
}

/** The tab in front of the window with the page at `url`, as the popup gets it; asked from `own`, a page of ours behind it. */
const listOf = (own: Page, url: string): Promise<{ kind: string; matches: number; bytes: number }> =>
  own.evaluate(async (at) => {
    const { tabs, runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const windowId = (await tabs.query({})).find((t) => t.url === at)?.windowId;
    const asked = { wire: 'factmark/1', call: 'tabBeside', query: { windowId } };
    const { value } = await runtime.sendMessage(asked);
    const { kind, report } = value.view;
    return { kind, matches: report?.matches.length ?? 0, bytes: JSON.stringify(value).length };
  }, url);

async function heapOf(app: Launched, page: Page): Promise<number> {
  if (app.firefox) return 0;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
}

/** Opens `html`, waits until it has been read, and looks at what came of it. */
async function attack(
  app: Launched,
  own: Page,
  site: Site,
  path: string,
  html: string,
  { signal }: SoakOptions,
): Promise<Seen> {
  site.pages.set(path, html);
  const page = await app.context.newPage();
  page.setDefaultTimeout(PATIENCE * 1_000);
  const inside = await Inside.attach(page, app);
  const url = site.url + path;
  const began = Date.now();
  const seconds = () => (Date.now() - began) / 1_000;
  await page.goto(url, { timeout: PATIENCE * 1_000 });
  // What is hidden is not read.
  await page.bringToFront();
  await page.evaluate('__begin()');
  let list = await listOf(own, url);
  while (list.kind !== 'read' && seconds() < PATIENCE && !signal.aborted) {
    await new Promise((r) => setTimeout(r, 1_000));
    list = await listOf(own, url);
  }
  const took = seconds();
  // Frames go on being read after the page itself is, and what is slow to answer is not in the list.
  for (let before = -1; list.matches > before && seconds() < PATIENCE && !signal.aborted; ) {
    before = list.matches;
    await new Promise((r) => setTimeout(r, 10_000));
    list = await listOf(own, url);
  }
  const { task } = await page.evaluate<{ task: number }>('__longest()');
  // At rest: a reader may scroll and click.
  await page.evaluate('scrollTo({ top: 4000, behavior: "instant" })');
  await page.evaluate('new Promise((r) => setTimeout(r, 2000)).then(__begin)');
  await page.waitForTimeout(2_000);
  const { gap } = await page.evaluate<{ gap: number }>('__longest()');
  const badges = (await inside.badges()).length;
  const heap = await heapOf(app, page);
  await page.close();
  site.pages.delete(path);
  return { listed: list.matches, bytes: list.bytes, badges, seconds: took, task, gap, heap };
}

/** Rows of the report for one attack. */
function rows(name: string, count: number, seen: Seen, firefox: boolean): Figure[] {
  return [
    { name: `${name}: tried`, value: count, unit: '' },
    { name: `${name}: sentences listed`, value: seen.listed, unit: '', most: MOST_MATCHES },
    { name: `${name}: answer to the popup`, value: seen.bytes / 1e6, unit: 'MB', most: 5 },
    { name: `${name}: badges drawn at once`, value: seen.badges, unit: '', most: MOST_DRAWN },
    { name: `${name}: read to its end after`, value: seen.seconds, unit: 's', most: PATIENCE },
    ...(firefox ? [] : [{ name: `${name}: longest task while it was read`, value: seen.task, unit: 'ms' }]),
    { name: `${name}: longest time between frames, then`, value: seen.gap, unit: 'ms' },
    ...(firefox ? [] : [{ name: `${name}: heap with all of it`, value: seen.heap, unit: 'MB' }]),
  ];
}

/** Messages and events like our own, by the hundred thousand: nothing of the reader's changes, and the marks stay. */
async function flood(app: Launched, site: Site, count: number, failures: string[]): Promise<number> {
  site.pages.set('/flood.html', manyTimes(PER_PARAGRAPH, false));
  const page = await app.context.newPage();
  page.setDefaultTimeout(PATIENCE * 1_000);
  const inside = await Inside.attach(page, app);
  await page.goto(`${site.url}/flood.html`);
  for (let n = 0; n < 60 && (await inside.badges()).length === 0; n++) await page.waitForTimeout(500);
  const worker = await app.worker();
  const state = () => worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get('settings')));
  const before = [await state(), (await inside.badges()).length, app.context.pages().length].join();
  const sent = await page.evaluate<number>(messageFlood(count));
  const after = [await state(), (await inside.badges()).length, app.context.pages().length].join();
  if (after !== before) failures.push(`a flood of messages and events: before ${before}, after ${after}`);
  await page.close();
  return sent;
}

async function run(options: SoakOptions): Promise<Outcome> {
  const { scale, say, signal } = options;
  const site = await serve(FIXTURES);
  const app = await launch();
  const failures: string[] = [];
  const figures: Figure[] = [];
  const firefox = app.firefox !== undefined;
  const some = (full: number) => Math.max(1, Math.round(full * scale));
  const attacks: [name: string, full: number, html: (count: number) => string][] = [
    ['the same sentence', 1_000_000, (n) => manyTimes(n, false)],
    ['sentences in as many different paragraphs', 1_000_000, (n) => manyTimes(n, true)],
    ['shadow roots', 10_000, shadowFlood],
    ['frames', 1_000, frameFlood],
  ];
  const own = await app.context.newPage();
  await own.goto(`${app.origin}/check.html`);
  try {
    for (const [name, full, html] of attacks) {
      if (signal.aborted) break;
      say(name);
      const seen = await attack(app, own, site, '/attack.html', html(some(full)), options);
      figures.push(...rows(name, some(full), seen, firefox));
      // Of frames, the page itself has its one badge where the look has scrolled away from it.
      if (seen.badges === 0 && html !== frameFlood) failures.push(`${name}: nothing was drawn`);
      if (seen.listed === 0) failures.push(`${name}: nothing was listed`);
    }
    if (!signal.aborted) {
      say('messages and events');
      const value = await flood(app, site, some(20_000), failures);
      figures.push({ name: 'messages and made-up events sent', value, unit: '' });
    }
    if (!signal.aborted) {
      say('by the clock');
      figures.push(...(await byTheClock(app, site, options)));
    }
  } finally {
    await app.close();
    await site.close();
  }
  return { figures, failures };
}

export const attacks: Part = {
  name: 'attacks',
  about: `Pages that attack by numbers and by the clock: a claim said a million times, floods of shadow roots, frames, messages and events, guesses by time at what matched. A frame holds ${MOST_MATCHES.toLocaleString('en-US')} matches at most, a tab ${MOST_FRAMES} frames.`,
  browsers: ['chromium', 'firefox'],
  run,
};
