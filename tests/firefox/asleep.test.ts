/** Firefox ends the event page when it is idle: whatever comes next starts it again, and finds all it needs. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLAIM, html } from '../support/claim';
import { type Firefox, launchFirefox } from '../support/firefox';
import { endBackground, isBackgroundRunning } from '../support/firefox/background';
import { asBrowser, FRONT } from '../support/firefox/chrome';
import { clickMenu, pressCommand } from '../support/firefox/commands';
import { attachSurface, clickToolbarButton, showSidebar } from '../support/firefox/surfaces';
import { type Site, serve } from '../support/server';

const SOON = { timeout: 15_000 };

let firefox: Firefox;
let site: Site;
/** A tab with a page of ours, to ask from. */
let own: string;
/** A tab with the claim. */
let tab: string;

const ask = <T>(expression: string) => firefox.evaluate<T>(own, expression);
const pausedUntil = () =>
  ask<number>(`browser.storage.local.get('settings').then((all) => all.settings?.pausedUntil ?? 0)`);
const title = () => ask<string>('browser.action.getTitle({})');
const overlays = () => firefox.evaluate<number>(tab, `document.querySelectorAll('factmark-overlay').length`);
const badge = (act: string) =>
  asBrowser<void>(
    firefox.privileged,
    FRONT,
    `void content.document.querySelector('factmark-overlay').openOrClosedShadowRoot.querySelector('.badge').${act}`,
  );

beforeAll(async () => {
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  site.pages.set('/claim.html', html(`<p>${CLAIM}</p>`));
  firefox = await launchFirefox();
  own = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
  tab = await firefox.newTab(`${site.url}/claim.html`);
}, 90_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});
beforeEach(async () => {
  await firefox.activate(tab);
  await vi.waitFor(async () => expect(await overlays()).toBe(1), SOON);
  await endBackground(firefox.privileged);
  expect(await isBackgroundRunning(firefox.privileged)).toBe(false);
});

describe('with the event page ended', () => {
  it('a new page is read and counted', async () => {
    const page = await firefox.newTab(`${site.url}/claim.html`);
    await firefox.activate(page);
    const count = `browser.tabs.query({ active: true, windowType: 'normal' }).then(([tab]) => browser.action.getBadgeText({ tabId: tab.id }))`;
    await expect.poll(() => ask<string>(count), SOON).toBe('1');
    await firefox.privileged('gBrowser.removeCurrentTab() ?? true');
  });

  it('a click on a badge of an open page opens the check', async () => {
    await badge('click()');
    const shown = () => firefox.privileged<string>('gBrowser.currentURI.spec');
    await expect.poll(shown, SOON).toContain('/check.html#us-israel-mutual-defense-pact');
    await firefox.privileged('gBrowser.removeCurrentTab() ?? true');
  });

  it('a choice in the menu is done', async () => {
    await clickMenu(firefox.privileged, { menuItemId: 'pause' }, true);
    await expect.poll(pausedUntil, SOON).toBeGreaterThan(Date.now());
    await endBackground(firefox.privileged);
    await clickMenu(firefox.privileged, { menuItemId: 'pause' }, true);
    await expect.poll(pausedUntil, SOON).toBe(0);
  });

  it('keys pause and go on', async () => {
    await pressCommand(firefox.privileged, 'pause');
    await expect.poll(pausedUntil, SOON).toBeGreaterThan(Date.now());
    await expect.poll(overlays, SOON).toBe(0);
    await endBackground(firefox.privileged);
    await pressCommand(firefox.privileged, 'pause');
    await expect.poll(overlays, SOON).toBe(1);
  });

  it('the end of a pause is shown on the icon: its alarm outlasts the event page', async () => {
    const pause = (until: string) =>
      ask(
        `browser.runtime.sendMessage({ wire: 'factmark/1', call: 'changeSettings', query: { pausedUntil: ${until} } }).then(() => true)`,
      );
    await pause('Date.now() + 6_000');
    await expect.poll(title, SOON).toBe('Factmark is paused');
    await expect
      .poll(() => ask<boolean>(`browser.alarms.get('pause-ends').then((alarm) => alarm !== undefined)`), SOON)
      .toBe(true);
    await endBackground(firefox.privileged);
    await expect.poll(title, SOON).toBe('Factmark');
    await pause('0');
  });

  it('popup and sidebar list the page', async () => {
    await clickToolbarButton(firefox.privileged);
    const popup = await attachSurface(firefox.privileged, 'popup.html');
    await expect.poll(popup.text, SOON).toContain('1 sentence matches a check');
    await popup.close();
    await endBackground(firefox.privileged);
    await showSidebar(firefox.privileged);
    const sidebar = await attachSurface(firefox.privileged, 'sidepanel.html');
    await expect.poll(sidebar.text, SOON).toContain(CLAIM);
    await sidebar.close();
  });
});
