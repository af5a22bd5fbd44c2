/** Extension storage that is cleared while everything is open. */
import type { Page } from '@playwright/test';
import { type Inside, type Launched, launch } from '../support/extension';
import { call } from './support/packs';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

const SLOW = { timeout: 30_000 };

let app: Launched;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(async () => {
  await app.close();
});

const marked = async (inside: Inside) => (await inside.badges()).map((b) => b.check).sort();
const count = (page: Page, path: string) =>
  page.evaluate(async (end) => {
    const tab = (await chrome.tabs.query({})).find((t) => t.url?.endsWith(end));
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  }, path);

test('extension storage is cleared: settings are as at first, in open tabs at once', async ({ site }) => {
  site.pages.set('/cleared.html', html(`<p>${CLAIM}</p>`));
  const options = await ours(app, 'options.html');
  const { page, inside } = await open(app, `${site.url}/cleared.html`);
  await call(options, 'changeSettings', { sitesOff: ['127.0.0.1'], loudness: 'underline' });
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await options.evaluate(() => chrome.storage.local.clear());
  await expect.poll(() => marked(inside), SLOW).toEqual([PACT]);
  expect(await call(options, 'settings')).toMatchObject({ sitesOff: [], loudness: 'badge' });
  await expect.poll(() => count(options, '/cleared.html')).toBe('1');
  await page.close();
  await options.close();
});
