/** One check as a page: reading it, previewing and following sources, taking it along, printing it. */
import type { Page } from '@playwright/test';
import { readRecord } from '../../lib/claims/claim-review/read';
import type { Launched } from '../support/extension';
import { feed, record } from '../support/feeds';
import { violations } from './support/axe';
import { add, removeAll } from './support/library';
import { allowClipboard, expect, ours, PACT, test } from './support/test';

/** The check's page, with what it copies readable. */
async function check(app: Launched, hash = PACT): Promise<Page> {
  await allowClipboard(app);
  const page = await ours(app, `check.html#${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const peek = (page: Page) => page.locator('.peek:popover-open');

test('is an article: question, verdict, parts in order, sources; its question names the tab', async ({
  app,
}) => {
  const page = await check(app);
  await expect(page).toHaveTitle(/^Does the US have a mutual defense pact with Israel\?/);
  await expect(page.locator('h1')).toBeFocused();
  const headings = await page.locator('article h2').allTextContents();
  expect(headings[0]).toBe('Executive summary');
  expect(headings.at(-1)).toBe('Who published this');
  for (const title of ['Bottom line', 'Sources', 'Follow-up questions', 'Related checks'])
    expect(headings.some((h) => h.endsWith(title))).toBe(true);
  await expect(page.getByText('Checked on November 30, 2025 by Factmark').first()).toBeVisible();
});

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

// Fingers, and print below, are Chromium’s own tools’.
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

test('shows where one is among its contents, and leads there', async ({ app }) => {
  const page = await check(app);
  const contents = page.getByRole('navigation', { name: 'In this check' });
  await contents.getByRole('link', { name: 'Treaty proposals' }).click();
  const part = page.locator('section', { has: page.getByRole('heading', { name: /Treaty proposals$/ }) });
  await expect(part).toBeFocused();
  await expect(contents.locator('[aria-current]')).toHaveText('Treaty proposals');
  expect(new URL(page.url()).hash).toBe(`#${PACT}`);
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(contents).toBeHidden();
});

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

test('leads on: follow-ups and related checks open in place, and back again', async ({ app }) => {
  const page = await check(app);
  await page.getByRole('button', { name: 'What is the history of US military aid to Israel?' }).click();
  await expect(page.locator('h1')).toHaveText('What is the history of US military aid to Israel?');
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Does the US have a mutual defense pact with Israel?');
  const related = page.locator('#part-related button').first();
  const question = await related.locator('.related-question').textContent();
  await related.click();
  await expect(page.locator('h1')).toHaveText(String(question));
});

test('says what to do where there is no such check, whatever the address', async ({ app }) => {
  for (const hash of ['no-such-check', '%E0%A4%A', '']) {
    const page = await check(app, hash);
    await expect(page.locator('h1')).toHaveText('This check is not in your library');
    await expect(page.getByRole('link', { name: 'Find a check' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open my library' })).toBeVisible();
    await page.close();
  }
});

test('a bare review says whose it is and leads to its publisher', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(
    options,
    feed(record('The Karlsberg bridge was sold.', { itemReviewed: { author: 'A leaflet' } })),
  );
  await expect(options.getByText(/^Added /)).toBeVisible();
  const { url } = await app.context.newPage().then(async (page) => {
    await page.goto(`${app.origin}/options.html`);
    const reply = await page.evaluate(() =>
      chrome.runtime.sendMessage({
        wire: 'factmark/1',
        call: 'tryText',
        query: { text: 'They say that the Karlsberg bridge was sold.' },
      }),
    );
    return { url: `check.html#${reply.value.cards[0].id}` };
  });
  const page = await check(app, url.split('#')[1]);
  await expect(page.locator('h1')).toHaveText('“The Karlsberg bridge was sold.”');
  await expect(page.getByText('Claimed by')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Read it at bridges.example' })).toHaveAttribute(
    'href',
    'https://bridges.example/sold',
  );
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status')).toHaveText('The link is copied.');
  expect(await copied(page)).toBe('https://bridges.example/sold');
  expect(await violations(page)).toEqual([]);
  await removeAll(app);
});

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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no violations in ${colorScheme} with the menu open`, async ({ app }) => {
    const page = await check(app);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator('.check-more summary').click();
    await expect(page.locator('.check-menu')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test(`has no violations in ${colorScheme} with a preview open`, async ({ app }) => {
    const page = await check(app);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator('#part-summary a.cite').first().hover();
    await expect(peek(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('nothing scrolls sideways at 320 pixels or with text twice as large', async ({ app }) => {
  const page = await check(app);
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await fits()).toBe(true);
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await fits()).toBe(true);
});
