/** Updates that are cut off by a closed page or a killed background, come by themselves, or change what a reader knows. */
import type { Page } from '@playwright/test';
import { PackMaker, type Published } from '../support/pack-maker';
import { type Host, startHost } from '../support/pack-server';
import { removeAll } from './support/library';
import {
  addressOf,
  agree,
  answerOf,
  call,
  entryOf,
  holdAt,
  idOf,
  installed,
  leftOver,
  PACK,
  ring,
  rock,
  rocks,
  SOURCE,
  TITLE,
  updateNow,
  withPack,
} from './support/packs';
import { expect, ours, test } from './support/test';
import { killWorker } from './support/worker';

const BEFORE = 'No. It is rock.';
const AFTER = 'Yes, after all.';
let host: Host;
let maker: PackMaker;
let first: Published;
test.beforeEach(async () => {
  host = await startHost();
  maker = new PackMaker(PACK);
  first = maker.publish({ checks: rocks(30) });
  host.serve(first.files);
});
test.afterEach(async ({ app }) => {
  await removeAll(app);
  await host.close();
});

/** The next edition, in which each check answers another thing. */
const publishNext = () => maker.publish({ checks: rocks(30, { answer: AFTER }) });

/** Checks 0 and 29 answer so, in an edition of this number. */
async function expectEdition(page: Page, answer: string, serial: number): Promise<void> {
  expect([await answerOf(page, 0), await answerOf(page, 29)]).toEqual([answer, answer]);
  expect((await installed(page))?.current.serial).toBe(serial);
}

/** All of it is of the first edition or all of the second; if it is the second, it is made the first again. */
async function expectWhole(page: Page): Promise<void> {
  // The closed page's worker is gone with its lock; what it had stored by then, the background takes up. Two readings of
  // the number stand around the answer: storing may end between them.
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(0);
  const number = async () => (await installed(page))?.current.serial;
  await expect
    .poll(async () => {
      const serial = await number();
      const answers = [await answerOf(page, 0), await answerOf(page, 29)];
      return serial === (await number()) && answers.every((a) => a === (serial === 1 ? BEFORE : AFTER));
    })
    .toBe(true);
  const serial = (await installed(page))?.current.serial ?? 0;
  await expectEdition(page, serial === 1 ? BEFORE : AFTER, serial);
  if (serial === 1) return;
  await call(page, 'rollBack', { id: SOURCE });
  await call(page, 'setSchedule', { id: SOURCE, schedule: 'daily' });
  await expectEdition(page, BEFORE, 1);
}

test('the page is closed in the middle of adding and of updating: before or after, never between', async ({
  app,
}) => {
  test.slow();
  const still = await ours(app, 'check.html');
  const { size } = first.files;
  for (const k of [1, 2, Math.ceil(size / 2), size]) {
    const options = await ours(app, 'options.html');
    const held = holdAt(host, first.files, k);
    await agree(options, addressOf(host));
    await held.reached;
    await options.close();
    await held.gone;
    held.release();
    expect(await installed(still), `adding, cut at request ${k}`).toBeUndefined();
    expect(await answerOf(still, 0)).toBeUndefined();
  }
  await (await withPack(app, host)).close();
  const second = publishNext();
  host.serve(second.files);
  for (const k of [1, 2, Math.ceil(second.files.size / 2), second.files.size]) {
    const options = await ours(app, 'options.html');
    const held = holdAt(host, second.files, k);
    await updateNow(options);
    await held.reached;
    await options.close();
    await held.gone;
    held.release();
    await expectEdition(still, BEFORE, 1);
  }
  // And wherever it just is once the host has answered so many times.
  for (const k of [1, 3, second.files.size - 1, second.files.size]) {
    const options = await ours(app, 'options.html');
    const held = holdAt(host, second.files, k, true);
    await updateNow(options);
    await held.reached;
    await options.close();
    held.release();
    await expectWhole(still);
  }
  const options = await ours(app, 'options.html');
  await updateNow(options);
  await expect(options.getByText(/^Updated The pack/)).toBeVisible();
  await expectEdition(still, AFTER, 2);
  expect(await leftOver(still)).toEqual([]);
});

test('the reader cancels: nothing has changed', async ({ app }) => {
  const options = await withPack(app, host);
  const second = publishNext();
  host.serve(second.files);
  const held = holdAt(host, second.files, 3);
  await updateNow(options);
  await held.reached;
  await entryOf(options).getByRole('button', { name: 'Cancel' }).click();
  held.release();
  await expect(entryOf(options).getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expectEdition(options, BEFORE, 1);
});

test('an update comes by itself when it is due, and not before', async ({ app }) => {
  const options = await withPack(app, host);
  host.serve(publishNext().files);
  host.forget();
  await (await app.worker()).evaluate(() => chrome.alarms.create('updates', { when: Date.now() }));
  await expect.poll(() => options.evaluate(() => chrome.alarms.get('updates'))).toBeUndefined();
  await ring(app, options);
  await expect.poll(() => answerOf(options, 0)).toBe(AFTER);
  await expectEdition(options, AFTER, 2);
  // The first alarm asked for nothing.
  expect(host.asked.filter((asked) => asked.startsWith('pack.json'))).toEqual(['pack.json 200']);
  const receipt = await call(options, 'receipt');
  expect(receipt.at(0)?.why).toBe(`a part of the update of “${TITLE}”`);
  expect(receipt.find(({ url }) => url === addressOf(host))?.why).toContain('on schedule');
});

test('the background is killed in the middle of an update on schedule, at any of its requests', async ({
  app,
}) => {
  test.slow();
  const options = await withPack(app, host);
  const second = publishNext();
  host.serve(second.files);
  for (const k of [1, 2, Math.ceil(second.files.size / 2), second.files.size]) {
    const held = holdAt(host, second.files, k);
    await ring(app, options);
    await held.reached;
    await killWorker(app);
    await held.gone;
    held.release();
    await expectEdition(options, BEFORE, 1);
  }
  for (const k of [1, 3, second.files.size - 1, second.files.size]) {
    const held = holdAt(host, second.files, k, true);
    await ring(app, options);
    await held.reached;
    await killWorker(app);
    held.release();
    await expectWhole(options);
  }
  await ring(app, options);
  await expect.poll(() => answerOf(options, 29)).toBe(AFTER);
  await expectEdition(options, AFTER, 2);
  await expect.poll(() => leftOver(options)).toEqual([]);
});

test('a verdict that changed since the reader opened the check is told once, and in the check', async ({
  app,
}) => {
  const options = await withPack(app, host);
  // What earlier tests opened has changed too.
  await call(options, 'forgetOpened');
  const check = await ours(app, `check.html#${idOf(4)}`);
  await expect(check.getByRole('heading', { level: 1 })).toBeVisible();
  await check.close();
  const verdict = { label: 'Yes, some of it', rating: 'mixed' };
  const changes = [
    { on: '2026-02-01', was: { label: 'No', rating: 'false' }, why: 'A cheese was found in a drill core.' },
  ];
  const corrected = rocks(30).map((one, n) => (n === 4 || n === 5 ? rock(n, { verdict, changes }) : one));
  host.serve(maker.publish({ checks: corrected }).files);
  await updateNow(options);
  await expect(options.getByText(/^Updated The pack/)).toBeVisible();

  const told = (popup: Page) => popup.getByRole('region', { name: 'Changed since you read' });
  const popup = await ours(app, 'popup.html');
  await expect(told(popup).getByRole('listitem')).toHaveCount(1);
  await expect(told(popup)).toContainText('Is rock number 4 made of green cheese?');
  await expect(told(popup)).toContainText('Was No, is now Yes, some of it');
  await told(popup).getByRole('button', { name: 'OK' }).click();
  await expect(told(popup)).toHaveCount(0);
  await expect.poll(async () => (await call(options, 'changes')).map((c) => c.told)).toEqual([true]);
  await popup.reload();
  await expect(popup.locator('main')).toContainText(/can’t be read|found|Nothing/);
  await expect(told(popup)).toHaveCount(0);
  await popup.close();

  const after = await ours(app, `check.html#${idOf(4)}`);
  const box = after.getByRole('region', { name: 'What changed' });
  for (const words of ['it said', 'No', 'it says', 'Yes, some of it', 'A cheese was found in a drill core.'])
    await expect(box).toContainText(words);
  await call(options, 'forgetOpened');
});
