/** What an organisation sets, through the browser's own policy files. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { EXTENSION, type Launched, launch } from '../support/extension';
import { violations } from './support/axe';
import { call } from './support/packs';
import { ours } from './support/test';

/** Where Debian's Chromium reads policies. */
const FOLDER = '/etc/chromium/policies/managed';
const FILE = join(FOLDER, 'factmark-test.json');

/** The id of an extension that is loaded from a folder: the first half of a hash of its path, in letters from a. */
const idOf = (path: string): string =>
  [...createHash('sha256').update(path).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

const policy = {
  defaults: { strictness: 'strict' },
  enforced: { loudness: 'underline', sitesOff: ['*.intranet.example'], topicsOff: [] },
  firstRun: 'silent',
};

const test = base.extend<object, { app: Launched }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [idOf(EXTENSION)]: policy } } }));
      try {
        const app = await launch({ welcome: 'none' });
        await use(app);
        await app.close();
      } finally {
        rmSync(FILE, { force: true });
      }
    },
    { scope: 'worker' },
  ],
});

// Another browser reads them elsewhere, and only the machine's administrator may write them.
test.skip(!existsSync('/etc/chromium') || process.getuid?.() !== 0, 'policies cannot be set here');

test('what is set is locked and says so; what is suggested can be changed', async ({ app }) => {
  expect(app.id).toBe(idOf(EXTENSION));
  const options = await ours(app, 'options.html');
  await expect(
    options.getByText('Your organisation has set some of these settings.', { exact: false }),
  ).toBeVisible();
  const loud = options.getByRole('group', { name: 'How matching sentences are shown' });
  await expect(loud.getByRole('radio', { name: /^Underline/ })).toBeChecked();
  await expect(loud.getByRole('radio', { name: /^Badge/ })).toBeDisabled();
  await expect(options.getByText('intranet.example and every site under it')).toBeVisible();
  await expect(options.getByRole('textbox', { name: 'Turn off at a site' })).toHaveCount(0);
  const topic = options.getByRole('switch', { name: /Defense pacts/ });
  await expect(topic).toBeDisabled();
  await topic.click({ force: true });
  await expect(topic).toBeChecked();
  expect(await violations(options)).toEqual([]);

  const strict = options.getByRole('radio', { name: /^Strict/ });
  await expect(strict).toBeChecked();
  await options.getByRole('radio', { name: /^Normal/ }).click({ force: true });
  await expect(options.getByText('Saved', { exact: true })).toBeVisible();
  await options.reload();
  await expect(options.getByRole('radio', { name: /^Normal/ })).toBeChecked();
  await expect(call(options, 'changeSettings', { loudness: 'badge' })).rejects.toThrow(/organisation/);
});
