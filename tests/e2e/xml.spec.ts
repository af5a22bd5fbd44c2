/** What Chromium shows of XML: a document with a body, but one in which we could draw nothing. */
import { CLAIM, expect, html, test } from './support/test';

test('XML is left alone where the browser shows it as a page of its own', { tag: '@chromium' }, async ({
  app,
  site,
}) => {
  /** Does our script live in the tab in front? It is there before another script of ours gets its turn. */
  const lives = async () => {
    const worker = await app.worker();
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () => [
          document.body !== null,
          Reflect.get(globalThis, Symbol.for('factmark'))?.life !== undefined,
        ],
      });
      return answer?.result;
    });
  };
  const page = await app.context.newPage();
  await page.route('**/feed.xml', (route) =>
    route.fulfill({
      contentType: 'application/xml',
      body: `<?xml version="1.0"?><feed><item>${CLAIM}</item></feed>`,
    }),
  );
  await page.goto(`${site.url}/feed.xml`);
  expect(await lives()).toEqual([true, false]);
  site.pages.set('/story.html', html(`<p>${CLAIM}</p>`));
  await page.goto(`${site.url}/story.html`);
  expect(await lives()).toEqual([true, true]);
});
