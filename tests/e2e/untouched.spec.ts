/** A page never learns that we were there: nothing of it is changed, and it is left as it was found. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Launched } from '../support/extension';
import { serve } from '../support/server';
import { WITNESS, type Witnessed, withClaim, withoutScripts } from '../support/witness';
import { CLAIM, expect, html, open, test } from './support/test';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const DENIAL = 'No, the US is not bound by treaty to defend Israel.';

/** Kinds of pages that are easily disturbed. */
const PAGES: Readonly<Record<string, string>> = {
  plain: html(`<article><h1>A story</h1><p>First. <em>${CLAIM}</em> After.</p><p>${DENIAL}</p></article>`),
  shadow: html(
    `<p>${CLAIM}</p><x-story><template shadowrootmode="open"><style>p{color:teal}</style><p>${DENIAL}</p><slot></slot></template><p>In the slot.</p></x-story>`,
  ),
  layout: html(
    `<style>body{display:flex;flex-direction:column;gap:20px}body>*+*{margin-top:30px}p:first-child{margin:0}</style><p>Above.</p><p style="position:sticky;top:0">${CLAIM}</p><p style="column-count:2">${DENIAL}</p>`,
  ),
  scroller: html(
    `<div style="height:150px;overflow:auto" tabindex="0"><p>Above.</p><p>${CLAIM}</p><div style="height:900px"></div></div>`,
  ),
  empty: html('<p>Nothing is said here that anybody ever checked.</p>'),
};

const witnessed = (page: Page) => page.evaluate<Witnessed>('window.__witness()');

/** Opens a page that writes down what it sees of us. */
async function openWitnessed(app: Launched, url: string) {
  const page = await app.context.newPage();
  await page.addInitScript({ content: WITNESS });
  await page.goto(url);
  return page;
}

async function switchOff(app: Launched, page: Page): Promise<void> {
  const worker = await app.worker();
  await worker.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, sitesOff: ['127.0.0.1'] } }),
  );
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
}

const NOTHING = { records: [], errors: [], shift: 0, shiftWithUs: 0, changed: [] };

for (const [name, source] of Object.entries(PAGES))
  test(`${name}: nothing is changed, and all is as before when the site is switched off`, async ({
    app,
    site,
  }) => {
    site.pages.set('/page.html', source);
    const page = await openWitnessed(app, `${site.url}/page.html`);
    const marks = name !== 'empty';
    if (marks) {
      await expect(page.locator('factmark-overlay')).toHaveCount(1);
      expect(await witnessed(page)).toEqual({ ...NOTHING, hosts: 1, same: false });
    } else await readToEnd(app);
    await switchOff(app, page);
    expect(await witnessed(page)).toEqual({ ...NOTHING, hosts: marks ? 2 : 0, same: true });
  });

/** Waits until the background has heard that the page in front was read. */
async function readToEnd(app: Launched): Promise<void> {
  const worker = await app.worker();
  const status = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const message = { wire: 'factmark/1', call: 'status', query: undefined };
      return JSON.stringify(await chrome.tabs.sendMessage(tab?.id ?? 0, message).catch(() => null));
    });
  await expect.poll(status).toContain('"kind":"read"');
}

const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((f) => /\.html$/.test(f));
for (const file of files.sort())
  test(`fixture ${file}, its own scripts off: nothing is changed`, async ({ app }) => {
    const site = await serve(resolve(FIXTURES, dirname(file)));
    const source = readFileSync(resolve(FIXTURES, file), 'utf8');
    site.pages.set('/page.html', withoutScripts(withClaim(source, CLAIM)));
    const page = await openWitnessed(app, `${site.url}/page.html`);
    await expect(page.locator('factmark-overlay')).toHaveCount(1);
    const seen = await witnessed(page);
    expect(seen).toEqual({ ...NOTHING, shift: seen.shift, hosts: 1, same: false });
    await switchOff(app, page);
    expect((await witnessed(page)).same).toBe(true);
    await page.close();
    await site.close();
  });

test('dark styles put over everything leave the page and our badge as they were', async ({ app, site }) => {
  site.pages.set('/dark.html', PAGES.plain as string);
  const { page, inside } = await open(app, `${site.url}/dark.html`);
  await expect.poll(async () => (await inside.badges()).length).toBe(2);
  const look = () =>
    inside.evaluate<string[]>(
      `[...root.querySelectorAll('.badge, .underline, .badge svg *')].map((e) => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.fill, s.stroke, s.width, s.height].join(); })`,
    );
  const was = await look();
  await page.addStyleTag({
    content: '*{background:#111!important;color:#ddd!important;fill:lime!important;width:90%!important}',
  });
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).color))
    .toBe('rgb(221, 221, 221)');
  await expect.poll(async () => (await inside.badges()).length).toBe(2);
  expect((await look()).filter((style, i) => style !== was[i])).toEqual([]);
});

test('a page that is translated in place keeps its marks on what they are about, and loses them with it', async ({
  app,
  site,
}) => {
  site.pages.set('/translated.html', PAGES.plain as string);
  const { page, inside } = await open(app, `${site.url}/translated.html`);
  await expect.poll(async () => (await inside.badges()).length).toBe(2);
  // As translators do it: each text node goes into two <font>s, first with its text as it was.
  const wrap = (translated: boolean) =>
    page.evaluate((german) => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walk.nextNode()) texts.push(walk.currentNode as Text);
      for (const text of texts.filter(
        (t) => t.data.trim() !== '' && t.parentElement?.localName !== 'script',
      )) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        outer.append(inner);
        text.replaceWith(outer);
        if (german) text.data = 'Hier steht jetzt ein Satz in einer anderen Sprache.';
        inner.append(text);
      }
      if (german) document.documentElement.lang = 'de';
    }, translated);
  await wrap(false);
  await page.evaluate(() => document.body.append('Some more text that was added at the end of it all.'));
  await expect.poll(async () => (await inside.badges()).map((b) => b.text).sort()).toEqual([DENIAL, CLAIM]);
  await wrap(true);
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
});
