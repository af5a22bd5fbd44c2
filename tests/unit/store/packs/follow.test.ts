/** Whatever a publisher does from edition to edition, who follows step by step holds what the publisher holds. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewId } from '../../../../lib/claims';
import { checksOf } from '../../../../lib/store/editions/checks';
import { readReview } from '../../../../lib/store/editions/reviews';
import { planUpdate } from '../../../../lib/store/packs/plan';
import { addFromAddress } from '../../../../lib/store/updates/add';
import { type Holding, PackMaker } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { bridge, cheese } from '../../../support/pack-sky';
import { newDevice, openWorld, unreferenced, type World } from '../../../support/pack-world';

let host: Host;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());

const IDS = 14;

/** What each number says in an edition: nothing, or one of three texts. Sets come in two kinds, or none is used. */
const edition = fc.record({
  checks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
  reviews: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: IDS, maxLength: IDS }),
  sets: fc.integer({ min: 0, max: 1 }),
  afresh: fc.boolean(),
});

const TEXTS = ['', 'No.', 'Yes.', 'It is not known.'];

function holdingOf({
  checks,
  reviews,
  sets,
}: {
  checks: number[];
  reviews: number[];
  sets: number;
}): Holding {
  return {
    checks: checks.flatMap((text, n) => (text === 0 ? [] : [cheese(n, TEXTS[text])])),
    reviews: reviews.flatMap((text, n) => (text === 0 ? [] : [bridge(n, TEXTS[text])])),
    sets: { dairy: sets === 0 ? ['cheese'] : ['cheese', 'curd'] },
  };
}

async function held(world: World) {
  const source = await world.db.get('sources', 'pack:sky');
  if (!source) throw new Error('no source');
  const checks = await world.db.getAll('checks', checksOf(source.current.name));
  const reviews: unknown[] = [];
  for (let n = 0; n < IDS; n++) {
    const found = await readReview(world.db, [source], reviewId(source.id, bridge(n).id));
    if (found) reviews.push(found.review.title);
  }
  const { current } = source;
  return {
    checks: checks.map((c) => `${c.id} ${c.check.answer}`).sort(),
    reviews,
    counts: [current.checks, current.reviews],
    sets: current.pack?.sets,
  };
}

const expected = ({ checks = [], reviews = [], sets }: Holding) => ({
  checks: checks.map((c) => `${c.id} ${c.answer}`).sort(),
  reviews: reviews.map((r) => r.title),
  counts: [checks.length, reviews.length],
  sets,
});

describe('following a pack', () => {
  it('leads to what its publisher holds', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edition, { minLength: 2, maxLength: 5 }), async (editions) => {
        newDevice();
        const world = await openWorld();
        const maker = new PackMaker('sky');
        for (const one of editions) {
          const holding = holdingOf(one);
          if ((holding.checks?.length ?? 0) + (holding.reviews?.length ?? 0) === 0) continue;
          host.serve(maker.publish(holding, { afresh: one.afresh }).files);
          await addFromAddress(world, `${host.url}pack.json`);
          expect(await held(world)).toEqual(expected(holding));
        }
        expect(await unreferenced(world.db)).toEqual([]);
        world.db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('reads again what was left out, once it can be used', async () => {
    newDevice();
    const world = await openWorld();
    const maker = new PackMaker('sky');
    const checks = [0, 1, 2].map((n) => cheese(n));
    const reviews = Array.from({ length: IDS }, (_, n) => bridge(n));
    const next = async (sets: Record<string, string[]>) => {
      host.serve(maker.publish({ checks, reviews, sets }).files);
      return (await addFromAddress(world, `${host.url}pack.json`)).source.current;
    };
    expect(await next({ dairy: ['cheese'] })).toMatchObject({ checks: 3, records: { refused: 0 } });
    // Only the sets come, in a layer of their own; checks that came long ago lose what they name, and get it back.
    expect(await next({ milk: ['milk'] })).toMatchObject({
      checks: 0,
      records: { refused: 3 },
      shards: [[expect.any(String)], [expect.any(String)]],
    });
    expect(await next({ dairy: ['curd'] })).toMatchObject({
      checks: 3,
      records: { refused: 0 },
      pack: { sets: { dairy: ['curd'] } },
    });
  });
});

describe('planUpdate', () => {
  const layer = (...names: string[]) => ({
    records: 1,
    shards: names.map((sha256) => ({ sha256, bytes: 2 })),
  });
  const plan = (ours: string[][] | undefined, ...layers: string[][]) => {
    const { fetch, gone } = planUpdate(
      ours,
      layers.map((names) => layer(...names)),
    );
    return [fetch.map((s) => s.sha256).join(''), gone === 'all' ? gone : [...gone].join('')];
  };

  it.each([
    ['all at first', undefined, [['a', 'b'], ['c']], ['abc', 'all']],
    ['nothing when nothing came', [['a', 'b']], [['a', 'b']], ['', '']],
    ['the layers that were appended', [['a']], [['a'], ['b', 'c'], ['d']], ['bcd', '']],
    ['the shards that are new, of one layer', [['a', 'b']], [['b', 'c']], ['c', 'a']],
    ['all when layers were folded', [['a'], ['b']], [['a', 'c']], ['ac', 'all']],
    ['all when a layer went', [['a'], ['b']], [['a']], ['a', 'all']],
    ['all when an inner layer changed', [['a'], ['b']], [['a'], ['c'], ['d']], ['acd', 'all']],
    ['all of a layer whose order changed under another', [['a', 'b']], [['b', 'a'], ['c']], ['bac', 'all']],
  ] as const)('fetches %s', (_, ours, layers, wanted) => {
    expect(plan(ours as never, ...(layers as never as string[][]))).toEqual(wanted);
  });
});
