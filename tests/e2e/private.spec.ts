/** Private windows in Chromium (in Firefox: tests/firefox/private.test.ts): marks come there, and nothing of them is kept. */
import { type Launched, launch } from '../support/extension';
import { call } from './support/packs';
import { CLAIM, expect, html, PACT, test } from './support/test';

let app: Launched;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(async () => {
  await app.close();
});

interface Developer {
  updateProfileConfiguration(change: object): Promise<void>;
  updateExtensionConfiguration(change: object): Promise<void>;
}

test('a private window has its marks, its own choices, and leaves nothing', { tag: '@chromium' }, async ({
  site,
}) => {
  site.pages.set('/private.html', html(`<p>${CLAIM}</p>`));
  const url = `${site.url}/private.html`;
  const settings = await app.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (change) => {
      const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
      // Without it an unpacked extension does not start again.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration(change);
    },
    { extensionId: app.id, incognitoAccess: true },
  );
  // The extension starts anew with it.
  const own = await app.context.newPage();
  const there = () => own.goto(`${app.origin}/check.html`).then(Boolean, () => false);
  await expect.poll(there).toBe(true);
  await expect.poll(() => own.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(true);
  const window = await own.evaluate(
    async (address) => (await chrome.windows.create({ incognito: true, url: address }))?.id,
    url,
  );
  /** What the page in the private window is asked, as the popup asks it. */
  const ask = (name: string, query?: unknown) =>
    own.evaluate(
      async ([address, message]) => {
        const tab = (await chrome.tabs.query({})).find((t) => t.incognito && t.url === address);
        const reply = await chrome.tabs
          .sendMessage(tab?.id ?? 0, message, { frameId: 0 })
          .catch(() => undefined);
        return [tab?.id, reply?.value?.report?.matches.map((m: { check: string }) => m.check)] as const;
      },
      [url, { wire: 'factmark/1', call: name, query }] as const,
    );
  await expect.poll(async () => (await ask('status'))[1]).toEqual([PACT]);
  const [tab] = await ask('status');
  expect(await own.evaluate((id) => chrome.action.getBadgeText({ tabId: id ?? 0 }), tab)).toBe('1');

  const kept = () => own.evaluate(async () => JSON.stringify([await chrome.storage.local.get(null)]));
  expect(await kept()).not.toContain('127.0.0.1');
  expect(await kept()).not.toContain(CLAIM);
  expect(await call(own, 'recent')).toEqual([]);
  expect(await call(own, 'receipt')).toEqual([]);
  await own.evaluate((id) => chrome.windows.remove(id ?? 0), window);
});
