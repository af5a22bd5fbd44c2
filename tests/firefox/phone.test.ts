/**
 * Firefox for Android has no panel, keys, menus, address bar keyword, managed storage or windows for extensions. The same build, with those
 * taken away before anything of ours starts, in a window as narrow as a phone.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLAIM, html } from '../support/claim';
import { FIREFOX_EXTENSION, type Firefox, launchFirefox } from '../support/firefox';
import { asBrowser, FRONT, textIn } from '../support/firefox/chrome';
import { complaints } from '../support/firefox/owner';
import { type Site, serve } from '../support/server';

const SOON = { timeout: 15_000 };
/** What phones have not, by MDN's compatibility data. */
const LACKING = ['commands', 'contextMenus', 'menus', 'omnibox', 'sidebarAction', 'windows'];
const TAKE_AWAY = `{
  const { browser: all } = globalThis;
  const lacking = ${JSON.stringify(LACKING)};
  const { storage } = all;
  const without = (api, names, instead = {}) => new Proxy({}, {
    get: (_, name) => names.includes(name) ? undefined : name in instead ? instead[name] : api[name],
  });
  const phone = without(all, lacking, { storage: without(storage, ['managed']) });
  for (const name of ['browser', 'chrome']) Object.defineProperty(globalThis, name, { value: phone, configurable: true });
}`;

let phone: string;
let firefox: Firefox;
let site: Site;

beforeAll(async () => {
  phone = mkdtempSync(join(tmpdir(), 'factmark-phone-'));
  cpSync(FIREFOX_EXTENSION, phone, { recursive: true });
  writeFileSync(join(phone, 'phone.js'), TAKE_AWAY);
  const manifest = JSON.parse(readFileSync(join(phone, 'manifest.json'), 'utf8'));
  manifest.background.scripts.unshift('phone.js');
  writeFileSync(join(phone, 'manifest.json'), JSON.stringify(manifest));
  for (const page of readdirSync(phone).filter((file) => file.endsWith('.html'))) {
    const ours = readFileSync(join(phone, page), 'utf8');
    writeFileSync(join(phone, page), ours.replace('<head>', '<head><script src="/phone.js"></script>'));
  }
  site = await serve(resolve(import.meta.dirname, '../fixtures/demo'));
  site.pages.set('/claim.html', html(`<p>${CLAIM}</p>`));
  firefox = await launchFirefox(phone);
}, 90_000);
afterAll(async () => {
  await firefox?.close();
  await site?.close();
  rmSync(phone, { recursive: true, force: true });
});

const open = async (page: string) => {
  const tab = await firefox.newTab(`moz-extension://${firefox.host}/${page}`, 'none');
  await firefox.activate(tab);
  return tab;
};
/** How far the page in front reaches over its window when that is so wide, in pixels; and how wide it is there. */
const overflow = async (width: number) => {
  await firefox.privileged(`${FRONT}.style.maxWidth = '${width}px'`);
  await expect
    .poll(() => asBrowser<number>(firefox.privileged, FRONT, 'content.innerWidth'), SOON)
    .toBe(width);
  return asBrowser<number>(
    firefox.privileged,
    FRONT,
    'content.document.documentElement.scrollWidth - content.document.documentElement.clientWidth',
  );
};

it('marks pages, and its background complains of nothing', async () => {
  const tab = await firefox.newTab(`${site.url}/claim.html`);
  await firefox.activate(tab);
  await expect
    .poll(() => firefox.evaluate<number>(tab, `document.querySelectorAll('factmark-overlay').length`), SOON)
    .toBe(1);
  expect(await complaints(firefox.privileged)).toEqual([]);
});

it('the popup fills a narrow screen', async () => {
  await open('popup.html');
  await expect.poll(() => textIn(firefox.privileged, FRONT), SOON).toContain('This page can’t be read');
  for (const width of [360, 412]) {
    expect(await overflow(width)).toBe(0);
    expect(await asBrowser(firefox.privileged, FRONT, 'content.document.body.clientWidth')).toBe(width);
  }
});

it('settings and welcome say nothing of keys, menus of the toolbar, or a panel', async () => {
  await open('options.html');
  await expect.poll(() => textIn(firefox.privileged, FRONT), SOON).toContain('Privacy');
  expect(await textIn(firefox.privileged, FRONT)).not.toMatch(/shortcut/i);
  expect(
    await asBrowser(firefox.privileged, FRONT, 'content.document.getElementById("shortcuts") === null'),
  ).toBe(true);
  for (const width of [360, 412]) expect(await overflow(width)).toBe(0);
  await open('welcome.html');
  await expect.poll(() => textIn(firefox.privileged, FRONT), SOON).toContain('Find it in the menu');
  expect(await textIn(firefox.privileged, FRONT)).not.toMatch(/shortcut|toolbar|puzzle/i);
  expect(await complaints(firefox.privileged)).toEqual([]);
});
