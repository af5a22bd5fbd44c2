/** Pages that change without end: when they rest, what is marked and what is held is what a fresh reading would give. In full: `npm run soak -- load`. */
import type { CDPSession, Page } from '@playwright/test';
import { feed, live } from '../soak/load/pages';
import { type Held, heldIn } from '../soak/load/snapshot';
import type { Launched } from '../support/extension';
import { found } from '../support/found';
import { expect, open, test } from './support/test';

/** Waits until the checks found on the page are those of a plain search of it; answers with how many. */
async function rests(app: Launched, page: Page, url: string): Promise<number> {
  const there = (await page.evaluate(`CLAIMS ? expected() : []`)) as string[];
  await expect.poll(() => found(app, url)).toEqual(there);
  return there.length;
}

interface Kept {
  readonly listeners: number;
  readonly nodes: number;
  readonly held: Held;
}

/** What is kept in the page's process once garbage was collected. */
async function kept(app: Launched, page: Page): Promise<Kept> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  for (let n = 0; n < 3; n++) await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  await cdp.detach();
  return { nodes, listeners: jsEventListeners, held: heldIn(chunks.join(''), app.origin) };
}

test('a live blog is marked as it stands after 300 changes', async ({ app, site }) => {
  site.pages.set('/live.html', live(9));
  const url = `${site.url}/live.html`;
  const { page } = await open(app, url);
  for (let n = 0; n < 30; n++) {
    await page.evaluate('for (let n = 0; n < 10; n++) load.change()');
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  expect(await rests(app, page, url)).toBeGreaterThan(5);
});

test('entries that a page only moves are listed where they stand', async ({ app, site }) => {
  site.pages.set('/moved.html', live(9));
  const url = `${site.url}/moved.html`;
  const { page } = await open(app, url);
  expect(await rests(app, page, url)).toBeGreaterThan(2);
  await page.evaluate('feed.append(...[...feed.children].reverse())');
  await rests(app, page, url);
});

test('a feed holds nothing of the cards that it let go of', { tag: '@chromium' }, async ({ app, site }) => {
  site.pages.set('/feed.html', feed(9, 40));
  const url = `${site.url}/feed.html`;
  const { page } = await open(app, url);
  await page.evaluate('load.more(), load.more()');
  const marks = await rests(app, page, url);
  const before = await kept(app, page);
  for (let n = 0; n < 30; n++) {
    await page.evaluate('load.more()');
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  const now = await rests(app, page, url);
  const after = await kept(app, page);
  // 300 cards of at least seven nodes went; Chromium may still be about to paint the last few.
  expect(after.held.detachedByUs).toBeLessThanOrEqual(10);
  expect(after.nodes).toBeLessThan(1.5 * before.nodes);
  // A mark has listeners, and there is another number of them now.
  expect(after.listeners).toBeLessThan(before.listeners + 10 * Math.max(0, now - marks) + 20);
});
