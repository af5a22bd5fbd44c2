/** The real toolbar popup: what it shows of a page, and what it leads to. */
import { openPopup } from './support/surface';
import { CLAIM, expect, html, open, test } from './support/test';

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
  await expect.poll(() => popup.text()).toContain(CLAIM);
  const shown = await popup.text();
  expect(shown.indexOf(CLAIM)).toBeLessThan(shown.indexOf('A 1951 treaty'));
  expect(shown).toMatch(/\d+ words read/);
  expect(shown).toMatch(/unchecked/i);
  await popup.close();
});

test('shows the full check; [n] leads to its source, a follow-up to the check that answers it, back to the list', async ({
  app,
  site,
}) => {
  site.pages.set('/full.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/full.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => popup.text()).toContain(CLAIM);
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => /Does the US have a mutual defense pact|full check/i.test(b.textContent)).click()`,
  );
  await expect.poll(() => popup.text()).toContain('Executive summary');
  for (const part of ['No such treaty', 'Bottom line', 'Sources', 'Checked on'])
    expect(await popup.text()).toContain(part);
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
  await expect.poll(() => popup.text()).toContain(CLAIM);
  await popup.close();
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
  await expect.poll(() => popup.text()).toContain(CLAIM);
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

test('is sensible where there is nothing, and where it can’t read', async ({ app, site }) => {
  site.pages.set('/nothing.html', html('<p>The ferry timetable changes in January, the company said.</p>'));
  const { page } = await open(app, `${site.url}/nothing.html`, false);
  await page.bringToFront();
  let popup = await openPopup(app);
  await expect.poll(() => popup.text()).toMatch(/does not mean|unchecked/i);
  await popup.close();
  await page.goto(app.about);
  await page.bringToFront();
  popup = await openPopup(app);
  await expect
    .poll(() => popup.text(), { timeout: 12_000 })
    .toMatch(/can(’|')t read|cannot read|can’t be read/i);
  await popup.close();
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
