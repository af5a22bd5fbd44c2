/** The card by keyboard: it opens with the focus on its badge, stays while the focus is there or in it, and lets it go on. */
import { press as pressKeys } from './support/browser-ui';
import { PAGE, STORY, stances } from './support/card';
import { CLAIM, expect, html, open, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set(PAGE, STORY);
});

test('opens on focus at once, closes on Escape, keeps the focus on the badge', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await pressKeys(app, 'next-badge');
  await expect.poll(() => inside.card()).toContain('No such treaty');
  expect(await inside.evaluate('root.activeElement.dataset.text')).toBe(CLAIM);
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
  expect(await inside.evaluate('root.activeElement.dataset.text')).toBe(CLAIM);
  await pressKeys(app, 'next-badge');
  await expect.poll(() => inside.evaluate('root.activeElement?.dataset.stance')).toBe('denies');
  await expect.poll(() => inside.card()).toContain('denies the claim');
  await page.keyboard.press('Tab');
  expect(await inside.evaluate('root.querySelector(".card").contains(root.activeElement)')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
  expect(await inside.evaluate('root.activeElement.dataset.stance')).toBe('denies');
});

test('Tab goes badge, card, next badge; Shift+Tab from the card back to its badge', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const where = () =>
    inside.evaluate<string>(
      'root.activeElement?.dataset.stance ?? (root.querySelector(".card")?.contains(root.activeElement) ? "card" : "page")',
    );
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await expect.poll(() => inside.card()).not.toBeNull();
  await page.keyboard.press('Tab');
  expect(await where()).toBe('card');
  await page.keyboard.press('Shift+Tab');
  expect(await where()).toBe('asserts');
  await page.keyboard.press('Tab');
  for (let n = 0; n < 12 && (await where()) === 'card'; n++) await page.keyboard.press('Tab');
  expect(await where()).toBe('denies');
});

test('“Not this claim” by keyboard goes to Undo, and on from there', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  const where = () =>
    inside.evaluate<string>(
      'root?.activeElement?.dataset.stance ?? root?.activeElement?.textContent ?? "page"',
    );
  const dismiss = async () => {
    await expect.poll(() => inside.card()).toContain('No such treaty');
    for (let n = 0; n < 12 && (await where()) !== 'Not this claim'; n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(where).toBe('Undo');
    await expect.poll(() => stances(inside)).toEqual(['denies']);
  };
  await page.mouse.click(5, 890);
  await page.keyboard.press('Tab');
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await dismiss();
  // Undone, the badge comes back with the focus.
  await page.keyboard.press('Enter');
  await expect.poll(() => stances(inside)).toEqual(['asserts', 'denies']);
  await expect.poll(where).toBe('asserts');
  await dismiss();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect.poll(where).toBe('denies');
});

test('an open card stays when the page renders its sentence again', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await inside.evaluate(
    '(root.querySelector(".badge").focus(), (root.querySelector(".badge").old = true), 1)',
  );
  await expect.poll(() => inside.card()).not.toBeNull();
  await page.evaluate(() => {
    const p = document.querySelector('p');
    p?.replaceWith(p.cloneNode(true));
  });
  // The badge is a new one, it has the focus, and the card stands at it.
  await expect
    .poll(() =>
      inside.evaluate('root.activeElement && !root.activeElement.old && root.activeElement.dataset.stance'),
    )
    .toBe('asserts');
  await expect.poll(() => inside.card()).toContain('No such treaty');
});

test('the card closes when the focus leaves it', async ({ app, site }) => {
  const { page, inside } = await open(app, site.url + PAGE);
  await inside.evaluate('(root.querySelector(".badge").focus(), 1)');
  await expect.poll(() => inside.card()).not.toBeNull();
  for (let n = 0; n < 30 && (await inside.evaluate('root.activeElement !== null')); n++)
    await page.keyboard.press('Tab');
  await expect.poll(() => inside.card()).toBeNull();
});

test('Escape closes the card, and only then a dialog of the page', async ({ app, site }) => {
  site.pages.set(
    '/dialog.html',
    html(`<dialog style="width:600px"><p>${CLAIM}</p></dialog><script>
      document.querySelector('dialog').showModal();
      addEventListener('keydown', (e) => { document.title += ' ' + e.key; });
    </script>`),
  );
  const { page, inside } = await open(app, `${site.url}/dialog.html`);
  const isOpen = () => page.evaluate(() => document.querySelector('dialog')?.open);
  const [badge] = await inside.badges();
  if (!badge) throw new Error('no badge');
  await page.mouse.move(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
  await expect.poll(() => inside.card()).toContain('No such treaty');
  await page.keyboard.press('Escape');
  await expect.poll(() => inside.card()).toBeNull();
  expect(await isOpen()).toBe(true);
  expect(await page.title()).not.toContain('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(isOpen).toBe(false);
});
