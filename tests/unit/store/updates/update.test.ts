/** Updating a source: what it costs, when it is due, one at a time, and nothing that nobody asked for. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rollBack } from '../../../../lib/store/editions/swap';
import type { StoredSource } from '../../../../lib/store/source';
import { addFromAddress } from '../../../../lib/store/updates/add';
import { dueSources, isDue } from '../../../../lib/store/updates/due';
import { withLock, withLockIfFree } from '../../../../lib/store/updates/lock';
import { updateSource, updateUnattended } from '../../../../lib/store/updates/update';
import { review } from '../../../support/library';
import { bytesOf, PackMaker } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { bridge, cheese, FIRST, SECOND } from '../../../support/pack-sky';
import { newDevice, openWorld, type World } from '../../../support/pack-world';

let host: Host;
let world: World;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  newDevice();
  world = await openWorld();
});
const add = () => addFromAddress(world, `${host.url}pack.json`);
const update = () => updateSource(world, 'pack:sky');

describe('what an update costs', () => {
  it.each([false, true])(
    'with 1 % of the checks changed, 3 % of the bytes at most (written afresh: %s)',
    { timeout: 60_000 },
    async (afresh) => {
      // As long as checks are: about 12 kB.
      const sections = [1, 2].map((n) => ({
        title: `Part ${n}`,
        text: 'It is rock all through [1]. '.repeat(210),
      }));
      const numbered = (n: number, answer = 'No.') => ({
        ...cheese(n % 8, answer),
        id: `check-${n}`,
        sections,
      });
      const checks = Array.from({ length: 200 }, (_, n) => numbered(n));
      const maker = new PackMaker('sky');
      const first = maker.publish({ ...FIRST, checks });
      host.serve(first.files);
      await add();
      const changed = checks.map((check, n) => (n % 100 === 50 ? numbered(n, 'Yes.') : check));
      const second = maker.publish({ ...FIRST, checks: changed }, { afresh });
      host.serve(second.files);
      host.forget();
      expect(await update()).toMatchObject({ kind: 'updated', source: { current: { checks: 200 } } });
      expect(host.sent() / bytesOf(first.files)).toBeLessThan(0.03);
      host.forget();
      expect((await update()).kind).toBe('same');
      expect([host.asked, host.sent()]).toEqual([['pack.json 304'], 0]);
    },
  );

  it('asks for no shard when only the tag of the manifest is another', async () => {
    const { files } = new PackMaker('sky').publish(FIRST);
    host.serve(files);
    await add();
    host.instead('pack.json', (_, response) =>
      response.writeHead(200, { etag: '"other"' }).end(files.get('pack.json')),
    );
    host.forget();
    const { kind, source } = await update();
    host.instead('pack.json', undefined);
    expect([kind, source.etag, host.asked]).toEqual(['same', '"other"', ['pack.json 200']]);
  });
});

describe('one at a time', () => {
  it('two by hand wait for each other, and both end well', async () => {
    const maker = new PackMaker('sky');
    host.serve(maker.publish(FIRST).files);
    await add();
    host.serve(maker.publish(SECOND).files);
    const outcomes = await Promise.all([update(), update(), add()]);
    expect(outcomes.map((o) => o.kind)).toEqual(['updated', 'same', 'same']);
    expect((await world.db.get('sources', 'pack:sky'))?.previous?.serial).toBe(1);
  });

  it('two connections, as of two contexts, wait for each other too', async () => {
    const other = await openWorld();
    host.serve(new PackMaker('sky').publish(FIRST).files);
    const outcomes = await Promise.all([add(), addFromAddress(other, `${host.url}pack.json`)]);
    expect(outcomes.map((o) => o.kind)).toEqual(['added', 'same']);
  });

  it('the one on schedule gives way', async () => {
    host.serve(new PackMaker('sky').publish(FIRST).files);
    await add();
    host.forget();
    const skipped = await withLock(() => updateUnattended(world, 'pack:sky'));
    expect([skipped, host.asked]).toEqual([undefined, []]);
    expect((await updateUnattended(world, 'pack:sky'))?.kind).toBe('same');
    expect(await withLockIfFree(async () => 'free')).toBe('free');
  });

  it('waits no longer than its signal lets it', async () => {
    const ending = new AbortController();
    await withLock(async () => {
      const second = updateSource({ ...world, signal: ending.signal }, 'pack:sky');
      ending.abort(new Error('cancelled'));
      await expect(second).rejects.toThrow('cancelled');
    });
  });
});

describe('an update on schedule', () => {
  it('is not taken when it would lose more than half, and says how to take it', async () => {
    const maker = new PackMaker('sky');
    host.serve(maker.publish({ ...FIRST, reviews: Array.from({ length: 40 }, (_, n) => bridge(n)) }).files);
    await add();
    host.serve(maker.publish({ ...FIRST, reviews: [bridge(1)] }, { afresh: true }).files);
    await expect(updateUnattended(world, 'pack:sky')).rejects.toThrow('press “Update now”');
    expect(await world.db.get('sources', 'pack:sky')).toMatchObject({
      current: { reviews: 40 },
      failed: expect.stringContaining('6 checks and 1 review, the one you have 6 checks and 40 reviews'),
    });
    expect(await update()).toMatchObject({ kind: 'updated', source: { current: { reviews: 1 } } });
  });

  it('keeps what the reader chose, and stops after going back', async () => {
    const maker = new PackMaker('sky');
    host.serve(maker.publish(FIRST).files);
    const { source } = await add();
    await world.db.put('sources', { ...source, schedule: 'daily', publishersOff: ['desk1.example'] });
    host.serve(maker.publish(SECOND).files);
    await updateUnattended(world, 'pack:sky');
    const kept = { schedule: 'daily', publishersOff: ['desk1.example'], added: source.added };
    expect(await world.db.get('sources', 'pack:sky')).toMatchObject(kept);
    await rollBack(world, 'pack:sky');
    const back = (await world.db.get('sources', 'pack:sky')) as StoredSource;
    expect([back.current.serial, isDue(back, new Date('2030-01-01'))]).toEqual([1, false]);
    expect(await update()).toMatchObject({ kind: 'updated', source: { current: { serial: 2 } } });
  });

  it('is told of nothing that ended because it was cancelled', async () => {
    const maker = new PackMaker('sky');
    host.serve(maker.publish(FIRST).files);
    await add();
    host.serve(maker.publish(SECOND).files);
    const ending = new AbortController();
    const here = {
      ...world,
      signal: ending.signal,
      step: async (s: string) => void (s === 'shard' && ending.abort()),
    };
    const many = updateSource({ ...here, pause: async () => {} }, 'pack:sky');
    await many.catch(() => {});
    expect((await world.db.get('sources', 'pack:sky'))?.failed).toBeUndefined();
  });
});

describe('a feed', () => {
  const feed = (...n: number[]) =>
    Buffer.from(
      JSON.stringify(
        n.map((k) => ({
          '@type': 'ClaimReview',
          claimReviewed: review(k).claim,
          author: { name: 'Desk' },
          reviewRating: { alternateName: 'False' },
        })),
      ),
    );

  it('that says again what it said changes nothing, so that going back keeps its meaning', async () => {
    host.serve(new Map([['f', feed(1, 2, 3)]]));
    const { source } = await addFromAddress(world, `${host.url}f`);
    host.instead('f', (_, response) => response.end(feed(3, 1, 2)));
    const again = await updateSource(world, source.id);
    expect([again.kind, again.source.current, again.source.previous]).toEqual([
      'same',
      source.current,
      undefined,
    ]);
    host.instead('f', (_, response) => response.end(feed(2, 3, 4)));
    const next = await updateSource(world, source.id);
    host.instead('f', undefined);
    expect([next.kind, next.source.current.reviews, next.source.previous?.name]).toEqual([
      'updated',
      3,
      source.current.name,
    ]);
  });
});

describe('what is due', () => {
  const NOW = new Date('2026-11-22T10:00:00Z');
  const HOUR = 3_600_000;
  const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR).toISOString();
  const source = (change: Partial<StoredSource>): StoredSource =>
    ({
      address: 'https://a.example/',
      schedule: 'daily',
      current: { installed: at(-1_000) },
      ...change,
    }) as StoredSource;

  it.each([
    ['a day after it was looked up', { looked: at(-24) }, true],
    ['not before', { looked: at(-23.9) }, false],
    ['a week after, if weekly', { looked: at(-24 * 7), schedule: 'weekly' }, true],
    ['not after a day, if weekly', { looked: at(-25), schedule: 'weekly' }, false],
    ['never, if never', { schedule: 'never' }, false],
    ['a quarter of the time after it failed', { looked: at(-6), failed: 'no' }, true],
    ['not at once after it failed', { looked: at(-1), failed: 'no' }, false],
    ['when it was never looked up, by its edition', {}, true],
    ['when the clock was turned back', { looked: at(24 * 365 * 9) }, true],
    ['when its time can’t be read', { looked: 'yesterday' }, true],
    ['not when the clock was set right by a minute', { looked: at(1 / 60) }, false],
  ] as const)('%s', (_, change, due) => expect(isDue(source(change as never), NOW)).toBe(due));

  it('is not what has no address', () => {
    const { address: _, ...fromFile } = source({});
    expect(isDue(fromFile, NOW)).toBe(false);
  });

  it('is looked up longest ago first', () => {
    const sources = [source({ looked: at(-30) }), source({ looked: at(-90) }), source({})];
    expect(dueSources(sources, NOW).map((s) => s.looked)).toEqual([undefined, at(-90), at(-30)]);
  });

  it('however the clock jumps, comes again, and not at every look', () => {
    const jumps = fc.array(fc.oneof(fc.constant(1), fc.integer({ min: -1e6, max: 1e6 })), { maxLength: 30 });
    fc.assert(
      fc.property(jumps, fc.boolean(), (hours, fails) => {
        let time = NOW.getTime();
        let one = source({ looked: NOW.toISOString() });
        let turns = 0;
        let looks = 0;
        for (const jump of [...hours, ...Array(30).fill(1)]) {
          time += jump * HOUR;
          if (jump !== 1) turns++;
          if (!isDue(one, new Date(time))) continue;
          looks++;
          one = source({ looked: new Date(time).toISOString(), ...(fails && { failed: 'no' }) });
        }
        // Within the last thirty hours of a steady clock it came; and each turn of the clock is good for one look.
        expect(time - Date.parse(one.looked ?? '')).toBeLessThan(24 * HOUR);
        expect(looks).toBeLessThanOrEqual(turns + (hours.length + 30) / (fails ? 6 : 24) + 1);
      }),
    );
  });
});
