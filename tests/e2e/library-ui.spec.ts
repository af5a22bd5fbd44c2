/** The library in the settings: what is said before a host is asked, what is told of a source, the changes. */
import type { Page } from '@playwright/test';
import { CLAIM, feed, recordBy } from '../support/feeds';
import { newKey, PackMaker } from '../support/pack-maker';
import { startHost } from '../support/pack-server';
import { FIRST, SECOND } from '../support/pack-sky';
import { violations } from './support/axe';
import { add, removeAll } from './support/library';
import { call } from './support/packs';
import { expect, ours, PACT, test } from './support/test';

const MANY = Array.from({ length: 6 }, (_, i) =>
  recordBy(`Desk ${i}`, `desk${i}.example`, `${CLAIM} It cost ${i} crowns.`, 'Three bridges'),
);

test.afterEach(({ app }) => removeAll(app));

test('a host is asked only after the reader agreed, in words that say what it learns', async ({
  app,
  site,
}) => {
  const options = await ours(app, 'options.html');
  const field = options.getByRole('textbox', { name: 'Address', exact: true });
  await field.fill('nothing');
  await options.getByRole('button', { name: 'Add…' }).click();
  await expect(options.getByText(/Write or paste an address that starts with https/)).toBeVisible();
  await expect(field).toBeFocused();

  const before = site.requests.length;
  await field.fill(`${site.url}/feed.json`);
  await options.keyboard.press('Enter');
  const host = new URL(site.url).host;
  await expect(options.getByRole('heading', { name: `Ask ${host}?` })).toBeFocused();
  await expect(
    options.getByText(
      `Factmark will ask ${host} for this file now, and again every week. ${host} learns your IP address, that somebody uses Factmark, and what every request of your browser tells (which browser, which language). It can know that the same reader asks again. It learns nothing of what you read.`,
    ),
  ).toBeVisible();
  await expect(options.getByText('This address is not encrypted', { exact: false })).toBeVisible();
  await options.getByRole('combobox', { name: 'Look for updates' }).selectOption('never');
  await expect(options.getByText(/now, and not again unless you press/)).toBeVisible();
  await options.getByRole('button', { name: 'Not now' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(`${site.url}/feed.json`);
  expect(site.requests.slice(before)).toEqual([]);
});

test('the public feed is offered and off; adding it asks first, too', async ({ app }) => {
  const options = await ours(app, 'options.html');
  const offer = options.getByRole('region', { name: 'The public feed of fact-checks' });
  await expect(offer).toContainText('about 92,000 records');
  await expect(offer).toContainText('CC BY');
  await expect(offer).toContainText('Anyone may submit to it, also in another publisher’s name');
  await offer.getByRole('button', { name: 'Add the public feed' }).click();
  await expect(options.getByRole('heading', { name: 'Ask storage.googleapis.com?' })).toBeFocused();
  await options.getByRole('button', { name: 'Not now' }).click();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

test('says of a source what it is, what of it was refused, and what goes with it', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await add(options, feed(...MANY, { '@type': 'MediaReview' }));
  await expect(options.getByText('Added 6 reviews from bridges.json.')).toBeVisible();
  const entry = options.locator('.source-entry').filter({ hasText: 'bridges.json' });
  await entry.getByText('About this source').click();
  for (const words of ['from a file', 'not signed', 'May 1, 2024', '6 reviews'])
    await expect(entry.locator('.facts')).toContainText(words);
  await expect(entry.getByRole('button', { name: /^Update / })).toHaveCount(0);
  await entry.getByText('What became of its records').click();
  await expect(entry.getByText(/about a picture or video/)).toBeVisible();
  await expect(options.locator('.room li')).toContainText([/bridges\.json/]);

  await entry.getByRole('button', { name: 'Remove bridges.json' }).click();
  await expect(entry.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expect(entry.getByText(/6 reviews and their index \(.+\) are deleted/)).toBeVisible();
  await entry.getByRole('button', { name: 'Keep it' }).click();
  await expect(entry.getByRole('switch', { name: 'bridges.json' })).toBeChecked();
});

test('a signed pack is added, told in full, updated, and taken back a version; its change is told', async ({
  app,
}) => {
  const host = await startHost();
  const maker = new PackMaker('sky', newKey());
  host.serve(maker.publish(FIRST).files);
  const options = await ours(app, 'options.html');
  await options.getByRole('textbox', { name: 'Address', exact: true }).fill(`${host.url}pack.json`);
  await options.keyboard.press('Enter');
  await options.getByRole('combobox', { name: 'Look for updates' }).selectOption('never');
  await options.getByRole('button', { name: /^Ask / }).click();
  await expect(options.getByText(/^Added 6 checks and 7 reviews from /)).toBeVisible();
  const entry = options.locator('.source-entry').last();
  await expect(entry.getByRole('combobox', { name: /^How often / })).toHaveValue('never');
  await entry.getByText('About this source').click();
  const facts = entry.locator('.facts');
  await expect(facts).toContainText(/with key ([0-9a-f]{4} ){3}[0-9a-f]{4};/);
  await expect(facts).toContainText(/Version1 \([0-9a-f]{16}\)/);
  await expect(facts).toContainText('6 checks and 7 reviews');

  const check = await ours(app, 'check.html#sky.meteor-cheese');
  await expect(check.getByText('No. It is rock.')).toBeVisible();
  await check.close();
  host.serve(maker.publish(SECOND).files);
  await entry.getByRole('button', { name: /^Update .* now$/ }).click();
  await expect(entry.getByText(/^Updated .*: it now holds 6 checks and 7 reviews\.$/)).toBeVisible();
  await expect(facts).toContainText(/Version2 /);
  await expect(facts).toContainText('so that you can go back one version');

  const popup = await ours(app, 'popup.html');
  await popup.getByRole('button', { name: /New text, still/ }).click();
  const box = popup.getByRole('region', { name: 'What changed' });
  await expect(box).toContainText('No. It is rock.');
  await expect(box).toContainText('Yes, after all.');
  await popup.goto(`${app.origin}/popup.html#`);
  await popup.reload();
  await expect(popup.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(popup.getByRole('region', { name: 'Changed since you read' })).toHaveCount(0);

  await options.bringToFront();
  await entry.getByRole('button', { name: /^Go back to the version of / }).click();
  await expect(
    options.getByText(/ is as it was before its last update\. It is updated only by hand now\.$/),
  ).toBeVisible();
  await expect(facts).toContainText(/Version1 /);
  await expect(
    options.getByText('1 check of those you opened changed since.', { exact: false }),
  ).toBeVisible();
  await options.getByRole('button', { name: 'Forget what I opened' }).click();
  await expect(options.getByText('No check that you opened has changed.')).toBeVisible();
  await host.close();
});

test('what failed says what to do, and keeps what was typed', async ({ app, site }) => {
  const options = await ours(app, 'options.html');
  const field = options.getByRole('textbox', { name: 'Address', exact: true });
  await field.fill(`${site.url}/not-there.json`);
  await options.keyboard.press('Enter');
  await options.getByRole('button', { name: /^Ask / }).click();
  await expect(options.getByText(/not-there\.json was not added; nothing has changed\./)).toBeVisible();
  await expect(field).toHaveValue(`${site.url}/not-there.json`);
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const)
  test(`all of it open, in ${scheme}, against WCAG 2.2 AA`, async ({ app }) => {
    const options = await ours(app, 'options.html');
    await options.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await add(options, feed(...MANY, { '@type': 'MediaReview' }));
    await expect(options.getByText('Added 6 reviews from bridges.json.')).toBeVisible();
    await options.getByRole('textbox', { name: 'Address', exact: true }).fill('checks.example/pack.json');
    await options.keyboard.press('Enter');
    await options.getByRole('button', { name: 'Remove bridges.json' }).click();
    for (const fold of await options.locator('.fold summary').all()) await fold.click();
    await expect(options.getByLabel('Find a publisher')).toBeVisible();
    // This Firefox ends itself while axe looks here, and at the popup below.
    if (!app.firefox) expect(await violations(options)).toEqual([]);

    await options.setViewportSize({ width: 320, height: 600 });
    for (const dir of ['ltr', 'rtl']) {
      await options.evaluate((d) => document.documentElement.setAttribute('dir', d), dir);
      expect(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth), dir).toBe(
        true,
      );
    }
    await options.setViewportSize({ width: 1280, height: 900 });
  });

/** Leaves a change of a check behind, as an update would: another verdict than the one that was read. */
const leaveChange = (page: Page) =>
  page.evaluate(
    (id) =>
      new Promise<void>((done, fail) => {
        const said = { id, question: 'Does the pact exist?', checkedOn: '2025-11-30', text: '' };
        const opening = indexedDB.open('factmark');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('changes', 'readwrite');
          writing.objectStore('changes').put({
            id,
            when: '2026-03-02T10:00:00.000Z',
            was: {
              ...said,
              verdict: { label: 'Unproven', rating: 'unproven' },
              answer: 'Nobody knows.',
              opened: '2026-01-05T10:00:00.000Z',
            },
            now: { ...said, verdict: { label: 'No such treaty', rating: 'false' }, answer: 'No.' },
            why: 'A document came to light.',
            told: false,
          });
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    PACT,
  );

test('what changed since it was opened is told once in the popup, and in the check', async ({ app }) => {
  const check = await ours(app, `check.html#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toBeVisible();
  await leaveChange(check);
  const popup = await ours(app, 'popup.html');
  const list = popup.getByRole('region', { name: 'Changed since you read' });
  const isQuiet = async () => {
    await popup.goto(`${app.origin}/popup.html`);
    await popup.reload();
    await expect(popup.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(list).toHaveCount(0);
  };
  await expect(list).toContainText('Was Unproven, is now No such treaty, since March 2, 2026');
  if (!app.firefox) expect(await violations(popup)).toEqual([]);
  await list.getByRole('button', { name: 'OK' }).click();
  await expect(list).toHaveCount(0);
  await isQuiet();
  // Closing the popup is moving on, too.
  await leaveChange(check);
  await popup.reload();
  await expect(list).toBeVisible();
  await popup.goto('about:blank');
  await isQuiet();

  await check.reload();
  const box = check.getByRole('region', { name: 'What changed' });
  await expect(box).toContainText('When you opened it on January 5, 2026 it said');
  await expect(box).toContainText('Unproven');
  await expect(box).toContainText('Since March 2, 2026 it says');
  await expect(box).toContainText('A document came to light.');
  expect(await violations(check)).toEqual([]);
});

test('nothing is told in the popup where the reader does not want it', async ({ app }) => {
  const check = await ours(app, `check.html#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toBeVisible();
  await leaveChange(check);
  expect(await call(check, 'changes')).toHaveLength(1);
  await call(check, 'changeSettings', { tellChanges: false });
  const popup = await ours(app, 'popup.html');
  await expect(popup.getByRole('heading', { level: 2 }).first()).toBeVisible();
  // Calls are answered in turn: by now the popup knows what changed, and two frames on it shows it.
  await call(popup, 'changes');
  await popup.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(popup.getByRole('region', { name: 'Changed since you read' })).toHaveCount(0);
  await popup.close();
  await call(check, 'changeSettings', { tellChanges: true });
  // It was forgotten.
  expect(await call(check, 'changes')).toEqual([]);
});
