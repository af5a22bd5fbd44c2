/** The popup by keyboard: each stop has its place, and the way back leads where one was. */
import { openPopup, type Surface } from './support/surface';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

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
  await expect.poll(() => popup.text()).toContain(CLAIM);
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
  await expect.poll(() => popup.text()).toMatch(/Opened this minute/);
  expect(await popup.text()).toContain('Does the US have a mutual defense pact with Israel?');
  await popup.close();
});
