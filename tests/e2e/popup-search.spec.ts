/** The search in the popup: checks of the library, and reviews of an added feed. */
import { feed, recordBy } from '../support/feeds';
import { add, removeAll } from './support/library';
import { expect, ours, searchFor, test } from './support/test';

test('finds a check of the library: half words, none, and what an address asks for', async ({ app }) => {
  const popup = await searchFor(app, 'philipp');
  const hits = popup.locator('.hit');
  await expect(hits.first()).toContainText('Philippine ships');
  await expect(popup.getByRole('searchbox', { name: 'Find a check' })).toBeFocused();
  await expect(popup.getByRole('tab', { name: 'Find a check' })).toHaveAttribute('aria-selected', 'true');
  await popup.getByRole('searchbox').fill('zebra unicorn');
  await expect(popup.getByRole('status').filter({ hasText: 'No check found' })).toHaveCount(1);
  await popup.getByRole('searchbox').fill('militry aid');
  await expect(hits.first()).toContainText('history of US military aid');
  await expect(hits.first().locator('mark').first()).toHaveText('military');
  await hits.first().click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    'What is the history of US military aid to Israel?',
  );
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByRole('searchbox')).toHaveValue('militry aid');
});

test('finds reviews of an added feed, and nothing of it once it is gone', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(
    options,
    feed(
      recordBy(
        'Bridge Desk',
        'bridges.example',
        'The Karlsberg suspension bridge was sold to a scrap dealer.',
        'Not so',
      ),
    ),
  );
  await expect(options.locator('.source-entry').filter({ hasText: 'bridges.json' })).toBeVisible();
  const popup = await searchFor(app, 'karlsbreg bridg');
  await expect(popup.locator('.hit')).toHaveCount(1);
  await expect(popup.locator('.hit')).toContainText('Not so');
  await expect(popup.locator('.hit mark')).toHaveText(['Karlsberg', 'bridge']);
  await removeAll(app);
  await popup.getByRole('searchbox').fill('karlsberg bridge');
  await expect(popup.getByRole('status').filter({ hasText: 'No check found' })).toHaveCount(1);
});
