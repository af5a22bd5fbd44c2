/** Updates that take longer than Firefox lets an event page be idle. */
import { countReprieves, idleAfter, isBackgroundRunning } from '../support/firefox/background';
import { PackMaker } from '../support/pack-maker';
import { startHost } from '../support/pack-server';
import { removeAll } from './support/library';
import { answerOf, holdAt, installed, leftOver, PACK, ring, rocks, withPack } from './support/packs';
import { expect, test } from './support/test';

test('an update on schedule outlasts the idle time of the event page, which ends after it', async ({
  app,
}) => {
  if (!app.firefox) throw new Error('this is not Firefox');
  const { privileged } = app.firefox;
  const host = await startHost();
  try {
    const maker = new PackMaker(PACK);
    host.serve(maker.publish({ checks: rocks(30) }).files);
    const options = await withPack(app, host);
    const next = maker.publish({ checks: rocks(30, { answer: 'Yes, after all.' }) });
    host.serve(next.files);
    const held = holdAt(host, next.files, 2);
    await ring(app, options);
    await held.reached;
    // No page of ours asks the background anything while the host is silent.
    await idleAfter(privileged, 400);
    const reprieves = await countReprieves(privileged);
    await expect.poll(reprieves).toBeGreaterThan(4);
    expect(await isBackgroundRunning(privileged)).toBe(true);
    held.finish();
    await expect.poll(async () => (await installed(options))?.current.serial).toBe(2);
    expect([await answerOf(options, 0), await answerOf(options, 29)]).toEqual(
      Array(2).fill('Yes, after all.'),
    );
    expect((await installed(options))?.failed).toBeUndefined();
    await expect.poll(() => leftOver(options)).toEqual([]);
    await expect.poll(() => isBackgroundRunning(privileged)).toBe(false);
  } finally {
    await idleAfter(privileged, 30_000);
    await removeAll(app);
    await host.close();
  }
});
