/** Taking a check along: copied and printed, from its buttons and its menu. */
import { readRecord } from '../../lib/claims/claim-review/read';
import { check, copied } from './support/check';
import { expect, test } from './support/test';

test('is copied as a citation, as Markdown and as a ClaimReview that our own reader takes', async ({
  app,
}) => {
  const page = await check(app);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect(page.getByRole('status')).toHaveText('The citation is copied.');
  expect(await copied(page)).toContain('Does the US have a mutual defense pact with Israel?');
  await page.locator('.check-more summary').click();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('status')).toHaveText('The citation is copied as Markdown.');
  await expect(page.locator('.check-menu')).toBeHidden();
  await page.locator('.check-more summary').click();
  await page.getByRole('button', { name: 'Copy as ClaimReview (JSON-LD)' }).click();
  await expect(page.getByRole('status')).toHaveText('The ClaimReview is copied.');
  const record: unknown = JSON.parse(await copied(page));
  const outcomes = [record].flat().map((one) => readRecord(one, ''));
  const claims = outcomes.map((o) => o.kind === 'taken' && `${o.review.verdict.label}: ${o.review.claim}`);
  expect(claims[0]).toBe('No such treaty: The United States has a mutual defense pact with Israel.');
  // Its publisher has it nowhere on the web: there is no link to copy.
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
});

test('the menu closes on Escape, back to its button, and with the focus going on', async ({ app }) => {
  const page = await check(app);
  const more = page.locator('.check-more summary');
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.check-menu')).toBeHidden();
  await expect(more).toBeFocused();
});

// Print is Chromium’s own tools’.
test('prints words and sources, and no controls', { tag: '@chromium' }, async ({ app }) => {
  const page = await check(app);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const control of ['.check-actions', '.contents', '.backlinks', '.sheet-head', '.peek'])
    await expect(page.locator(control).first()).toBeHidden();
  // Paper is white, whatever the reader's screen is.
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(28, 31, 38)');
  const link = page.locator('#source-1');
  await expect(link.locator('.source-address')).toHaveText(/^https:\/\//);
  await expect(link.locator('.source-address')).toBeVisible();
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const whole = pages(await page.pdf({ format: 'A4' }));
  expect(whole).toBeGreaterThan(2);
  await page.evaluate(() => {
    document.documentElement.dataset.print = 'short';
  });
  await expect(page.locator('#part-sources')).toBeHidden();
  expect(pages(await page.pdf({ format: 'Letter' }))).toBeLessThan(whole);
});

test('the print buttons open the print dialog, with the sources or without, and leave nothing behind', async ({
  app,
}) => {
  const page = await check(app);
  await page.evaluate(() => {
    // The dialog itself would wait for a person.
    window.print = () => {
      document.title = `printed ${document.documentElement.dataset.print ?? 'whole'}`;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await page.getByRole('button', { name: 'Print with its sources' }).click();
  await expect(page).toHaveTitle('printed whole');
  await page.locator('.check-more summary').click();
  await page.getByRole('button', { name: 'Print without sources' }).click();
  await expect(page).toHaveTitle('printed short');
  await expect(page.locator('html')).not.toHaveAttribute('data-print');
});
