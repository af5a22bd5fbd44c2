/** One check as a page: reading it, going on from it, where there is none, a bare review; with axe, and in a narrow window. */
import { feed, record } from '../support/feeds';
import { violations } from './support/axe';
import { check, copied, peek } from './support/check';
import { add, removeAll } from './support/library';
import { expect, ours, PACT, test } from './support/test';

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
