/** A reader adds a feed: its claims are found on pages, its reviews shown in their publisher's words. */
import { CLAIM, feed, record, recordBy, SAID } from '../support/feeds';
import { violations } from './support/axe';
import { add, remove, removeAll } from './support/library';
import { expect, html, open, ours, test } from './support/test';

test.afterEach(({ app }) => removeAll(app));

test('a feed is added, its claim found, its review shown, and taken away again', async ({ app, site }) => {
  site.pages.set('/bridge.html', html(`<p>The town met on Monday. ${SAID} Nobody objected.</p>`));
  const { page, inside } = await open(app, `${site.url}/bridge.html`, false);
  const options = await ours(app, 'options.html');
  await add(options, feed(record(CLAIM), record(''), record('Cats own the town hall of Karlsberg.')));
  await expect(options.getByText('Added 2 reviews from bridges.json.')).toBeVisible();
  await options.getByText('What became of its records').click();
  await expect(options.getByText('2 records taken')).toBeVisible();
  await expect(options.getByText('1 record refused')).toBeVisible();
  await expect(options.getByText('1 refused: does not say what was claimed')).toBeVisible();
  await expect(options.getByText('/dataFeedElement/1/item')).toBeVisible();
  await expect(options.getByText(/2 reviews by Bridge Desk/)).toBeVisible();

  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).map((b) => b.text)).toEqual([SAID]);
  const [badge] = await inside.badges();
  const full = await ours(app, `check.html#${badge?.check}`);
  await expect(full.getByRole('heading', { level: 1 })).toHaveText(`“${CLAIM}”`);
  await expect(full.getByText('Pants on bridge')).toBeVisible();
  await expect(full.getByText(/Checked on May 1, 2024 by Bridge Desk/)).toBeVisible();
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
  await remove(options, 'bridges.json');
  await expect(options.getByText('Removed bridges.json.')).toBeVisible();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
});

test('settings that are open twice show what the other does, without being looked at', async ({ app }) => {
  const other = await ours(app, 'options.html');
  await expect(other.getByText('You have not added a source.')).toBeVisible();
  const options = await ours(app, 'options.html');
  await other.evaluate(() => addEventListener('focus', () => document.body.classList.add('looked-at')));
  await add(options, feed(record(CLAIM)));
  await expect(other.getByRole('switch', { name: /bridges\.json/ })).toBeChecked();
  await options.getByRole('switch', { name: /bridges\.json/ }).click();
  await expect(other.getByRole('switch', { name: /bridges\.json/ })).not.toBeChecked();
  await remove(options, 'bridges.json');
  await expect(other.getByText('You have not added a source.')).toBeVisible();
  await expect(other.locator('body')).not.toHaveClass(/looked-at/);
});

test('a publisher that is switched off is not matched', async ({ app, site }) => {
  site.pages.set('/bridge.html', html(`<p>The town met on Monday. ${SAID} Nobody objected.</p>`));
  const { page, inside } = await open(app, `${site.url}/bridge.html`, false);
  const options = await ours(app, 'options.html');
  await add(
    options,
    feed(
      record(CLAIM),
      recordBy('Town Hall Watch', 'watch.example', 'Cats own the town hall of Karlsberg.', 'Untrue'),
    ),
  );
  await expect(options.getByText('Added 2 reviews from bridges.json.')).toBeVisible();
  await options.getByText('2 publishers', { exact: true }).click();
  await options.getByLabel('Find a publisher').fill('bridge');
  await expect(options.getByRole('switch', { name: 'Town Hall Watch' })).toHaveCount(0);
  const bridge = options.getByRole('switch', { name: 'Bridge Desk' });
  await bridge.click();
  await expect(options.getByText('2 publishers, 1 off')).toBeVisible();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).length).toBe(0);
  await options.bringToFront();
  await options.getByRole('button', { name: 'Switch 1 publisher on' }).click();
  await expect(bridge).toBeChecked();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).map((b) => b.text)).toEqual([SAID]);
});

test('several publishers of one claim stand side by side in their own words', async ({ app, site }) => {
  site.pages.set('/bridge.html', html(`<p>The town met on Monday. ${SAID} Nobody objected.</p>`));
  const { page, inside } = await open(app, `${site.url}/bridge.html`, false);
  const options = await ours(app, 'options.html');
  await add(
    options,
    feed(
      record(CLAIM, { reviewRating: { '@type': 'Rating', alternateName: 'False' } }),
      recordBy('Tower Desk', 'tower.example', CLAIM, 'True'),
      recordBy('River Desk', 'river.example', CLAIM, 'Three bridges'),
    ),
  );
  await expect(options.getByText('Added 3 reviews from bridges.json.')).toBeVisible();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).length).toBe(1);
  const [badge] = await inside.badges();
  const full = await ours(app, `check.html#${badge?.check}`);
  const others = full.locator('.others');
  await expect(others).toContainText('2 other publishers looked at this claim: they differ');
  for (const words of ['Bridge Desk', 'Tower Desk', 'River Desk', 'Three bridges', 'May 1, 2024'])
    await expect(others).toContainText(words);
  expect(await violations(full)).toEqual([]);
  await others.getByRole('button', { name: /Tower Desk/ }).click();
  await expect(full.locator('.check-verdict')).toContainText('True');
  await page.bringToFront();
  await inside.evaluate(`root.querySelector('.badge').focus()`);
  await expect.poll(() => inside.card()).toContain('2 other publishers looked at this claim: they differ');
});

test('a file that is no feed changes nothing and says what to do', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(options, { ...feed(), buffer: Buffer.from('{"broken": ') });
  await expect(options.getByText(/bridges\.json was not added; nothing has changed\..+JSON/)).toBeVisible();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

test('adding can be cancelled, and leaves nothing behind', async ({ app }) => {
  const options = await ours(app, 'options.html');
  const many = Array.from({ length: 30_000 }, (_, i) => record(`${CLAIM} It cost ${i} crowns.`));
  await add(options, feed(...many));
  await options.getByRole('button', { name: 'Cancel' }).click();
  await expect(options.getByRole('progressbar')).toHaveCount(0);
  await expect(options.getByRole('button', { name: 'Add from files…' })).toBeEnabled();
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
