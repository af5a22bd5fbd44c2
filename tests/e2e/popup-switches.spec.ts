/** What is switched in the popup: the site, the pause, how loud the page is. */
import { openPopup } from './support/surface';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

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
  await popup.close();
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
  await expect.poll(() => popup.text()).toMatch(/paused/i);
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Turn on again').click()`,
  );
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
  await popup.close();
});

test('changes how loud the page is with one tap, and pauses for an hour', async ({ app, site }) => {
  site.pages.set('/loud.html', html(`<p>${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/loud.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(() => popup.text()).toContain(CLAIM);
  await popup.evaluate('document.querySelector("input[value=underline]").click()');
  const loudness = () => inside.evaluate('root?.querySelector(".badge")?.dataset.loudness ?? "gone"');
  await expect.poll(loudness).toBe('underline');
  await popup.evaluate('document.querySelector("input[value=badge]").click()');
  await expect.poll(loudness).toBe('badge');

  await popup.evaluate('document.querySelector("[aria-controls=pause-choices]").click()');
  await popup.evaluate('document.querySelector("#pause-choices button").click()');
  await expect.poll(() => popup.text()).toMatch(/Nothing is read on any site until \d/);
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await popup.close();
});
