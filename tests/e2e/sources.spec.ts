/** A reader adds a feed: its claims are found on pages, its reviews shown in their publisher's words. */
import type { Page } from '@playwright/test';
import { expect, html, open, ours, test } from './support/test';

const CLAIM = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
const SAID =
  'According to a leaflet, the Karlsberg suspension bridge has been sold to a scrap dealer from Brandenburg.';

const record = (claimReviewed: string, change: object = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed,
  url: 'https://bridges.example/sold',
  author: { '@type': 'Organization', name: 'Bridge Desk' },
  reviewRating: { '@type': 'Rating', alternateName: 'Pants on bridge' },
  datePublished: '2024-05-01',
  ...change,
});
const feed = (...records: object[]) => ({
  name: 'bridges.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({ '@type': 'DataFeed', dataFeedElement: records.map((item) => ({ item })) }),
  ),
});
const add = (options: Page, file: ReturnType<typeof feed>) =>
  options.locator('input[type=file]').setInputFiles(file);

test.afterEach(async ({ app }) => {
  const options = await ours(app, 'options.html');
  await expect(options.getByRole('heading', { name: 'Added sources' })).toBeVisible();
  for (const remove of await options.getByRole('button', { name: /^Remove / }).all()) await remove.click();
  await expect(options.getByRole('button', { name: /^Remove / })).toHaveCount(0);
});

test('a feed is added, its claim found, its review shown, and taken away again', async ({ app, site }) => {
  site.pages.set('/bridge.html', html(`<p>The town met on Monday. ${SAID} Nobody objected.</p>`));
  const { page, inside } = await open(app, `${site.url}/bridge.html`, false);
  const options = await ours(app, 'options.html');
  await add(options, feed(record(CLAIM), record(''), record('Cats own the town hall of Karlsberg.')));
  await expect(options.getByText('Added 2 reviews from bridges.json.')).toBeVisible();
  await options.getByText('1 record left out').click();
  await expect(options.getByText('/dataFeedElement/1/item/claimReviewed')).toBeVisible();
  await expect(options.getByText(/2 reviews by Bridge Desk/)).toBeVisible();

  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).map((b) => b.text)).toEqual([SAID]);
  const [badge] = await inside.badges();
  const full = await ours(app, `check.html#${badge?.check}`);
  await expect(full.getByRole('heading', { level: 1 })).toHaveText(`“${CLAIM}”`);
  await expect(full.getByText('Pants on bridge')).toBeVisible();
  await expect(full.getByText(/Checked on 1 May 2024 by Bridge Desk/)).toBeVisible();
  await expect(full.getByRole('link', { name: 'Read it at bridges.example' })).toHaveAttribute(
    'href',
    'https://bridges.example/sold',
  );

  await options.bringToFront();
  await options.getByRole('switch', { name: /bridges\.json/ }).click();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
  await options.bringToFront();
  await options.getByRole('switch', { name: /bridges\.json/ }).click();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).length).toBe(1);
  await options.bringToFront();
  await options.getByRole('button', { name: 'Remove bridges.json' }).click();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
});

test('a file that is no feed changes nothing and says what to do', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(options, { ...feed(), buffer: Buffer.from('{"broken": ') });
  await expect(
    options.getByText(/bridges\.json was not added; nothing has changed\..*not valid JSON/),
  ).toBeVisible();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

test('adding can be cancelled, and leaves nothing behind', async ({ app }) => {
  const options = await ours(app, 'options.html');
  const many = Array.from({ length: 30_000 }, (_, i) => record(`${CLAIM} It cost ${i} crowns.`));
  await add(options, feed(...many));
  await options.getByRole('button', { name: 'Cancel' }).click();
  await expect(options.getByRole('button', { name: 'Add a feed from a file…' })).toBeEnabled();
  await options.reload();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

test('strict asks for more than normal does', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await options.getByRole('radio', { name: /^strict/i }).click({ force: true });
  await expect(options.getByText('Saved', { exact: true })).toBeVisible();
  await options.reload();
  await expect(options.getByRole('radio', { name: /^strict/i })).toBeChecked();
});
