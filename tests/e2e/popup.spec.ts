/** The real toolbar popup. */

import { feed, recordBy } from '../support/feeds';
import { add, removeAll } from './support/library';
import { openPopup, type Surface } from './support/surface';
import { CLAIM, expect, html, open, ours, PACT, searchFor, test } from './support/test';

const text = (popup: Surface) => popup.text();
const close = (popup: Surface) => popup.close();

test('lists what was found in reading order, and says how much was read', async ({ app, site }) => {
  site.pages.set(
    '/list.html',
    html(
      `<h1>A story</h1><p>${CLAIM}</p><p>Plain text between.</p><p>A 1951 treaty commits the United States and the Philippines to help each other.</p>`,
    ),
  );
  const { page } = await open(app, `${site.url}/list.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => text(popup)).toContain(CLAIM);
  const shown = await text(popup);
  expect(shown.indexOf(CLAIM)).toBeLessThan(shown.indexOf('A 1951 treaty'));
  expect(shown).toMatch(/\d+ words read/);
  expect(shown).toMatch(/unchecked/i);
  await close(popup);
});

test('shows the full check; [n] leads to its source, a follow-up to the check that answers it, back to the list', async ({
  app,
  site,
}) => {
  site.pages.set('/full.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/full.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => text(popup)).toContain(CLAIM);
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => /Does the US have a mutual defense pact|full check/i.test(b.textContent)).click()`,
  );
  await expect.poll(() => text(popup)).toContain('Executive summary');
  for (const part of ['No such treaty', 'Bottom line', 'Sources', 'Checked on'])
    expect(await text(popup)).toContain(part);
  await popup.evaluate(`document.querySelector('a[href="#source-2"]').click()`);
  await expect.poll(() => popup.evaluate('document.activeElement.id')).toBe('source-2');
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => b.textContent.includes('history of US military aid')).click()`,
  );
  await expect
    .poll(() => popup.evaluate('document.querySelector("h1")?.textContent'))
    .toBe('What is the history of US military aid to Israel?');
  for (const _ of [1, 2])
    await popup.evaluate(
      `[...document.querySelectorAll('button')].find((b) => /back/i.test(b.textContent)).click()`,
    );
  await expect.poll(() => text(popup)).toContain(CLAIM);
  await close(popup);
});

test('jumps to a sentence, also where nothing is drawn on the page', async ({ app, site }) => {
  site.pages.set(
    '/jump.html',
    html(
      `<p>Top of the page.</p><div style="height:3000px"></div><p>${CLAIM}</p><div style="height:2000px"></div>`,
    ),
  );
  const { page, inside } = await open(app, `${site.url}/jump.html`, false);
  await (await app.worker()).evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, loudness: 'list' } }),
  );
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => text(popup)).toContain(CLAIM);
  await popup.evaluate(`document.querySelector('.sentence').click()`).catch(() => {});
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2_000);
  await expect.poll(() => inside.evaluate('root?.querySelectorAll(".underline").length ?? 0')).toBe(1);
  await expect
    .poll(
      () =>
        page
          .locator('factmark-overlay')
          .count()
          .then(() => inside.evaluate('root?.querySelectorAll(".underline").length ?? 0')),
      { timeout: 10_000 },
    )
    .toBe(0);
});

test('counts matches on the icon, per tab', async ({ app, site }) => {
  site.pages.set(
    '/two.html',
    html(`<p>${CLAIM}</p><p>No, the US is not bound by treaty to defend Israel.</p>`),
  );
  site.pages.set('/none.html', html('<p>The ferry timetable changes in January.</p>'));
  const { page: two } = await open(app, `${site.url}/two.html`);
  await open(app, `${site.url}/none.html`, false);
  const worker = await app.worker();
  await two.bringToFront();
  const count = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText({ tabId: tab?.id });
    });
  await expect.poll(count).toBe('2');
});

test('switches the site off and on again', async ({ app, site }) => {
  site.pages.set('/site.html', html(`<p>${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/site.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  const on = () =>
    popup.evaluate<string>(
      'String(document.querySelector("[role=switch]")?.ariaChecked ?? document.querySelector("[role=switch]")?.checked)',
    );
  await expect.poll(on).toBe('true');
  await popup.evaluate('document.querySelector("[role=switch]").click()');
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await expect.poll(on).toBe('false');
  await popup.evaluate('document.querySelector("[role=switch]").click()');
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
  await close(popup);
});

test('is sensible where there is nothing, and where it can’t read', async ({ app, site }) => {
  site.pages.set('/nothing.html', html('<p>The ferry timetable changes in January, the company said.</p>'));
  const { page } = await open(app, `${site.url}/nothing.html`, false);
  await page.bringToFront();
  let popup = await openPopup(app);
  await expect.poll(() => text(popup)).toMatch(/does not mean|unchecked/i);
  await close(popup);
  await page.goto(app.about);
  await page.bringToFront();
  popup = await openPopup(app);
  await expect
    .poll(() => text(popup), { timeout: 12_000 })
    .toMatch(/can(’|')t read|cannot read|can’t be read/i);
  await close(popup);
});

test('says so when paused, and resumes', async ({ app, site }) => {
  site.pages.set('/paused.html', html(`<p>${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/paused.html`);
  const options = await ours(app, 'options.html');
  await options.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, pausedUntil: Date.now() + 3_600_000 } }),
  );
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await options.close();
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => text(popup)).toMatch(/paused/i);
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Turn on again').click()`,
  );
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
  await close(popup);
});

const press = (popup: Surface, key: string) => popup.press(key);
const focused = (popup: Surface) =>
  popup.evaluate<string>(
    `(() => { const e = document.activeElement; return e.dataset.check ?? (e.id || e.ariaLabel || e.value || e.textContent.trim()); })()`,
  );

test('is walked through by keyboard: header, places, search, a check and back', async ({ app, site }) => {
  site.pages.set('/keys.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/keys.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => text(popup)).toContain(CLAIM);
  await expect.poll(() => popup.evaluate('document.querySelectorAll(".segmented :checked").length')).toBe(1);
  await popup.evaluate('document.body.focus()');
  const stops: string[] = [];
  for (let i = 0; i < 7; i++) {
    await press(popup, 'Tab');
    stops.push(await focused(popup));
  }
  expect(stops.slice(0, 2)).toEqual(['Pause Factmark', 'Settings']);
  expect(stops[2]).toContain('On at ');
  expect(stops.slice(3, 6)).toEqual(['badge', 'tab-page', PACT]);
  expect(stops[6]).toContain(CLAIM);

  await popup.evaluate('document.getElementById("tab-page").focus()');
  await press(popup, 'ArrowLeft');
  expect(await focused(popup)).toBe('tab-recent');
  await press(popup, 'ArrowLeft');
  expect(await focused(popup)).toBe('tab-find');
  await press(popup, '/');
  await expect.poll(() => focused(popup)).toBe('Find a check');
  await popup.type('mutal defence pac');
  await expect.poll(() => popup.evaluate('document.querySelectorAll(".hit mark").length')).toBeGreaterThan(2);
  await press(popup, 'ArrowDown');
  expect(await focused(popup)).toBe(PACT);
  await press(popup, 'Enter');
  await expect.poll(() => popup.evaluate('document.activeElement.tagName')).toBe('H1');
  await press(popup, 'Escape');
  await expect.poll(() => focused(popup)).toBe(PACT);
  expect(await popup.evaluate('document.querySelector("input[type=search]").value')).toBe(
    'mutal defence pac',
  );

  await popup.evaluate('document.getElementById("tab-recent").click()');
  await expect.poll(() => text(popup)).toMatch(/Opened this minute/);
  expect(await text(popup)).toContain('Does the US have a mutual defense pact with Israel?');
  await close(popup);
});

test('changes how loud the page is with one tap, and pauses for an hour', async ({ app, site }) => {
  site.pages.set('/loud.html', html(`<p>${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/loud.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => text(popup)).toContain(CLAIM);
  await popup.evaluate('document.querySelector("input[value=underline]").click()');
  const loudness = () => inside.evaluate('root?.querySelector(".badge")?.dataset.loudness ?? "gone"');
  await expect.poll(loudness).toBe('underline');
  await popup.evaluate('document.querySelector("input[value=badge]").click()');
  await expect.poll(loudness).toBe('badge');

  await popup.evaluate('document.querySelector("[aria-controls=pause-choices]").click()');
  await popup.evaluate('document.querySelector("#pause-choices button").click()');
  await expect.poll(() => text(popup)).toMatch(/Nothing is read on any site until \d/);
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await close(popup);
});

test('finds a check of the library: half words, none, and what an address asks for', async ({ app }) => {
  const popup = await searchFor(app, 'philipp');
  const hits = popup.locator('.hit');
  await expect(hits.first()).toContainText('Philippine ships');
  await expect(popup.getByRole('searchbox', { name: 'Find a check' })).toBeFocused();
  await expect(popup.getByRole('tab', { name: 'Find a check' })).toHaveAttribute('aria-selected', 'true');
  await popup.getByRole('searchbox').fill('zebra unicorn');
  await expect(popup.getByRole('status').filter({ hasText: 'No check found' })).toHaveCount(1);
  await popup.getByRole('searchbox').fill('militry aid');
  await expect(hits.first()).toContainText('history of US military aid');
  await expect(hits.first().locator('mark').first()).toHaveText('military');
  await hits.first().click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    'What is the history of US military aid to Israel?',
  );
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByRole('searchbox')).toHaveValue('militry aid');
});

test('finds reviews of an added feed, and nothing of it once it is gone', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(
    options,
    feed(
      recordBy(
        'Bridge Desk',
        'bridges.example',
        'The Karlsberg suspension bridge was sold to a scrap dealer.',
        'Not so',
      ),
    ),
  );
  await expect(options.locator('.source-entry').filter({ hasText: 'bridges.json' })).toBeVisible();
  const popup = await searchFor(app, 'karlsbreg bridg');
  await expect(popup.locator('.hit')).toHaveCount(1);
  await expect(popup.locator('.hit')).toContainText('Not so');
  await expect(popup.locator('.hit mark')).toHaveText(['Karlsberg', 'bridge']);
  await removeAll(app);
  await popup.getByRole('searchbox').fill('karlsberg bridge');
  await expect(popup.getByRole('status').filter({ hasText: 'No check found' })).toHaveCount(1);
});

// Told by a script that is run before ours, which Firefox’s popup takes none of.
test('asks for no more than it shows, and draws its frame before any answer', { tag: '@chromium' }, async ({
  app,
}) => {
  const worker = await app.worker();
  await worker.evaluate(() => {
    const calls: string[] = [];
    Object.assign(globalThis, { calls });
    chrome.runtime.onMessage.addListener((message) => {
      calls.push(String(message?.call));
      return undefined;
    });
  });
  const popup = await app.context.newPage();
  await popup.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const app = document.querySelector('#app');
      if (app?.childElementCount) seen.push(app.querySelectorAll('[role=tab], .icon-button, .empty').length);
    }).observe(document, { childList: true, subtree: true });
  });
  await popup.goto(`${app.origin}/popup.html`);
  await expect(popup.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(popup.locator('.segmented :checked')).toHaveCount(1);
  const calls = await worker.evaluate(() => (globalThis as unknown as { calls: string[] }).calls);
  expect(new Set(calls)).toEqual(new Set(['activeTab', 'settings', 'changes']));
  expect(calls.filter((call) => call !== 'activeTab').length).toBe(2);
  // The first thing drawn holds the bar, the three places and the state of the page.
  expect(await popup.evaluate(() => (globalThis as unknown as { seen: number[] }).seen[0])).toBe(6);
});
