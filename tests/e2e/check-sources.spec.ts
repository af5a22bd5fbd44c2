/** The sources of a check: previewed by pointer, focus and finger, and followed. */
import { check, peek } from './support/check';
import { expect, test } from './support/test';

test('previews a source on hover; the pointer can travel to it; Escape closes it and nothing else', async ({
  app,
}) => {
  const page = await check(app);
  const cite = page.getByRole('link', { name: 'Source 8', exact: true }).first();
  await cite.hover();
  await expect(peek(page)).toContainText('Memorandum of Agreement');
  await expect(peek(page)).toContainText('Primary source');
  await expect(cite).toHaveAccessibleDescription(/Memorandum of Agreement/);
  await peek(page).hover();
  await expect(peek(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(peek(page)).toHaveCount(0);
  await cite.hover();
  await expect(peek(page)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(peek(page)).toHaveCount(0);
});

test('previews a source on focus at once, lets go on with the focus, and jumps there and back by keyboard', async ({
  app,
}) => {
  const page = await check(app);
  const cites = page.locator('#part-summary a.cite');
  await page.locator('.check-more summary').focus();
  while (!(await cites.first().evaluate((e) => e === document.activeElement)))
    await page.keyboard.press('Tab');
  await expect(peek(page)).toContainText('Source 4');
  await page.keyboard.press('Tab');
  await expect(cites.nth(1)).toBeFocused();
  await expect(peek(page)).toContainText('Source 5');
  await page.keyboard.press('Enter');
  await expect(peek(page)).toHaveCount(0);
  await expect(page.locator('#source-5')).toBeFocused();
  await expect(page.locator('#source-5')).toBeInViewport();
  await page.getByRole('button', { name: 'Back to where you were' }).click();
  await expect(cites.nth(1)).toBeFocused();
});

// Fingers are Chromium’s own tools’.
test('a finger’s first tap previews, its second goes there', { tag: '@chromium' }, async ({ app }) => {
  const page = await check(app);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async () => {
    const box = await page.locator('#part-summary a.cite').first().boundingBox();
    if (!box) throw new Error('no citation');
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await page.locator('#part-summary').scrollIntoViewIfNeeded();
  await tap();
  await expect(peek(page)).toContainText('Source 4');
  await expect(page.locator('#source-4')).not.toBeFocused();
  await tap();
  await expect(page.locator('#source-4')).toBeFocused();
});
