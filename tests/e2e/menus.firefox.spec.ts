/** The browser's own menus, which Firefox opens headless: right-clicked by a pointer, and what they lead to. */
import type { Page } from '@playwright/test';
import { clickOpenMenu, openMenu } from '../support/firefox/commands';
import { attachSurface } from './support/surface';
import { CLAIM, expect, html, open, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set(
    '/menus.html',
    html(
      `<p id="claim">${CLAIM}</p><p><a href="/other.html">Words <em>of the</em>\n link</a></p><p>Plain words.</p>`,
    ),
  );
});

/** Right-clicks an element and chooses an entry of ours. */
async function choose(page: Page, privileged: Parameters<typeof openMenu>[0], on: string, entry: string) {
  await page.locator(on).click({ button: 'right' });
  await expect.poll(() => openMenu(privileged)).toContain(entry);
  await clickOpenMenu(privileged, entry);
}

test('words that are selected, and those of a link, are looked up in the sidebar and sent nowhere', async ({
  app,
  site,
}) => {
  if (!app.firefox) throw new Error('this is not Firefox');
  const { privileged } = app.firefox;
  const { page } = await open(app, `${site.url}/menus.html`);
  await page.bringToFront();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#claim') as Node));
  const before = site.requests.length;
  await choose(page, privileged, '#claim', 'Look this up in Factmark');
  const sidebar = await attachSurface(app, 'sidepanel.html');
  const searched = () => sidebar.evaluate<string>('document.querySelector("input")?.value ?? ""');
  await expect.poll(searched).toBe(CLAIM);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await choose(page, privileged, 'a', 'Look up the words of this link in Factmark');
  await expect.poll(searched).toBe('Words of the link');
  expect(site.requests.length).toBe(before);
  await sidebar.close();
});

test('the checks of the page are shown in the sidebar', async ({ app, site }) => {
  if (!app.firefox) throw new Error('this is not Firefox');
  const { page } = await open(app, `${site.url}/menus.html`);
  await page.bringToFront();
  await choose(page, app.firefox.privileged, 'p >> nth=2', 'Show the checks on this page');
  const sidebar = await attachSurface(app, 'sidepanel.html');
  await expect.poll(sidebar.text).toContain(CLAIM);
  await sidebar.close();
});
