/** A reader lets Factmark read websites only on a click, and then all of them again: open tabs follow without a reload. */
import { CLAIM, expect, html, test } from './support/test';

const HTML = html(`<p>${CLAIM}</p>`);

test('marks leave when websites are taken back, and come again when they are allowed', async ({
  app,
  site,
}) => {
  site.pages.set('/claim.html', HTML);
  site.pages.set('/later.html', HTML);
  const page = await app.context.newPage();
  await page.goto(`${site.url}/claim.html`);
  await expect(page.locator('factmark-overlay')).toHaveCount(1);
  const own = await app.context.newPage();
  await own.goto(`chrome-extension://${app.id}/options.html`);
  const told = () =>
    own.evaluate(async () => {
      const query = { wire: 'factmark/1', call: 'activeTab', query: undefined };
      const { view } = (await chrome.runtime.sendMessage(query)).value;
      return [view.kind, view.why, view.host].filter(Boolean).join(' ');
    });
  // As the browser's own page for the extension does.
  const settings = await app.context.newPage();
  await settings.goto('chrome://extensions');
  const allow = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
    settings.evaluate(
      (change) =>
        (
          chrome as unknown as {
            developerPrivate: { updateExtensionConfiguration(c: object): Promise<void> };
          }
        ).developerPrivate.updateExtensionConfiguration(change),
      { extensionId: app.id, hostAccess },
    );

  await allow('ON_CLICK');
  await page.bringToFront();
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await expect.poll(told).toBe('off access 127.0.0.1');
  const later = await app.context.newPage();
  await later.goto(`${site.url}/later.html`);
  await expect.poll(told).toBe('off access');
  await allow('ON_ALL_SITES');
  await later.bringToFront();
  await expect(later.locator('factmark-overlay')).toHaveCount(1);
  await page.bringToFront();
  await expect(page.locator('factmark-overlay')).toHaveCount(1);
});
