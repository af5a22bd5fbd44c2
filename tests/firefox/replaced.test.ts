/** Another version of the add-on in the place of this one, in a real Firefox with its scripts alive in open tabs. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Versioned, versionOf } from '../e2e/support/versions';
import { CLAIM, html } from '../support/claim';
import { FIREFOX_EXTENSION, type Firefox, launchFirefox } from '../support/firefox';
import { asBrowser, ID } from '../support/firefox/chrome';
import { allowPrivate, complaints } from '../support/firefox/owner';
import { type Site, serve } from '../support/server';

const SOON = { timeout: 30_000 };
const PRIVATE = `[...Services.wm.getEnumerator('navigator:browser')].find((w) => PrivateBrowsingUtils.isWindowPrivate(w))?.gBrowser.selectedBrowser`;

let firefox: Firefox;
let site: Site;
let copy: Versioned;

beforeAll(async () => {
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  copy = versionOf(FIREFOX_EXTENSION);
  copy.become('1.0.0');
  firefox = await launchFirefox(copy.folder);
  await allowPrivate(firefox.privileged);
}, 120_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
  copy?.remove();
});

/** Installs what stands in the folder now over what is installed, as a temporary add-on is. */
const install = () =>
  firefox.privileged<string>(`(async () => {
    const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
    const { version } = await AddonManager.installTemporaryAddon(new FileUtils.File(${JSON.stringify(copy.folder)}));
    return version;
  })()`);

/** How the hosts of a tab and its frame are displayed. */
const hosts = (tab: string) =>
  firefox.evaluate<string[]>(
    tab,
    `[document, ...Array.from(document.querySelectorAll('iframe'), (f) => f.contentDocument)].filter(Boolean).flatMap((d) =>
      Array.from(d.querySelectorAll('factmark-overlay'), (h) => d.defaultView.getComputedStyle(h).display))`,
  );
const ROOT = `content.document.querySelector('factmark-overlay')?.openOrClosedShadowRoot`;
const inPrivate = <T>(expression: string) => asBrowser<T>(firefox.privileged, PRIVATE, expression);
const count = (path: string) =>
  firefox.privileged<string>(`(() => {
    const { parentAction } = { parentAction: WebExtensionPolicy.getByID('${ID}').extension.apiManager.global };
    const tab = gBrowser.tabs.find((t) => t.linkedBrowser.currentURI.spec.endsWith(${JSON.stringify(path)}));
    return parentAction.browserActionFor(WebExtensionPolicy.getByID('${ID}').extension).action.getProperty(tab, 'badgeText') ?? '';
  })()`);

describe('another version', () => {
  it('takes over tabs, frames and a private window: newer ones, and one that is older', async () => {
    site.pages.set('/inner.html', html(`<p>${CLAIM}</p>`));
    site.pages.set(
      '/outer.html',
      html(
        `<p style="margin-top:60px">${CLAIM}</p><iframe style="width:600px;height:200px" src="/inner.html"></iframe>`,
      ),
    );
    const tab = await firefox.newTab(`${site.url}/outer.html`);
    await firefox.activate(tab);
    await expect.poll(() => hosts(tab), SOON).toEqual(['block', 'block']);
    await firefox.privileged(
      `new Promise((done) => { const w = OpenBrowserWindow({ private: true }); w.addEventListener('load', () => done(true), { once: true }); })`,
    );
    const first = `${PRIVATE}.currentURI.spec === 'about:privatebrowsing' && !${PRIVATE}.webProgress.isLoadingDocument`;
    await expect.poll(() => firefox.privileged<boolean>(first), SOON).toBe(true);
    await firefox.privileged(
      `void ${PRIVATE}.loadURI(Services.io.newURI('${site.url}/inner.html'), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`,
    );
    const privately = () =>
      inPrivate<string>(
        `content.document.querySelectorAll('factmark-overlay').length + ' ' + (${ROOT}?.querySelectorAll('.badge').length ?? 0)`,
      );
    await expect.poll(privately, SOON).toBe('1 1');
    // An open card, which answers to nobody once its script is gone.
    await asBrowser(
      firefox.privileged,
      'gBrowser.selectedBrowser',
      `void ${ROOT}.querySelector('.badge').dispatchEvent(new content.FocusEvent('focus'))`,
    );
    for (const version of ['1.1.0', '2.0.0', '0.9.0']) {
      copy.become(version);
      expect(await install()).toBe(version);
      await firefox.activate(tab);
      await expect.poll(() => hosts(tab), SOON).toEqual(['block', 'block']);
      await expect.poll(() => count('/outer.html'), SOON).toBe('2');
      await expect.poll(privately, SOON).toBe('1 1');
      const own = await firefox.privileged<string>(`WebExtensionPolicy.getByID('${ID}').extension.version`);
      expect(own).toBe(version);
    }
    expect(await complaints(firefox.privileged)).toEqual([]);
  });
});
