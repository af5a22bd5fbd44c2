/**
 * The browser's own places: icon, menus, keys, address bar. Headless Chromium opens none of its menus and takes no
 * shortcut, so their real listeners are called in the worker, with what the browser would hand them; all else is real.
 */
import type { Launched } from '../support/extension';
import { choose, enter, press } from './support/browser-ui';
import { CLAIM, expect, html, open, test } from './support/test';
import { killWorker } from './support/worker';

const inWorker = async <A, T>(app: Launched, work: (arg: A) => T | Promise<T>, arg: A): Promise<Awaited<T>> =>
  (await (await app.worker()).evaluate(work as never, arg as never)) as Awaited<T>;

/** What the icon of the tab in front tells. */
const icon = (app: Launched) =>
  inWorker(
    app,
    async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const tabId = tab?.id ?? -1;
      return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })];
    },
    undefined,
  );

const settings = (app: Launched) =>
  inWorker(
    app,
    async () =>
      ((await chrome.storage.local.get('settings')) as { settings?: { pausedUntil: number } }).settings,
    undefined,
  );

/** Addresses of the tabs that are open. */
const addresses = (app: Launched) => app.context.pages().map((page) => page.url());

test('the icon tells the count, a pause and a site that is off, in text and title', async ({ app, site }) => {
  site.pages.set('/icon.html', html(`<p>${CLAIM}</p><p>Plain.</p><p>Again: ${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/icon.html`);
  await page.bringToFront();
  const counted = ['2', 'Factmark: 2 sentences match a check'];
  await expect.poll(() => icon(app)).toEqual(counted);
  await press(app, 'pause');
  await expect.poll(() => icon(app)).toEqual(['', 'Factmark is paused']);
  expect(await inWorker(app, () => chrome.action.getTitle({}), undefined)).toBe('Factmark is paused');
  await press(app, 'pause');
  await expect.poll(() => icon(app)).toEqual(counted);
  await choose(app, { menuItemId: 'site-off', checked: true });
  await expect.poll(() => icon(app)).toEqual(['', 'Factmark is off on this site']);
  await page.reload();
  await expect.poll(() => icon(app)).toEqual(['', 'Factmark is off on this site']);
  await choose(app, { menuItemId: 'site-off', checked: false });
  await expect.poll(() => icon(app)).toEqual(counted);
});

test('a pause of an hour from the menu ends by an alarm', async ({ app, site }) => {
  site.pages.set('/hour.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/hour.html`);
  await page.bringToFront();
  await choose(app, { menuItemId: 'pause' });
  await expect.poll(() => icon(app)).toEqual(['', 'Factmark is paused']);
  const { pausedUntil } = (await settings(app)) ?? { pausedUntil: 0 };
  const alarm = () => inWorker(app, () => chrome.alarms.get('pause-ends'), undefined);
  await expect.poll(async () => (await alarm())?.scheduledTime).toBe(pausedUntil);
  await choose(app, { menuItemId: 'pause' });
  await expect.poll(() => icon(app)).toEqual(['1', 'Factmark: 1 sentence matches a check']);
  await expect.poll(alarm).toBeUndefined();
});

// In Firefox: menus.firefox.spec.ts, with its real menus.
test('looks up selected words and the words of a link, and sends them nowhere', { tag: '@chromium' }, async ({
  app,
  site,
}) => {
  site.pages.set(
    '/words.html',
    html(
      `<p>${CLAIM}</p><p><a href="/other.html">Words <em>of the</em>\n link</a> <a href="/b.html">others</a></p>`,
    ),
  );
  const { page } = await open(app, `${site.url}/words.html`);
  await page.bringToFront();
  // No reader opened this menu, so Chromium refuses the panel: the search opens in a tab.
  const found = `${app.origin}/popup.html?find`;
  const searches = () => app.context.pages().filter((p) => p.url() === found);
  await choose(app, { menuItemId: 'look-up', selectionText: 'a mutual defense pact' });
  await expect.poll(() => addresses(app)).toContain(found);
  await expect(searches()[0]?.getByRole('searchbox') ?? page.locator('none')).toHaveValue(
    'a mutual defense pact',
  );

  await page.bringToFront();
  await page.getByText('Words of the').click({ button: 'right' });
  const before = site.requests.length;
  await choose(app, { menuItemId: 'look-up-link', linkUrl: `${site.url}/other.html` });
  await expect.poll(() => searches().length).toBe(2);
  await expect(searches()[1]?.getByRole('searchbox') ?? page.locator('none')).toHaveValue(
    'Words of the link',
  );
  expect(site.requests.length).toBe(before);

  // Of a link that the menu was not opened on, nothing is told.
  await page.bringToFront();
  await choose(app, { menuItemId: 'look-up-link', linkUrl: `${site.url}/b.html` });
  await expect.poll(() => searches().length).toBe(3);
  await expect(searches()[2]?.getByRole('searchbox') ?? page.locator('none')).toHaveValue('');
});

test('menus are there after the worker was started again', async ({ app, site }) => {
  site.pages.set('/again.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/again.html`);
  await page.bringToFront();
  await killWorker(app);
  await page.reload();
  const isThere = (name: string) =>
    inWorker(
      app,
      async (id) => {
        try {
          // Firefox knows them by the shorter name.
          const { menus } = globalThis.chrome as unknown as { menus?: typeof chrome.contextMenus };
          await (menus ?? chrome.contextMenus).update(id, {});
          return 'there';
        } catch (error) {
          return String(error);
        }
      },
      name,
    );
  for (const id of ['look-up', 'look-up-link', 'read-page', 'site-off', 'pause'])
    expect(await isThere(id)).toBe('there');
});

test('words typed after the keyword open the search', async ({ app, site }) => {
  site.pages.set('/omni.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/omni.html`);
  await page.bringToFront();
  await enter(app, 'zebra crossing');
  const found = `${app.origin}/popup.html?find`;
  await expect.poll(() => addresses(app)).toContain(found);
  const search = app.context.pages().find((p) => p.url() === found);
  await expect(search?.getByRole('searchbox') ?? page.locator('none')).toHaveValue('zebra crossing');
});
