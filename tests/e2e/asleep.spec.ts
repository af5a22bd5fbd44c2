/** Pages kept for the back button. Hidden and prerendered ones are in tests/page/lifecycle.test.ts: a driven browser has none. */

import { type Launched, launch } from '../support/extension';
import { CLAIM, expect, html, open, test } from './support/test';

test.describe('a page left and come back to', () => {
  let own: Launched;
  test.beforeAll(async () => {
    own = await launch({ without: ['--disable-back-forward-cache'] });
  });
  test.afterAll(() => own.close());

  const count = async (url: string): Promise<string> =>
    (await own.worker()).evaluate(async (address) => {
      const tab = (await chrome.tabs.query({})).find((t) => t.url === address);
      return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
    }, url);

  test('has its marks and its count out of the back/forward cache', async ({ site }) => {
    site.pages.set('/first.html', html(`<p id="p">${CLAIM}</p>`));
    site.pages.set('/second.html', html('<p>The ferry sails in January and in May.</p>'));
    const { page, inside } = await open(own, `${site.url}/first.html`);
    await page.evaluate(() =>
      addEventListener('pageshow', (e) => {
        document.title = e.persisted ? 'from the cache' : 'anew';
      }),
    );
    await page.goto(`${site.url}/second.html`);
    await expect.poll(() => count(`${site.url}/second.html`)).toBe('');
    await page.goBack({ waitUntil: 'commit' });
    await expect.poll(() => page.title()).toBe('from the cache');
    await expect.poll(() => count(`${site.url}/first.html`)).toBe('1');
    expect(await page.locator('factmark-overlay').count()).toBe(1);
    await page.evaluate((text) => {
      (document.querySelector('#p') as HTMLElement).insertAdjacentHTML('afterend', `<p>Again: ${text}</p>`);
    }, CLAIM);
    await expect.poll(async () => (await inside.badges()).length).toBe(2);
  });
});
