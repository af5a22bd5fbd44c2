/** The list of requests in the settings: what it holds, and how the reader saves and erases it. */
import { CLAIM, feed, record } from '../support/feeds';
import { saved } from './support/download';
import { add, removeAll } from './support/library';
import { call } from './support/packs';
import { expect, ours, test } from './support/test';

test.afterEach(({ app }) => removeAll(app));

test('the receipt is empty, also after a file was added; changes can be switched off', async ({ app }) => {
  const options = await ours(app, 'options.html');
  // The browser may have been used by other tests before.
  await call(options, 'eraseReceipt');
  await options.reload();
  await add(options, feed(record(CLAIM)));
  await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  await expect(options.getByText('Factmark has made no request.')).toBeVisible();
  const tell = options.getByRole('switch', { name: /^Remember which checks I opened/ });
  await expect(tell).toBeChecked();
  await tell.click();
  await expect(options.getByText('Saved', { exact: true })).toBeVisible();
  await options.reload();
  await expect(tell).not.toBeChecked();
  await expect(options.getByText('No check that you opened has changed.')).toBeVisible();
});

test('a receipt of requests is listed, saved as a file, and erased', async ({ app, site }) => {
  site.pages.set('/feed.json', JSON.stringify([record(CLAIM)]));
  const options = await ours(app, 'options.html');
  await options.getByRole('textbox', { name: 'Address', exact: true }).fill(`${site.url}/feed.json`);
  await options.keyboard.press('Enter');
  await options.getByRole('button', { name: /^Ask / }).click();
  await expect(options.getByText(/^Added 1 review from /)).toBeVisible();
  await expect(options.getByRole('cell', { name: `${site.url}/feed.json` })).toBeVisible();
  const { name } = await saved(app, options, () =>
    options.getByRole('button', { name: 'Save as a file' }).click(),
  );
  expect(name).toBe('factmark-requests.json');
  await options.getByRole('button', { name: 'Erase this list' }).click();
  await expect(options.getByText('Factmark has made no request.')).toBeVisible();

  const entry = options.locator('.source-entry').last();
  await entry.getByRole('button', { name: /^Update .* now$/ }).click();
  await expect(entry.getByText(/is up to date|now holds/)).toBeVisible();
  await entry.getByRole('combobox', { name: /^How often / }).selectOption('daily');
  await expect(options.getByText('Saved', { exact: true })).toBeVisible();
  await options.reload();
  await expect(entry.getByRole('combobox', { name: /^How often / })).toHaveValue('daily');
});
