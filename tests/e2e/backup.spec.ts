/** Everything of a reader's own goes into a file, comes back from it, and is reset. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Launched } from '../support/extension';
import { feed, CLAIM as REVIEWED, record } from '../support/feeds';
import { violations } from './support/axe';
import { chosen, saved } from './support/download';
import { add, removeAll } from './support/library';
import { call } from './support/packs';
import { expect, ours, PACT, test } from './support/test';

test.afterEach(({ app }) => removeAll(app));

const choose = (app: Launched, options: Page, text: string) =>
  chosen(app, options, () => options.getByRole('button', { name: 'Choose a file…' }).click(), {
    name: 'factmark-settings.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

test('a backup says first what it would change, and changes that', async ({ app }) => {
  // A whole round: much to do for a busy machine.
  test.slow();
  const options = await ours(app, 'options.html');
  await call(options, 'changeSettings', { loudness: 'underline', sitesOff: ['*.example.org', 'a.example'] });
  await call(options, 'check', { id: PACT, opened: true });
  await add(options, feed(record(REVIEWED)));
  await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  const { path } = await saved(app, options, () =>
    options.getByRole('button', { name: 'Save a backup…' }).click(),
  );
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    format: 'factmark-settings-1',
    settings: { loudness: 'underline' },
    sources: [{ address: '', title: 'bridges.json' }],
    opened: [{ id: PACT }],
  });

  await options.getByRole('button', { name: 'Reset settings…' }).click();
  await expect(options.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  for (const also of ['Sources that I added', 'Which checks I opened', 'The list of requests'])
    await options.getByRole('checkbox', { name: also }).check();
  await options.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(options.getByText('Everything you chose was reset.')).toBeVisible();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
  expect((await call(options, 'settings')).sitesOff).toEqual([]);
  expect(await call(options, 'recent')).toEqual([]);

  await choose(app, options, text);
  const ask = options.getByRole('region', { name: 'Restore this backup?' });
  await expect(ask.getByText('Badge and underline → Underline', { exact: false })).toBeVisible();
  await expect(ask.getByText('Sites that are off: 2 entries are added')).toBeVisible();
  await expect(ask.getByText('1 check that you opened is remembered')).toBeVisible();
  await expect(ask.getByText('bridges.json')).toBeVisible();
  // This Firefox ends itself while axe looks here.
  if (!app.firefox) expect(await violations(options)).toEqual([]);
  // Nothing has changed yet.
  expect((await call(options, 'settings')).loudness).toBe('badge');
  await ask.getByRole('button', { name: 'Restore' }).click();
  await expect(options.getByText('The backup was restored.')).toBeVisible();
  await expect(options.getByText('example.org and every site under it', { exact: true })).toBeVisible();
  expect(await call(options, 'settings')).toMatchObject({
    loudness: 'underline',
    sitesOff: ['*.example.org', 'a.example'],
  });
  expect((await call(options, 'recent')).map(({ id }) => id)).toEqual([PACT]);

  await choose(app, options, text);
  await expect(ask.getByText('Your settings are already as in this file.')).toBeVisible();
  await ask.getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect(options.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
});

test('what is no backup is refused in words, and changes nothing', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await choose(app, options, '<html>');
  await expect(options.getByText('This file is no backup of Factmark.', { exact: false })).toBeVisible();
  await choose(app, options, '{"format":"factmark-settings-9"}');
  await expect(options.getByText('a newer version of Factmark', { exact: false })).toBeVisible();
  await choose(
    app,
    options,
    JSON.stringify({
      format: 'factmark-settings-1',
      settings: { loudness: 'shout', sitesOff: ['<img src=x onerror=alert(1)>'] },
      sources: [{ address: 'javascript:alert(1)', title: '<b>', kind: 'feed' }],
    }),
  );
  await expect(options.getByText('3 entries of it do not fit this version', { exact: false })).toBeVisible();
  await expect(options.getByRole('button', { name: 'Restore' })).toHaveCount(0);
});
