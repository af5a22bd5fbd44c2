/** More frames than are read at a time: those left out ask again, and get their turn. */
import type { Launched } from '../support/extension';
import { count, openFrames, story } from './support/frames';
import { CLAIM, expect, html, test } from './support/test';

/** Addresses of the frames of the tab at `url` that it does not remember. */
async function unknownFrames(app: Launched, url: string): Promise<string[]> {
  const worker = await app.worker();
  return worker.evaluate(async (at) => {
    const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === at);
    const tabId = tab?.id ?? -1;
    const { [`tab:${tabId}`]: known } = await chrome.storage.session.get(`tab:${tabId}`);
    const results = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => location.search,
    });
    const { frames } = known as { frames: Record<number, number> };
    return results.filter(({ frameId }) => !(frameId in frames)).map(({ result }) => result as string);
  }, url);
}

test('a frame that was one too many is read when others have gone', async ({ app, site }) => {
  test.setTimeout(180_000);
  site.pages.set('/inner.html', story);
  site.pages.set('/crowd.html', html(`<p>${CLAIM}</p>`));
  const url = `${site.url}/crowd.html`;
  const page = await openFrames(app, url, '1');
  await page.evaluate(() => {
    for (let n = 0; n < 101; n++) {
      const frame = document.createElement('iframe');
      Object.assign(frame, { width: 300, height: 100, src: `/inner.html?${n}` });
      document.body.append(frame);
    }
  });
  await expect.poll(() => count(app, url), { timeout: 60_000 }).toBe('99+');
  const refused = await unknownFrames(app, url);
  expect(refused).toHaveLength(2);
  await page.evaluate((left) => {
    const frames = [...document.querySelectorAll('iframe')];
    const read = frames.filter(({ src }) => !left.includes(new URL(src).search));
    for (const frame of read.slice(0, 90)) frame.remove();
  }, refused);
  // The page and the eleven that are left. The two ask after 5, 15, 35 and 75 seconds.
  await expect.poll(() => count(app, url), { timeout: 80_000 }).toBe('12');
  expect(await unknownFrames(app, url)).toEqual([]);
});
