/** Updates that end in the middle: a dead worker makes no storm, a cancelled one leaves no failure, no request stays open. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readReceipt } from '../../../../lib/store/network/receipt';
import { addFromAddress } from '../../../../lib/store/updates/add';
import { isDue } from '../../../../lib/store/updates/due';
import { updateSource, updateUnattended } from '../../../../lib/store/updates/update';
import { freshLocks } from '../../../support/pack-locks';
import { PackMaker } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { FIRST, SECOND } from '../../../support/pack-sky';
import { newDevice, openWorld, type World } from '../../../support/pack-world';

const HOUR = 3_600_000;
const ID = 'pack:sky';
let host: Host;
let world: World;
let time: number;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  time = Date.parse('2026-11-22T10:00:00Z');
  world = await openWorld({ now: () => new Date(time) });
});

async function secondIsServed(): Promise<void> {
  const maker = new PackMaker('sky');
  host.serve(maker.publish(FIRST).files);
  await addFromAddress(world, `${host.url}pack.json`);
  host.serve(maker.publish(SECOND, { afresh: true }).files);
  time += 8 * 24 * HOUR;
}
const stored = async () => {
  const source = await world.db.get('sources', ID);
  if (!source) throw new Error('no source');
  return source;
};

it('an update in which the worker dies is said, and not begun again at the next alarm', async () => {
  await secondIsServed();
  let died = () => {};
  const dead = new Promise<void>((done) => {
    died = done;
  });
  const dying = { ...world, step: (name: string) => (name === 'shard' ? hang() : Promise.resolve()) };
  const hang = () => {
    died();
    return new Promise<void>(() => {});
  };
  updateUnattended(dying, ID).catch(() => {});
  await dead;
  // Its lock went with it.
  freshLocks();
  const left = await stored();
  expect([left.failed, left.looked]).toEqual([
    expect.stringContaining('was cut off'),
    new Date(time).toISOString(),
  ]);
  expect([1, 24].map((hours) => isDue(left, new Date(time + hours * HOUR)))).toEqual([false, false]);
  expect(isDue(left, new Date(time + 48 * HOUR))).toBe(true);
  expect((await updateUnattended(world, ID))?.kind).toBe('updated');
  expect((await stored()).failed).toBeUndefined();
  expect((await updateUnattended(world, ID))?.kind).toBe('same');
  expect((await stored()).failed).toBeUndefined();
});

it.each([undefined, 'The host had a fault.'])(
  'one that is cancelled leaves what was said: %s',
  async (failed) => {
    await secondIsServed();
    const before = { ...(await stored()), ...(failed !== undefined && { failed }) };
    await world.db.put('sources', before);
    const ending = new AbortController();
    const step = async (name: string) => void (name === 'begin' && ending.abort(new Error('cut')));
    await expect(updateUnattended({ ...world, step, signal: ending.signal }, ID)).rejects.toThrow('cut');
    expect(await stored()).toEqual(before);
  },
);

it('a request whose answer nobody read has ended all the same', async () => {
  const feed = (title: string) =>
    Buffer.from(
      JSON.stringify([
        {
          '@type': 'ClaimReview',
          name: title,
          claimReviewed: 'The bridge of Karlsberg was sold for scrap.',
          author: { name: 'Desk' },
          reviewRating: { alternateName: 'False' },
        },
      ]),
    );
  host.serve(new Map([['feed', feed('No')]]));
  const broken = { ...world, step: async (name: string) => void (name === 'begin' && fail()) };
  const fail = () => {
    throw new Error('the disk is gone');
  };
  await expect(addFromAddress(broken, `${host.url}feed`)).rejects.toThrow('the disk');
  const { source } = await addFromAddress(world, `${host.url}feed`);
  host.serve(new Map([['feed', feed('Yes')]]));
  await expect(updateSource(broken, source.id)).rejects.toThrow('the disk');
  const outcomes = (await readReceipt(world.db)).map((r) => r.outcome);
  expect(outcomes).toEqual(['ended before all of it was read', 'done', expect.not.stringMatching('running')]);
});
