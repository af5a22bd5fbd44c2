/** The library's settings with something else going on: another window, work that holds the library, a reader's wish. */
import type { Page } from '@playwright/test';
import { CLAIM, feed, record, recordBy } from '../support/feeds';
import { add, removeAll } from './support/library';
import { expect, ours, PACT, test } from './support/test';

test.afterEach(({ app }) => removeAll(app));

/** How many values a store of the library's database holds. */
const countIn = (page: Page, store: string) =>
  page.evaluate(
    (name) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('factmark');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      }),
    store,
  );

test('publishers switched off in two windows stay off', async ({ app }) => {
  const first = await ours(app, 'options.html');
  await add(
    first,
    feed(...[0, 1, 2].map((i) => recordBy(`Desk ${i}`, `desk${i}.example`, `${CLAIM} For ${i}.`, 'No'))),
  );
  await expect(first.getByText('Added 3 reviews from bridges.json.')).toBeVisible();
  const second = await ours(app, 'options.html');
  for (const page of [first, second]) await page.getByText('3 publishers', { exact: true }).click();
  for (const [i, page] of [first, second].entries()) {
    await page.getByRole('switch', { name: `Desk ${i}` }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  }
  await second.reload();
  await second.getByText('3 publishers, 2 off').click();
  for (const [i, on] of [false, false, true].entries())
    await expect(second.getByRole('switch', { name: `Desk ${i}` })).toBeChecked({ checked: on });
});

test('says that a removal waits while the library is at work', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(options, feed(record(CLAIM)));
  await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  await options.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('factmark-library', () => {
          held();
          return new Promise<void>((release) => addEventListener('release', () => release()));
        });
      }),
  );
  await options.getByRole('button', { name: 'Remove bridges.json' }).click();
  await options.getByRole('button', { name: 'Remove it' }).click();
  const busy = options.getByRole('button', { name: 'Removing…' });
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await expect(options.getByText('Removing bridges.json…')).toBeVisible();
  await options.evaluate(() => dispatchEvent(new Event('release')));
  await expect(options.getByText('Removed bridges.json.')).toBeVisible();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

test('from a private window, a check is shown and nothing is written down', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await options.getByRole('button', { name: 'Forget what I opened' }).click();
  await expect(options.getByText('Saved', { exact: true })).toBeVisible();
  const check = await ours(app, `check.html?private#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await countIn(check, 'opened')).toBe(0);
  // The same page without the word does write it down.
  const open = await ours(app, `check.html#${PACT}`);
  await expect(open.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await countIn(open, 'opened')).toBe(1);
});
