/** Updates that take longer than Firefox lets an event page be idle: those that go on end well, one that waits is taken up later. */
import type { Launched } from '../support/extension';
import { idleAfter, isBackgroundRunning } from '../support/firefox/background';
import { PackMaker, type Published } from '../support/pack-maker';
import { type Host, startHost } from '../support/pack-server';
import { removeAll } from './support/library';
import { answerOf, holdAt, installed, leftOver, PACK, ring, rocks, withPack } from './support/packs';
import { expect, test } from './support/test';

const AFTER = 'Yes, after all.';
let host: Host;
let next: Published;

/** The browser's own scope, and the settings page with the first edition of a pack; its host has the second. */
async function begin(app: Launched) {
  if (!app.firefox) throw new Error('this is not Firefox');
  const maker = new PackMaker(PACK);
  host.serve(maker.publish({ checks: rocks(30) }).files);
  const options = await withPack(app, host);
  next = maker.publish({ checks: rocks(30, { answer: AFTER }) });
  host.serve(next.files);
  return { options, privileged: app.firefox.privileged };
}

test.beforeEach(async () => {
  host = await startHost();
});
test.afterEach(async ({ app }) => {
  if (app.firefox) await idleAfter(app.firefox.privileged, 30_000);
  await removeAll(app);
  await host.close();
});

test('a part that comes slowly keeps the event page, which ends after the update', async ({ app }) => {
  test.slow();
  const { options, privileged } = await begin(app);
  const [part, body] = [...next.files].find(([path]) => path.startsWith('shards/')) ?? ['', Buffer.from('')];
  // A byte now and then, for longer than the event page would be let live if nothing were heard of it: idle time, and
  // once again for the alarm that it still works on.
  const IDLE = 6_000;
  let begun = 0;
  host.instead(part, (_request, response) => {
    begun = Date.now();
    let at = 0;
    const drip = setInterval(() => {
      const isLate = Date.now() - begun > 2.5 * IDLE || at === body.length - 1;
      response.write(body.subarray(at, isLate ? body.length : ++at));
      if (isLate) response.end();
      if (isLate) clearInterval(drip);
    }, 100);
    response.once('close', () => clearInterval(drip));
  });
  await idleAfter(privileged, IDLE);
  await ring(app, options);
  await expect.poll(() => begun).toBeGreaterThan(0);
  // Asked of the database: a question to the background would keep it, too.
  const stored = () =>
    options.evaluate(
      () =>
        new Promise<number | undefined>((done) => {
          const opening = indexedDB.open('factmark');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('sources').objectStore('sources').get('pack:rocks');
            reading.onsuccess = () => {
              opening.result.close();
              done(reading.result?.current.serial);
            };
          };
        }),
    );
  await expect.poll(stored, { timeout: 60_000 }).toBe(2);
  await expect.poll(() => isBackgroundRunning(privileged), { timeout: 30_000 }).toBe(false);
  expect((await installed(options))?.failed).toBeUndefined();
  expect([await answerOf(options, 0), await answerOf(options, 29)]).toEqual([AFTER, AFTER]);
});

test('a host that is silent for longer than that: the update is cut, said so, and taken up', async ({
  app,
}) => {
  const { options, privileged } = await begin(app);
  const held = holdAt(host, next.files, 2);
  await idleAfter(privileged, 1_000);
  await ring(app, options);
  await held.reached;
  await expect.poll(() => isBackgroundRunning(privileged)).toBe(false);
  await held.gone;
  held.release();
  await idleAfter(privileged, 30_000);
  expect((await installed(options))?.failed).toContain('cut off');
  expect(await answerOf(options, 0)).not.toBe(AFTER);
  await ring(app, options);
  await expect.poll(() => answerOf(options, 29)).toBe(AFTER);
  expect((await installed(options))?.failed).toBeUndefined();
  await expect.poll(() => leftOver(options)).toEqual([]);
});
