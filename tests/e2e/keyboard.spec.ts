/** Every surface by the keyboard alone: what Tab reaches, in which order, by which names; and what a screen reader hears. */
import type { Page } from '@playwright/test';
import { Inside } from '../support/extension';
import { openPanel } from './support/panel';
import { attachSurface, openPopup, type Surface } from './support/surface';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set('/keys.html', html(`<h1>A story</h1><p>${CLAIM}</p><p>Some text between.</p>`));
});

/** An expression: role and name of what has the focus. */
const FOCUSED = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return '';
  const by = (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ').trim();
  const name = e.ariaLabel || by || e.labels?.[0]?.innerText || e.innerText || '';
  return (e.getAttribute('role') ?? e.localName) + ' ' + name.replace(/\\s+/g, ' ').trim();
})()`;

/** What Tab reaches from the top, until it leaves the page or comes round. */
async function path(press: () => Promise<unknown>, focused: () => Promise<string>): Promise<string[]> {
  const names: string[] = [];
  for (let n = 0; n < 150; n++) {
    await press();
    const name = await focused();
    if (name === '' || (names.length > 2 && name === names[0])) break;
    names.push(name);
  }
  return names;
}
const pathOf = (page: Page) =>
  path(
    () => page.keyboard.press('Tab'),
    () => page.evaluate<string>(FOCUSED),
  );
const pathIn = (surface: Surface) =>
  path(
    () => surface.press('Tab'),
    () => surface.evaluate<string>(FOCUSED),
  );

/** Everything that can be focused by Tab, as it stands in the document: one of each group of radio buttons. */
const tabbable = (page: Page) =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ];
    return all.filter((e) => {
      if (e.tabIndex < 0 || e.matches(':disabled') || !e.checkVisibility()) return false;
      return !(e instanceof HTMLInputElement && e.type === 'radio' && !e.checked);
    }).length;
  });

test('the browser gives every key that we suggest', async ({ app }) => {
  const worker = await app.worker();
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  // The popup has its button, and a key only if the reader sets one; Firefox does not list it then.
  const unset = commands.filter(({ shortcut }) => !shortcut).map(({ name }) => name);
  expect(unset).toEqual(app.firefox ? [] : ['_execute_action']);
});

test('settings: each control in its order, with a name, and none left out', async ({ app }) => {
  const page = await ours(app, 'options.html');
  await expect(page.locator('#about dl')).toBeVisible();
  const names = await pathOf(page);
  expect(names.filter((name) => !/^\S+ \S/.test(name))).toEqual([]);
  const inOrder = [
    'input Search settings',
    'a Topics',
    'a About',
    'switch Defense pacts and alliances',
    'input Badge and underline',
    'select False or mostly false',
    'button Pause for an hour',
    'button Save a backup…',
    'button Reset settings…',
    'button Show the report',
  ];
  const found = names.filter((name) => inOrder.some((start) => name.startsWith(start)));
  expect(found.map((name) => inOrder.findIndex((start) => name.startsWith(start)))).toEqual([
    ...inOrder.keys(),
  ]);
  // Firefox stops at a box that can be scrolled, too: the one with the way around, and the list of requests once it is long.
  const stops = names.filter((name) => !/^(header|section) /.test(name));
  expect(stops.length, stops.join('; ')).toBe(await tabbable(page));
});

test('welcome: from the text that can be tried to the last button', async ({ app }) => {
  const page = await ours(app, 'welcome.html');
  await expect(page.getByRole('switch').first()).toBeVisible();
  await expect(page.locator('factmark-overlay')).toBeAttached();
  // The element stands before the badges in it.
  const inside = await Inside.ofOurs(page, app);
  await expect.poll(async () => (await inside.badges()).length).toBeGreaterThan(0);
  const names = await pathOf(page);
  const own = names.filter((name) => !name.startsWith('factmark-overlay'));
  expect(own.filter((name) => !/^\S+ \S/.test(name))).toEqual([]);
  expect(own.length).toBe(await tabbable(page));
  expect(own).toContain('textarea Or write a sentence of your own');
  expect(own.at(-2)).toBe('button Start reading');
  // Right after the text, and not at the page's end, when it is scrolled away.
  const badge = names.findIndex((name) => name.startsWith('factmark-overlay'));
  expect(names[badge - 1]).toBe('textarea Or write a sentence of your own');
});

test('check: citations, sources and follow-ups are reached in reading order', async ({ app }) => {
  const page = await ours(app, `check.html#${PACT}`);
  await expect(page.locator('#source-1')).toBeVisible();
  const names = await pathOf(page);
  expect(names.filter((name) => !/^\S+ \S/.test(name))).toEqual([]);
  const at = (start: string) => names.findIndex((name) => name.startsWith(start));
  expect(at('button Copy citation')).toBeGreaterThan(-1);
  expect(at('a Source 4')).toBeGreaterThan(at('button Copy citation'));
  expect(at('button What is the history')).toBeGreaterThan(at('a Source 4'));
  // In Firefox the last Tab led out of the page, to the browser's own controls.
  if (app.firefox) await app.firefox.privileged(`${await app.firefox.browserOf(page)}.focus()`);
  // A preview of a source opens at the focus and shows what its link leads to; Escape closes it.
  await page.locator('a[data-source]').first().focus();
  await expect(page.locator('.peek')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.peek')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.locator('.source:focus')).toBeVisible();
});

test('badges: Tab goes on to the next of a paragraph that was scrolled out of sight', async ({
  app,
  site,
}) => {
  const helmets = 'Vikings wore horned helmets.';
  const far = '<div style="height:6000px"></div>';
  site.pages.set('/two.html', html(`<p>${CLAIM} ${helmets}</p>${far}<p>${CLAIM}</p>${far}`));
  const { page, inside } = await open(app, `${site.url}/two.html`);
  await page.bringToFront();
  await inside.evaluate(`void root.querySelector('.badge').focus({ preventScroll: true })`);
  await page.evaluate(() => scrollTo({ top: 6_000, behavior: 'instant' }));
  await expect
    .poll(async () => (await inside.badges()).map(({ text }) => text))
    .toEqual([CLAIM, helmets, CLAIM]);
  const focused = () => inside.evaluate<string>(`root.activeElement?.dataset.text ?? ''`);
  expect(await focused()).toBe(CLAIM);
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe(helmets);
});

test('popup: bar, places, list; arrows go through places and hits', async ({ app, site }) => {
  const { page } = await open(app, `${site.url}/keys.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(popup.text).toContain(CLAIM);
  expect(await pathIn(popup)).toEqual([
    'button Pause Factmark',
    'button Settings',
    'switch On at 127.0.0.1',
    'input Badges',
    'tab This page',
    'button Does the US have a mutual defense pact with Israel?',
    expect.stringContaining(`button ${CLAIM}`),
  ]);
  const focused = () => popup.evaluate<string>(FOCUSED);
  await popup.evaluate(`document.getElementById('tab-page').focus()`);
  await popup.press('ArrowRight');
  expect(await focused()).toBe('tab Find a check');
  await popup.press('Tab');
  expect(await focused()).toBe('input Find a check');
  await popup.type('mutual defense');
  await expect.poll(popup.text).toContain('Which countries');
  await expect
    .poll(() => popup.evaluate(`document.querySelector('.find [role=status]').textContent`))
    .toMatch(/^\d checks found$/);
  await popup.press('ArrowDown');
  expect(await focused()).toMatch(/^button .*mutual defen[cs]e/);
  await popup.press('Enter');
  await expect.poll(popup.text).toContain('Executive summary');
  expect(await focused()).toMatch(/^h1 /);
  await popup.press('Escape');
  await expect.poll(focused).toMatch(/^button .*mutual defen[cs]e/);
  await popup.close();
});

test('side panel: search, then each sentence and its check', async ({ app, site }) => {
  const { page } = await open(app, `${site.url}/keys.html`);
  const opened = await openPanel(app);
  await page.bringToFront();
  await expect.poll(opened.text).toContain(CLAIM);
  const panel = await attachSurface(app, 'sidepanel.html');
  expect(await pathIn(panel)).toEqual([
    'input Find a check',
    expect.stringContaining(`button ${CLAIM}`),
    expect.stringContaining('Does the US have a mutual defense pact with Israel?'),
    'button Settings',
  ]);
  // Said once the count stands still.
  await expect
    .poll(() =>
      panel.evaluate(`[...document.querySelectorAll('[role=status]')].map((e) => e.textContent).join('')`),
    )
    .toBe('1 sentence on this page matches a check');
  await panel.detach();
  await opened.close();
});

test('check: what a screen reader meets first', async ({ app }) => {
  const page = await ours(app, `check.html#${PACT}`);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Does the US have a mutual defense pact with Israel?" [level=1]
    - heading "Executive summary" [level=2]
  `);
  await expect(page.getByRole('navigation', { name: 'In this check' })).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - link "Executive summary"
  `);
});

test('settings: a change is said once, politely; a search says how much it found', async ({ app }) => {
  const page = await ours(app, 'options.html');
  await page.getByRole('switch', { name: 'Defense pacts and alliances' }).click();
  await expect(page.locator('.saved')).toMatchAriaSnapshot(`- status: Saved`);
  await page.getByRole('textbox', { name: 'Search settings' }).fill('pause');
  await expect(page.getByText(/^\d+ settings? match(es)?$/)).toBeAttached();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "Sites and pause":
      - heading "Sites and pause" [level=2]
  `);
});
