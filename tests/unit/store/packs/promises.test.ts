/** What a pack says of itself must be so, and what an edition does not say any more is gone. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FactCheck } from '../../../../lib/claims';
import { ChecksWriter } from '../../../../lib/store/editions/checks';
import { PackReading } from '../../../../lib/store/packs/reading';
import { addFromAddress } from '../../../../lib/store/updates/add';
import { altered, type Holding, PackMaker, type Published } from '../../../support/pack-maker';
import { type Host, startHost } from '../../../support/pack-server';
import { bridge, cheese, FIRST } from '../../../support/pack-sky';
import { newDevice, openWorld, unreferenced, type World } from '../../../support/pack-world';

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

const take = async ({ files }: Published) => {
  host.serve(files);
  return (await addFromAddress(world, `${host.url}pack.json`)).source.current;
};
const long = (check: FactCheck, length: number): FactCheck => ({
  ...check,
  sections: [{ title: 'Part', text: 'x'.repeat(length) }],
});

describe('word sets that an edition does not have any more', () => {
  const bare: Holding = { checks: FIRST.checks ?? [], reviews: FIRST.reviews ?? [] };
  const checks = Array.from({ length: 24 }, (_, n) => long({ ...cheese(n % 8), id: `check-${n}` }, 3_000));
  const many = Array.from({ length: 40 }, (_, n) => bridge(n + 10));

  it('go with the layers, when those are folded into one', async () => {
    const maker = new PackMaker('sky');
    const reviews = [...(FIRST.reviews ?? []), ...many];
    await take(maker.publish({ ...FIRST, reviews }));
    const layered = maker.publish({ ...FIRST, reviews: [...reviews, bridge(7)] });
    expect(layered.manifest.layers).toHaveLength(2);
    expect(await take(layered)).toMatchObject({ checks: 6 });
    const current = await take(maker.publish({ ...bare, reviews }, { afresh: true }));
    expect(current).toMatchObject({ checks: 0, pack: { sets: {} }, records: { refused: 6 } });
  });

  it('go with the shard they came in, and with them checks of shards that stay', async () => {
    const maker = new PackMaker('sky');
    const first = maker.publish({ checks, reviews: many, sets: FIRST.sets ?? {} });
    await take(first);
    const second = maker.publish({ checks, reviews: many }, { afresh: true });
    const stay = [...second.files.keys()].filter((path) => first.files.has(path) && path !== 'pack.json');
    expect(stay.length).toBeGreaterThan(2);
    expect(await take(second)).toMatchObject({ checks: 0, reviews: 40, pack: { sets: {} } });
  });

  it('stay with the shard they came in', async () => {
    const maker = new PackMaker('sky');
    await take(maker.publish({ checks, reviews: many, sets: FIRST.sets ?? {} }));
    for (const answer of ['Yes.', 'No, after all.']) {
      const next = checks.map((check, n) => (n === 5 ? { ...check, answer } : check));
      const holding = { checks: next, reviews: many, sets: FIRST.sets ?? {} };
      expect(await take(maker.publish(holding, { afresh: true }))).toMatchObject({ checks: 24 });
    }
  });
});

describe('a manifest', () => {
  const pack = new PackMaker('sky').publish(FIRST);
  const refused = async (served: Published, words: string) => {
    await expect(take(served)).rejects.toThrow(words);
    expect([await world.db.count('sources'), await unreferenced(world.db)]).toEqual([0, []]);
  };

  it('has the version of what it says', async () => {
    const said = JSON.stringify({ ...pack.manifest, title: 'Another title' });
    await refused(
      { ...pack, files: new Map([...pack.files, ['pack.json', Buffer.from(said)]]) },
      'is not that of what its pack.json says',
    );
  });

  it.each([
    { checks: 6, reviews: 8 },
    { checks: 5, reviews: 7 },
  ])('counts what is there, and not %j', async (counts) => {
    await refused(altered(pack, { counts }, undefined), 'and holds 6 checks and 7 reviews');
  });
});

describe('authored checks', () => {
  it('take no more than is held, by whom they are packed', () => {
    const checks = Array.from({ length: 11 }, (_, n) => long({ ...cheese(0), id: `check-${n}` }, 6e6));
    expect(() => new PackMaker('sky').publish({ ...FIRST, checks })).toThrow('they take 64000000');
  });

  it('take no more than is held, by whom they are read', async () => {
    const writer = { check: async () => {}, review: async () => 'new' as const, remove: async () => false };
    const reading = new PackReading(writer, 1_000);
    const record = { check: long(cheese(0), 13e6) };
    for (let n = 0; n < 9; n++) await reading.take({ where: '', record }, 'shard');
    await expect(reading.take({ where: '', record }, 'shard')).rejects.toThrow(
      'larger than Factmark takes (64 MB)',
    );
  });

  it('take no more than is held, in all layers together', { timeout: 60_000 }, async () => {
    const sections = Array(12).fill({ title: 'Part', text: 'x'.repeat(8_000) });
    const [one, two] = ['one', 'two'].map((name) =>
      new PackMaker('sky').publish({
        checks: Array.from({ length: 350 }, (_, n) => ({ ...cheese(n % 8), id: `${name}-${n}`, sections })),
        sets: FIRST.sets ?? {},
      }),
    ) as [Published, Published];
    const layers = [...one.manifest.layers, ...two.manifest.layers];
    const { manifest, files } = altered(one, { layers, counts: { checks: 700, reviews: 0 } }, undefined);
    await expect(take({ manifest, files: new Map([...two.files, ...files]) })).rejects.toThrow(
      'MB; Factmark takes 64 MB of a pack',
    );
  });

  it('that were never there are not held when they go', async () => {
    const writer = await ChecksWriter.begin(world, undefined, 'edition');
    await writer.put(cheese(0), 'shard');
    expect([writer.remove('never-there'), writer.remove(cheese(0).id)]).toEqual([false, true]);
    await writer.finish();
    expect(writer.count).toBe(0);
  });
});
