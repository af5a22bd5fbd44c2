/** A reader adds a signed pack from a static host: what is said of it, what it marks, what an update costs, the way back. */
import { fingerprint, type SigningKey } from '../../lib/cli/pack/keys';
import { stated } from '../../lib/cli/pack/succession';
import { altered, bytesOf, newKey, PackMaker } from '../support/pack-maker';
import { type Host, startHost } from '../support/pack-server';
import { remove, removeAll } from './support/library';
import {
  addressOf,
  agree,
  answerOf,
  entryOf,
  idOf,
  installed,
  PACK,
  rock,
  rocks,
  saidOf,
  TITLE,
  updateNow,
  withPack,
} from './support/packs';
import { expect, html, open, ours, test } from './support/test';

const KEY = newKey();
let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(() => host.close());
test.afterEach(async ({ app }) => {
  await removeAll(app);
  host.forget();
});

/** A maker whose first edition holds `count` checks and is served. */
function publish(count: number) {
  const maker = new PackMaker(PACK, KEY);
  const first = maker.publish({ checks: rocks(count) });
  host.serve(first.files);
  return { maker, first };
}

test('a pack is added by its address: told of, marked, explained, switched off and on, removed', async ({
  app,
  site,
}) => {
  const { first } = publish(20);
  site.pages.set('/rocks.html', html(`<p>The club met on Monday. ${saidOf(7)} Nobody objected.</p>`));
  const { page, inside } = await open(app, `${site.url}/rocks.html`, false);
  const options = await ours(app, 'options.html');
  const permissions = () => options.evaluate(() => chrome.permissions.getAll());
  const granted = await permissions();
  await agree(options, addressOf(host));
  await expect(options.getByText(`Added 20 checks from ${TITLE}.`)).toBeVisible();
  expect(host.asked.toSorted()).toEqual([...first.files.keys()].map((path) => `${path} 200`).sort());
  const entry = entryOf(options);
  await expect(entry).toContainText('20 checks by Sky desk');
  await entry.getByText('About this source').click();
  for (const words of [
    'Sky desk',
    'MIT',
    addressOf(host),
    '20 checks',
    'English 20',
    `1 (${first.manifest.version})`,
    'November 30, 2025',
    `with key ${fingerprint(KEY.public)}`,
  ])
    await expect(entry.locator('.facts')).toContainText(words);

  await page.bringToFront();
  const marked = () => inside.badges().then((badges) => badges.map((b) => `${b.check}: ${b.text}`));
  await expect.poll(marked).toEqual([`${idOf(7)}: ${saidOf(7)}`]);
  const [badge] = await inside.badges();
  if (!badge) throw new Error('no badge');
  await page.mouse.move(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
  await expect.poll(() => inside.card()).toContain('Is rock number 7 made of green cheese?');
  expect(await inside.card()).toContain('Sky desk');
  const full = await ours(app, `check.html#${idOf(7)}`);
  await expect(full.getByRole('heading', { level: 1 })).toHaveText('Is rock number 7 made of green cheese?');

  for (const name of [TITLE, 'The sky']) {
    for (const shown of [[], [`${idOf(7)}: ${saidOf(7)}`]]) {
      await options.bringToFront();
      await options.getByRole('switch', { name }).click();
      await page.bringToFront();
      await expect.poll(marked).toEqual(shown);
    }
  }
  await options.bringToFront();
  await remove(options, TITLE);
  await expect(options.getByText(`Removed ${TITLE}.`)).toBeVisible();
  await page.bringToFront();
  await expect.poll(marked).toEqual([]);
  // The host may be reached because pages are read everywhere: nothing was added to that, nothing is lost of it.
  expect(await permissions()).toEqual(granted);
});

test('an update with a hundredth of the checks changed fetches at most three hundredths', async ({ app }) => {
  const { maker } = publish(200);
  const options = await withPack(app, host);
  const checks = rocks(200).map((check, n) =>
    n % 100 === 50 ? rock(n, { answer: 'Yes, after all.' }) : check,
  );
  const second = maker.publish({ checks });
  host.serve(second.files);
  host.forget();
  await updateNow(options);
  await expect(options.getByText(`Updated ${TITLE}: it now holds 200 checks.`)).toBeVisible();
  expect(host.sent() / bytesOf(second.files)).toBeLessThanOrEqual(0.03);
  expect(await answerOf(options, 50)).toBe('Yes, after all.');
  expect(await answerOf(options, 51)).toBe('No. It is rock.');

  host.forget();
  await updateNow(options);
  await expect(options.getByText(`${TITLE} is up to date: nothing has changed.`)).toBeVisible();
  expect(host.asked).toEqual(['pack.json 304']);

  await entryOf(options)
    .getByRole('button', { name: /^Go back to the version of / })
    .click();
  await expect(options.getByText(`${TITLE} is as it was before its last update.`)).toBeVisible();
  expect(await answerOf(options, 50)).toBe('No. It is rock.');
  // Updates stop, or the next would undo it.
  await expect(options.getByRole('combobox', { name: /^How often / })).toHaveValue('never');
  await updateNow(options);
  await expect(options.getByText(`Updated ${TITLE}: it now holds 200 checks.`)).toBeVisible();
  expect(await answerOf(options, 50)).toBe('Yes, after all.');
});

test('what can’t be trusted or had is not taken: the reader is told why, and the old edition stays', async ({
  app,
}) => {
  const { maker, first } = publish(20);
  const options = await withPack(app, host);
  const second = maker.publish({ checks: rocks(20, { answer: 'Yes, after all.' }) });
  const shard = [...second.files.keys()].find((path) => !first.files.has(path)) ?? '';
  const wrong = Buffer.from(second.files.get(shard) ?? []);
  wrong.write('!', wrong.indexOf('Yes'));
  const refused: [why: RegExp, files: ReadonlyMap<string, Buffer>][] = [
    [/signed with another key/, altered(second, {}, newKey()).files],
    [/was signed when you added it, and this edition is not/, altered(second, {}, undefined).files],
    [/The signature of .* is wrong/, new Map([['pack.json', resaid(second.files)]])],
    [/its hash is another/, new Map([...second.files, [shard, wrong]])],
    [/A file of the pack is not there/, new Map([...second.files].filter(([path]) => path !== shard))],
    [/cut short or is not JSON/, new Map([['pack.json', Buffer.from('{"format": 1, ')]])],
    [/has nothing at this address \(404\)/, new Map()],
  ];
  for (const [why, files] of refused) {
    host.serve(files);
    await updateNow(options);
    const said = entryOf(options).locator('.progress [role=status]').filter({ hasText: why });
    await expect(said).toContainText(/^The pack rocks was not updated.*nothing has changed/i);
    expect((await installed(options))?.failed).toMatch(why);
    expect(await answerOf(options, 3)).toBe('No. It is rock.');
  }
  await options.reload();
  await expect(entryOf(options).getByText(/has nothing at this address \(404\)/)).toBeVisible();
  host.serve(second.files);
  await updateNow(options);
  await expect(options.getByText(/^Updated The pack/)).toBeVisible();
  expect((await installed(options))?.failed).toBeUndefined();
  expect(await answerOf(options, 3)).toBe('Yes, after all.');
});

/** What a key says of itself to readers of the pack. */
const says = (key: SigningKey, serial: number, spare?: SigningKey) =>
  stated(PACK, { key: key.public, serial, ...(spare && { spare: spare.public }) }, key);

test('a key that its spare takes the place of is followed, and told of; the old one is refused', async ({
  app,
}) => {
  const spare = newKey();
  const maker = new PackMaker(PACK, KEY, [says(KEY, 1, spare)]);
  host.serve(maker.publish({ checks: rocks(20) }).files);
  const options = await withPack(app, host);
  const entry = entryOf(options);
  await entry.getByText('About this source').click();
  const [old, next] = [fingerprint(KEY.public), fingerprint(spare.public)];
  await expect(entry.locator('.facts')).toContainText(`with key ${old}`);
  await expect(entry.locator('.facts')).toContainText(`unless its spare ${next} takes its place`);

  const stolen = maker.publish({ checks: rocks(20, { answer: 'The thief says so.' }) });
  maker.key = spare;
  maker.keys = [says(KEY, 1, spare), says(spare, 3)];
  host.serve(maker.publish({ checks: rocks(20, { answer: 'Yes, after all.' }) }).files);
  await updateNow(options);
  await expect(options.getByText(`Updated ${TITLE}: it now holds 20 checks.`)).toBeVisible();
  await expect(entry).toContainText(`changed the key of this pack from ${old} to ${next}`);
  await expect(entry.locator('.facts')).toContainText(`with key ${next}; updates`);
  await expect(entry.locator('.facts')).toContainText(`Earlier keys${old} (until`);

  host.serve(stolen.files);
  await updateNow(options);
  await expect(entry.locator('.progress')).toContainText('with a key that its publisher no longer uses');
  expect(await answerOf(options, 3)).toBe('Yes, after all.');
});

test('a key that is revoked is told of in plain words, and nothing more is taken that it signs', async ({
  app,
}) => {
  const { maker, first } = publish(20);
  const options = await withPack(app, host);
  const entry = entryOf(options);
  host.serve(altered(first, { serial: 2, revoked: true }, KEY).files);
  await updateNow(options);
  const refused = `The publisher of “${TITLE}” has revoked the key that this edition is signed with`;
  await expect(options.getByText(refused)).toBeVisible();
  const news = `The publisher has revoked the key ${fingerprint(KEY.public)} that this pack is signed with`;
  await expect(entry).toContainText(news);
  // What is there stays until the reader decides.
  expect(await answerOf(options, 3)).toBe('No. It is rock.');

  maker.publish({ checks: rocks(20) });
  host.serve(maker.publish({ checks: rocks(20, { answer: 'The thief says so.' }) }).files);
  await updateNow(options);
  await expect(entry.locator('.progress')).toContainText(
    'has revoked the key that this edition is signed with',
  );
  expect(await answerOf(options, 3)).toBe('No. It is rock.');
  await options.reload();
  await expect(entry).toContainText(news);
  await remove(options, TITLE);
  await expect(options.getByText(`Removed ${TITLE}.`)).toBeVisible();
});

/** Its `pack.json` saying something else than was signed. */
const resaid = (files: ReadonlyMap<string, Buffer>): Buffer =>
  Buffer.from(String(files.get('pack.json')).replace('Can be wrong.', 'Never is wrong.'));
