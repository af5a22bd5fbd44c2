/** Private windows and containers in Firefox: marks work there, and nothing of them is kept. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from '../support/firefox';
import { allowPrivate, FRONT, inFrame, textIn } from '../support/firefox-power';
import { type Site, serve } from '../support/server';

const CLAIM = 'The US has a mutual defense pact with Israel.';
const CHECK = 'us-israel-mutual-defense-pact';
const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><body>${body}`;
const SOON = { timeout: 15_000 };
/** The private window, and the frame of its tab in front. */
const WINDOW = `[...Services.wm.getEnumerator('navigator:browser')].find((w) => PrivateBrowsingUtils.isWindowPrivate(w))`;
const PRIVATE = `${WINDOW}?.gBrowser.selectedBrowser`;
const ROOT = `content.document.querySelector('factmark-overlay')?.openOrClosedShadowRoot`;

let firefox: Firefox;
let site: Site;
let own: string;

beforeAll(async () => {
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  site.pages.set('/claim.html', html(`<p>${CLAIM}</p>`));
  firefox = await launchFirefox();
  await allowPrivate(firefox);
  own = await firefox.newTab(`moz-extension://${firefox.host}/options.html`, 'none');
}, 90_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

const load = (frame: string, url: string) =>
  firefox.privileged(
    `${frame}.loadURI(Services.io.newURI('${url}'), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }) ?? true`,
  );
const badges = (frame: string) => inFrame(firefox, frame, `${ROOT}?.querySelectorAll('.badge').length ?? 0`);
const ask = <T>(call: string, query: unknown = undefined) =>
  firefox.evaluate<T>(
    own,
    `browser.runtime.sendMessage({ wire: 'factmark/1', call: '${call}', query: ${JSON.stringify(query)} }).then((reply) => reply.value)`,
  );
/** All that is kept on disk by extension storage, as text. */
const kept = () =>
  firefox.evaluate<string>(own, `browser.storage.local.get(null).then((all) => JSON.stringify(all))`);

describe('a private window', () => {
  it('has marks; a check opens in it, and nothing of it is kept', async () => {
    await firefox.privileged(
      `new Promise((done) => { const w = OpenBrowserWindow({ private: true }); w.addEventListener('load', () => done(true), { once: true }); })`,
    );
    // What the window shows first would replace what is loaded before it.
    const first = `${PRIVATE}.currentURI.spec === 'about:privatebrowsing' && !${PRIVATE}.webProgress.isLoadingDocument`;
    await expect.poll(() => firefox.privileged<boolean>(first), SOON).toBe(true);
    await load(PRIVATE, `${site.url}/claim.html`);
    await expect.poll(() => badges(PRIVATE), SOON).toBe('1');

    await inFrame(firefox, PRIVATE, `${ROOT}.querySelector('.badge').click()`);
    // In the same window: Firefox shows our pages there.
    await expect.poll(() => textIn(firefox, PRIVATE), SOON).toContain('No such treaty');
    const address = await firefox.privileged<string>(`${WINDOW}.gBrowser.currentURI.spec`);
    expect(address).toContain(`/check.html?private#${CHECK}`);
    expect(await textIn(firefox, PRIVATE)).not.toContain('ordinary windows only');
    await firefox.privileged(`${WINDOW}.gBrowser.removeCurrentTab() ?? true`);
    expect(await ask('recent')).toEqual([]);

    expect(await kept()).not.toContain(CLAIM);
    expect(await kept()).not.toContain('127.0.0.1');
    expect(await ask('receipt')).toEqual([]);

    await firefox.privileged(`${WINDOW}.close() ?? true`);
    const page = await firefox.newTab(`${site.url}/claim.html`);
    await firefox.activate(page);
    await expect.poll(() => badges(FRONT), SOON).toBe('1');
  });
});

describe('a container', () => {
  it('has marks, and its check opens beside it', async () => {
    await firefox.privileged(
      `(() => { gBrowser.selectedTab = gBrowser.addTab('${site.url}/claim.html', { userContextId: 2, triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); return true; })()`,
    );
    await expect.poll(() => badges(FRONT), SOON).toBe('1');
    await inFrame(firefox, FRONT, `${ROOT}.querySelector('.badge').click()`);
    await expect
      .poll(() => firefox.privileged<string>('gBrowser.currentURI.spec'), SOON)
      .toContain(`/check.html#${CHECK}`);
  });
});
