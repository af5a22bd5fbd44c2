/** Leave to read websites, taken back and given again while tabs are open: in Firefox a reader may do both at any time. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM, html } from '../support/claim';
import { type Firefox, launchFirefox } from '../support/firefox';
import { endBackground } from '../support/firefox/background';
import { clickIn, FRONT, textIn } from '../support/firefox/chrome';
import { ALL, grant, revoke } from '../support/firefox/owner';
import { attachSurface, showSidebar } from '../support/firefox/surfaces';
import { type Site, serve } from '../support/server';

const SOON = { timeout: 15_000 };

let firefox: Firefox;
let site: Site;
/** The same server by another name: another host to the browser. */
let other: string;
/** A tab with a page of ours, to ask from. */
let own: string;

beforeAll(async () => {
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  other = site.url.replace('127.0.0.1', 'localhost');
  site.pages.set('/claim.html', html(`<p>${CLAIM}</p>`));
  site.pages.set(
    '/framed.html',
    html(`<p>${CLAIM}</p><iframe srcdoc="<p>${CLAIM}</p>" width="600"></iframe>`),
  );
  firefox = await launchFirefox();
  // The browser answers its own question with yes.
  await firefox.privileged(
    `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false) ?? true`,
  );
  own = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
}, 90_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});
beforeEach(() => grant(firefox.privileged, ALL));

/** How many overlays of ours a tab has, those of frames it can reach too. */
const overlays = (tab: string) =>
  firefox.evaluate<number>(
    tab,
    `[document, ...Array.from(document.querySelectorAll('iframe'), (f) => f.contentDocument)]
      .reduce((n, d) => n + (d?.querySelectorAll('factmark-overlay').length ?? 0), 0)`,
  );
const open = async (url: string) => {
  const tab = await firefox.newTab(url);
  await firefox.activate(tab);
  return tab;
};
/** What the popup is told of the tab in front. */
const told = () =>
  firefox.evaluate<string>(
    own,
    `browser.runtime.sendMessage({ wire: 'factmark/1', call: 'activeTab', query: undefined }).then(({ value: { view } }) =>
      [view.kind, view.why, view.host].filter(Boolean).join(' '))`,
  );

describe('access', () => {
  it('marks leave every frame when it is taken back, and come again when it is given', async () => {
    const tab = await open(`${site.url}/framed.html`);
    await expect.poll(() => overlays(tab), SOON).toBe(2);
    await revoke(firefox.privileged, ALL);
    await expect.poll(() => overlays(tab), SOON).toBe(0);
    await expect.poll(told, SOON).toBe('off access 127.0.0.1');
    await grant(firefox.privileged, ALL);
    await expect.poll(() => overlays(tab), SOON).toBe(2);
    await expect.poll(told, SOON).toBe('read 127.0.0.1');
  });

  it('the same with the background asleep each time', async () => {
    const tab = await open(`${site.url}/claim.html`);
    await expect.poll(() => overlays(tab), SOON).toBe(1);
    await endBackground(firefox.privileged);
    await revoke(firefox.privileged, ALL);
    await expect.poll(() => overlays(tab), SOON).toBe(0);
    await endBackground(firefox.privileged);
    await grant(firefox.privileged, ALL);
    await expect.poll(() => overlays(tab), SOON).toBe(1);
  });

  it('a page that came while it was missing is read without a reload; the sidebar says so before, and asks', async () => {
    await revoke(firefox.privileged, ALL);
    const tab = await open(`${site.url}/claim.html`);
    await showSidebar(firefox.privileged);
    const sidebar = await attachSurface(firefox.privileged, 'sidepanel.html');
    await expect.poll(sidebar.text, SOON).toContain('Factmark needs your permission');
    expect(await told()).toBe('off access');
    expect(await overlays(tab)).toBe(0);
    await sidebar.click('Allow on all websites');
    await expect.poll(() => overlays(tab), SOON).toBe(1);
    await expect.poll(sidebar.text, SOON).toContain(CLAIM);
    await sidebar.close();
  });

  it('is given for one host, and holds for that one', async () => {
    await revoke(firefox.privileged, ALL);
    const here = await open(`${site.url}/claim.html`);
    const there = await open(`${other}/claim.html`);
    await grant(firefox.privileged, ['*://127.0.0.1/*']);
    await firefox.activate(here);
    await expect.poll(() => overlays(here), SOON).toBe(1);
    await expect.poll(told, SOON).toBe('read 127.0.0.1');
    await firefox.activate(there);
    await expect.poll(told, SOON).toBe('off access');
    expect(await overlays(there)).toBe(0);
    await firefox.activate(here);
    await revoke(firefox.privileged, ['*://127.0.0.1/*']);
    await expect.poll(() => overlays(here), SOON).toBe(0);
  });

  it('is asked for by the welcome where it is missing', async () => {
    await revoke(firefox.privileged, ALL);
    const welcome = await firefox.newTab(`moz-extension://${firefox.host}/welcome.html`, 'none');
    await firefox.activate(welcome);
    await expect.poll(() => textIn(firefox.privileged, FRONT), SOON).toContain('One thing first');
    await clickIn(firefox.privileged, FRONT, 'Allow on all websites');
    await expect
      .poll(() => textIn(firefox.privileged, FRONT), SOON)
      .toContain('Factmark may read websites now.');
    expect(await textIn(firefox.privileged, FRONT)).not.toContain('One thing first');
  });
});
