/**
 * The worker may be killed at any time. Each way in which the library changes is run once to learn its steps; then, for
 * each of them, again from the start and cut there. Whoever wakes answers as before or as after, never else.
 */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { removeSource, rollBack, sweepLeft } from '../../../../lib/store/editions/swap';
import { addFromAddress, addFromFiles } from '../../../../lib/store/updates/add';
import { updateSource } from '../../../../lib/store/updates/update';
import { freshLocks } from '../../../support/pack-locks';
import { type Files, newKey, PackMaker } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { bridge, cheese, FIRST, SECOND, SENTENCES } from '../../../support/pack-sky';
import { answers, newDevice, openWorld, unreferenced, type World } from '../../../support/pack-world';

let host: Host;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
afterEach(() => vi.restoreAllMocks());

const key = newKey();
const feed = (...reviews: ReturnType<typeof bridge>[]): Files =>
  new Map([
    [
      'feed.json',
      Buffer.from(
        JSON.stringify(
          reviews.map((r) => ({
            '@type': 'ClaimReview',
            claimReviewed: r.claim,
            name: r.title,
            inLanguage: 'en',
            url: r.url,
            author: { name: r.publisher },
            reviewRating: { alternateName: r.verdict.label },
          })),
        ),
      ),
    ],
  ]);

interface Way {
  readonly name: string;
  /** What is done before, without a cut. */
  readonly prepare: (world: World) => Promise<unknown>;
  readonly run: (world: World) => Promise<unknown>;
}

/** `publish` makes both editions; the first is installed, then the second is served. */
function updating(publish: () => [before: Files, after: Files], file = 'pack.json'): Omit<Way, 'name'> {
  const [before, after] = publish();
  return {
    prepare: async (world) => {
      host.serve(before);
      await addFromAddress(world, host.url + file);
      host.serve(after);
    },
    run: async (world) => updateSource(world, (await world.db.getAllKeys('sources'))[0] as string),
  };
}

const pack = (id = 'sky') => new PackMaker(id, key);
const many = Array.from({ length: 30 }, (_, n) => bridge(n + 10));

const WAYS: Way[] = [
  {
    name: 'adding a pack',
    prepare: async () => host.serve(pack().publish(FIRST).files),
    run: (world) => addFromAddress(world, `${host.url}pack.json`),
  },
  {
    name: 'a layer that is appended',
    ...updating(() => {
      const maker = pack();
      const base = [...(FIRST.reviews ?? []), ...many];
      const first = maker.publish({ ...FIRST, reviews: base });
      const second = maker.publish({ ...SECOND, reviews: [...(SECOND.reviews ?? []), ...many] });
      expect(second.manifest.layers).toHaveLength(2);
      return [first.files, second.files];
    }),
  },
  {
    name: 'one layer after one layer',
    ...updating(() => {
      const maker = pack();
      return [maker.publish(FIRST).files, maker.publish(SECOND, { afresh: true }).files];
    }),
  },
  {
    name: 'a pack written afresh',
    ...updating(() => {
      const maker = pack();
      maker.publish({ ...FIRST, reviews: [...(FIRST.reviews ?? []), ...many] });
      const layered = maker.publish({
        ...FIRST,
        checks: [...(FIRST.checks ?? []), cheese(7)],
        reviews: many,
      });
      expect(layered.manifest.layers.length).toBeGreaterThan(1);
      return [layered.files, maker.publish(SECOND, { afresh: true }).files];
    }),
  },
  {
    name: 'an edition in whose favour the last but one goes',
    prepare: async (world) => {
      const maker = pack();
      host.serve(maker.publish(FIRST).files);
      await addFromAddress(world, `${host.url}pack.json`);
      host.serve(maker.publish({ ...FIRST, checks: [cheese(0), cheese(7)] }, { afresh: true }).files);
      await updateSource(world, 'pack:sky');
      host.serve(maker.publish(SECOND, { afresh: true }).files);
    },
    run: (world) => updateSource(world, 'pack:sky'),
  },
  {
    name: 'a feed',
    ...updating(
      () => [feed(...(FIRST.reviews ?? []), ...many), feed(...(SECOND.reviews ?? []), ...many)],
      'feed.json',
    ),
  },
  {
    name: 'a feed from a file',
    prepare: async () => {},
    run: (world) =>
      addFromFiles(world, [new File([new Uint8Array(feed(...many).get('feed.json') ?? [])], 'feed.json')]),
  },
  {
    name: 'removal',
    prepare: async (world) => {
      host.serve(pack().publish(FIRST).files);
      await addFromAddress(world, `${host.url}pack.json`);
    },
    run: (world) => removeSource(world, 'pack:sky'),
  },
  {
    name: 'going back',
    prepare: async (world) => {
      const maker = pack();
      host.serve(maker.publish(FIRST).files);
      await addFromAddress(world, `${host.url}pack.json`);
      host.serve(maker.publish(SECOND).files);
      await updateSource(world, 'pack:sky');
    },
    run: (world) => rollBack(world, 'pack:sky'),
  },
];

/** A new device on which everything that comes before was done. */
async function prepared({ prepare }: Way): Promise<void> {
  newDevice();
  const world = await openWorld();
  await prepare(world);
  world.db.close();
}

/** Runs `way` and cuts at its step number `at`: the worker is gone, its connection and its locks with it. */
async function cut(way: Way, at: number): Promise<void> {
  let step = 0;
  let dead: () => void = () => {};
  const death = new Promise<void>((done) => {
    dead = done;
  });
  const never = new Promise<never>(() => {});
  const ending = new AbortController();
  const world = await openWorld({
    signal: ending.signal,
    step: async () => {
      if (step++ < at) return;
      dead();
      await never;
    },
  });
  const run = way.run(world).then(
    () => {
      throw new Error(`ended before its step ${at}`);
    },
    () => {},
  );
  await Promise.race([death, run]);
  world.db.close();
  // Timers of a killed worker do not ring.
  ending.abort();
  freshLocks();
}

describe.each(WAYS)('$name', (way) => {
  it('is there before or after, wherever it is cut', { timeout: 120_000 }, async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await prepared(way);
    const before = await answers(SENTENCES);
    const steps: string[] = [];
    const whole = await openWorld({ step: async (name) => void steps.push(name) });
    await way.run(whole);
    whole.db.close();
    const after = await answers(SENTENCES);
    expect(after).not.toEqual(before);
    const seen = { before: 0, after: 0 };
    for (const at of steps.keys()) {
      await prepared(way);
      await cut(way, at);
      const now = await answers(SENTENCES);
      const is = JSON.stringify(now) === JSON.stringify(before) ? 'before' : 'after';
      expect(now, `cut at ${at}, ${steps[at]}`).toEqual(is === 'before' ? before : after);
      seen[is]++;
      const retry = await openWorld();
      if (is === 'before') await way.run(retry);
      await sweepLeft(retry);
      expect(await unreferenced(retry.db), `cut at ${at}, ${steps[at]}`).toEqual([]);
      retry.db.close();
      expect(await answers(SENTENCES), `again after the cut at ${at}, ${steps[at]}`).toEqual(after);
    }
    expect([seen.before > 0, seen.after > 0], JSON.stringify(seen)).toEqual([true, true]);
  });
});
