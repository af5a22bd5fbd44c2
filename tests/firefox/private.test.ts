/** Private windows and containers in Firefox: marks work there, and nothing of them is kept. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM, html, PACT } from '../support/claim';
import { type Firefox, launchFirefox } from '../support/firefox';
import { asBrowser, FRONT, textIn } from '../support/firefox/chrome';
import { clickMenu } from '../support/firefox/commands';
import { allowPrivate } from '../support/firefox/owner';
import { attachSurface, clickToolbarButton } from '../support/firefox/surfaces';
import { type Site, serve } from '../support/server';

const SOON = { timeout: 15_000 };
/** The private window and the ordinary one, and the frames of their tabs in front. */
const windowThat = (isPrivate: boolean) =>
  `[...Services.wm.getEnumerator('navigator:browser')].find((w) => PrivateBrowsingUtils.isWindowPrivate(w) === ${isPrivate})`;
const WINDOW = windowThat(true);
const PRIVATE = `${WINDOW}?.gBrowser.selectedBrowser`;
const ORDINARY = `${windowThat(false)}.gBrowser.selectedBrowser`;
const ROOT = `content.document.querySelector('factmark-overlay')?.openOrClosedShadowRoot`;

let firefox: Firefox;
let site: Site;
let own: string;

beforeAll(async () => {
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  site.pages.set('/claim.html', html(`<p>${CLAIM}</p>`));
  site.pages.set('/twice.html', html(`<p>${CLAIM}</p><p>Once more: ${CLAIM}</p>`));
  firefox = await launchFirefox();
  await allowPrivate(firefox.privileged);
  own = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
}, 90_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

const load = (frame: string, url: string) =>
  firefox.privileged<void>(
    `void ${frame}.loadURI(Services.io.newURI('${url}'), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`,
  );
const look = <T>(frame: string, expression: string) => asBrowser<T>(firefox.privileged, frame, expression);
const badges = (frame: string) => look<number>(frame, `${ROOT}?.querySelectorAll('.badge').length ?? 0`);
const clickBadge = (frame: string) => look<void>(frame, `void ${ROOT}.querySelector('.badge').click()`);
const ask = <T>(call: string) =>
  firefox.evaluate<T>(
    own,
    `browser.runtime.sendMessage({ wire: 'factmark/1', call: '${call}' }).then((reply) => reply.value)`,
  );
/** Nothing that stands on disk tells of the page: settings, what was opened, requests. */
async function keepsNothing() {
  const kept = await firefox.evaluate<string>(
    own,
    `browser.storage.local.get(null).then((all) => JSON.stringify(all))`,
  );
  expect(kept).not.toContain(CLAIM);
  expect(kept).not.toContain('127.0.0.1');
  expect(await ask('recent')).toEqual([]);
  expect(await ask('receipt')).toEqual([]);
}

/** A private window with a page in it. */
async function openPrivate(path: string) {
  await firefox.privileged(
    `new Promise((done) => { const w = OpenBrowserWindow({ private: true }); w.addEventListener('load', () => done(true), { once: true }); })`,
  );
  // What the window shows first would replace what is loaded before it.
  const first = `${PRIVATE}.currentURI.spec === 'about:privatebrowsing' && !${PRIVATE}.webProgress.isLoadingDocument`;
  await expect.poll(() => firefox.privileged<boolean>(first), SOON).toBe(true);
  await load(PRIVATE, `${site.url}${path}`);
}
const closePrivate = async () => {
  await firefox.privileged(`void ${WINDOW}.close()`);
  await expect.poll(() => firefox.privileged<boolean>(`${WINDOW} === undefined`), SOON).toBe(true);
};

describe('a private window', () => {
  it('has marks; a check opens in it, and is not remembered', async () => {
    await openPrivate('/claim.html');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(1);
    await clickBadge(PRIVATE);
    // In the same window: Firefox shows our pages there.
    await expect.poll(() => textIn(firefox.privileged, PRIVATE), SOON).toContain('No such treaty');
    const address = await firefox.privileged<string>(`${WINDOW}.gBrowser.currentURI.spec`);
    expect(address).toContain(`/check.html?private#${PACT}`);
    expect(await textIn(firefox.privileged, PRIVATE)).not.toContain('ordinary windows only');
    await keepsNothing();
    await closePrivate();
  });

  it('has its own “Not this claim”, for that tab', async () => {
    await openPrivate('/claim.html');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(1);
    await look(
      PRIVATE,
      `void ${ROOT}.querySelector('.badge').dispatchEvent(new content.FocusEvent('focus'))`,
    );
    const button = (words: string) =>
      `[...(${ROOT}?.querySelectorAll('button, [role=menuitem]') ?? [])].find((b) => b.textContent.includes('${words}'))`;
    const press = async (words: string) => {
      await expect.poll(() => look<boolean>(PRIVATE, `Boolean(${button(words)})`), SOON).toBe(true);
      await look(PRIVATE, `void ${button(words)}.click()`);
    };
    await press('Not this claim');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(0);
    await keepsNothing();
    await press('Undo');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(1);
    await closePrivate();
  });

  it('has its own switch for a site, until the last such window is closed', async () => {
    const page = await firefox.newTab(`${site.url}/claim.html`);
    await firefox.activate(page);
    await expect.poll(() => badges(ORDINARY), SOON).toBe(1);
    await openPrivate('/claim.html');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(1);

    await clickToolbarButton(firefox.privileged);
    const popup = await attachSurface(firefox.privileged, 'popup.html');
    await popup.click('On at 127.0.0.1');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(0);
    await expect.poll(popup.text, SOON).toContain('Off at 127.0.0.1');
    await popup.close();
    await keepsNothing();
    // On another page of it too; and not in the ordinary window, nor on one that is loaded there now.
    await load(PRIVATE, `${site.url}/twice.html`);
    await load(ORDINARY, `${site.url}/twice.html`);
    await expect.poll(() => badges(ORDINARY), SOON).toBe(2);
    expect(await badges(PRIVATE)).toBe(0);

    await clickMenu(firefox.privileged, { menuItemId: 'site-off', checked: false, wasChecked: true }, true);
    await expect.poll(() => badges(PRIVATE), SOON).toBe(2);
    await clickMenu(firefox.privileged, { menuItemId: 'site-off', checked: true, wasChecked: false }, true);
    await expect.poll(() => badges(PRIVATE), SOON).toBe(0);
    expect(await badges(ORDINARY)).toBe(2);
    await keepsNothing();

    await closePrivate();
    await openPrivate('/claim.html');
    await expect.poll(() => badges(PRIVATE), SOON).toBe(1);
    await closePrivate();
  });
});

describe('a container', () => {
  it('has marks, and its check opens beside it', async () => {
    await firefox.privileged(
      `(() => { gBrowser.selectedTab = gBrowser.addTab('${site.url}/claim.html', { userContextId: 2, triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); return true; })()`,
    );
    await expect.poll(() => badges(FRONT), SOON).toBe(1);
    await clickBadge(FRONT);
    await expect
      .poll(() => firefox.privileged<string>('gBrowser.currentURI.spec'), SOON)
      .toContain(`/check.html#${PACT}`);
  });
});
