import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { reviewId } from '../../../lib/claims';
import { type Database, openDatabase } from '../../../lib/store/database';
import { readReview } from '../../../lib/store/editions/reviews';
import { change, readSources, rollBack, swapIn, sweepLeft } from '../../../lib/store/editions/swap';
import { EditionWriter, isWorn } from '../../../lib/store/editions/writer';
import type { Edition, StoredSource } from '../../../lib/store/source';
import { parsedCheck, plainRecords, putFeed, review, testEnv } from '../../support/library';

const ID = 'source:feed.json';
const NOW = new Date('2026-11-22T10:00:00Z');

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});
const env = () => testEnv(db, { now: () => NOW });
const title = async (n: number) =>
  (await readReview(db, await readSources(db), reviewId(ID, review(n).id)))?.review.title;

/** What is stored under each name. */
async function stored(): Promise<Record<string, number>> {
  const stores = ['records', 'checks', 'segments', 'prints', 'masks', 'pending'] as const;
  return Object.fromEntries(await Promise.all(stores.map(async (s) => [s, await db.count(s)] as const)));
}

describe('EditionWriter', () => {
  it('writes only what is new or changed, and counts all', async () => {
    const all = Array.from({ length: 300 }, (_, n) => review(n));
    await putFeed(env(), ID, all);
    const changed = all.map((r, n) => (n % 100 === 7 ? { ...r, title: 'Later' } : r));
    const { current } = await putFeed(env(), ID, changed.slice(1));
    expect(current.layers.map((l) => l.reviews)).toEqual([300, 3]);
    expect(current).toMatchObject({ reviews: 299, languages: { und: 299 } });
    expect([await title(7), await title(8)]).toEqual(['Later', undefined]);
    const mask = (await db.get('masks', current.name))?.[0] ?? new Uint8Array();
    // Three that are superseded, one that is gone.
    expect(mask.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(4);
  });

  it('adds no layer when nothing has changed', async () => {
    const { current } = await putFeed(env(), ID, [review(1)]);
    const again = await putFeed(env(), ID, [review(1)]);
    expect(again.current.layers).toEqual(current.layers);
    expect(again.current.name).not.toBe(current.name);
  });

  it('says when an edition is worn', async () => {
    const edition = (layers: number[], reviews: number) =>
      ({ layers: layers.map((n) => ({ reviews: n })), reviews }) as unknown as Edition;
    expect(isWorn(edition([100], 100))).toBe(false);
    expect(isWorn(edition([100, 30], 104))).toBe(false);
    expect(isWorn(edition([100, 40], 100))).toBe(true);
    expect(isWorn(edition(Array(16).fill(10), 160))).toBe(true);
  });

  it('keeps checks with their edition, and copies those that did not change', async () => {
    const write = async (from: StoredSource | undefined, ids: string[], gone: string[] = []) => {
      const writer = await EditionWriter.begin({ source: 'pack:p', from: from?.current, env: env() });
      for (const id of ids)
        await writer.check(parsedCheck(id, { answer: `${ids.length} given` }), `shard of ${id}`);
      for (const id of gone) await writer.remove(id);
      const about = { version: 'v', serial: 1, updated: '', records: plainRecords(ids.length) };
      const current = await writer.finish(about);
      const source = { id: 'pack:p', kind: 'pack', title: 'P', added: '', schedule: 'never' } as const;
      return swapIn(env(), { ...source, publishersOff: [], current });
    };
    const first = await write(undefined, ['a', 'b', 'c']);
    const second = await write(first, ['b'], ['c']);
    expect([first.current.checks, second.current.checks]).toEqual([3, 2]);
    const checks = await db.getAll(
      'checks',
      IDBKeyRange.bound([second.current.name], [second.current.name, []]),
    );
    expect(checks.map((c) => [c.id, c.check.answer, c.shard])).toEqual([
      ['a', '3 given', 'shard of a'],
      ['b', '1 given', 'shard of b'],
    ]);
    expect(second.previous?.checks).toBe(3);
  });

  it('takes for gone what came in a shard that is gone, and knows where what moved is now', async () => {
    const id = 'pack:p';
    const write = async (from: StoredSource | undefined, given: [number, string][], gone: string[]) => {
      const writer = await EditionWriter.begin({ source: id, from: from?.current, env: env() });
      for (const [n, shard] of given) await writer.review(review(n), shard);
      await writer.removeUnseen(new Set(gone));
      const current = await writer.finish({ version: '', serial: 1, updated: '', records: plainRecords(0) });
      const source = { id, kind: 'pack', title: 'P', added: '', schedule: 'never' } as const;
      return swapIn(env(), { ...source, publishersOff: [], current });
    };
    const has = async (...numbers: number[]) => {
      const sources = await readSources(db);
      const found = await Promise.all(
        numbers.map((n) => readReview(db, sources, reviewId(id, review(n).id))),
      );
      return found.map((r) => r !== undefined);
    };
    const first = await write(
      undefined,
      [
        [1, 'A'],
        [2, 'A'],
        [3, 'B'],
      ],
      [],
    );
    // Shard A became C, which holds 1 alone.
    const second = await write(first, [[1, 'C']], ['A']);
    expect([await has(1, 2, 3), second.current.reviews]).toEqual([[true, false, true], 2]);
    // C is gone, and with it what moved there without a change.
    const third = await write(second, [], ['C']);
    expect([await has(1, 2, 3), third.current.reviews]).toEqual([[false, false, true], 1]);
  });
});

describe('swapIn', () => {
  const write = async (n: number) => {
    const writer = await EditionWriter.begin({ source: ID, from: undefined, env: env() });
    await writer.review(review(n, { title: 'New' }));
    return writer.finish({ version: '', serial: 0, updated: '', records: plainRecords(1) });
  };

  it('leaves the old edition when the source cannot be stored', async () => {
    const before = await putFeed(env(), ID, [review(1)]);
    const current = await write(1);
    const broken = { ...before, current, trap: () => 0 };
    await expect(swapIn(env(), broken)).rejects.toThrow();
    expect(await readSources(db)).toEqual([before]);
    expect(await title(1)).toBeUndefined();
  });

  it('refuses an edition that was swept meanwhile', async () => {
    const before = await putFeed(env(), ID, [review(1)]);
    const current = await write(1);
    await sweepLeft(env());
    await expect(swapIn(env(), { ...before, current })).rejects.toThrow('try again');
    expect(await readSources(db)).toEqual([before]);
  });

  it('keeps one edition to go back to, and drops the one before', async () => {
    for (const n of [1, 2, 3]) await putFeed(env(), ID, [review(n)], { afresh: true });
    expect(await stored()).toMatchObject({ segments: 2, prints: 2, records: 2, pending: 0 });
    await rollBack(env(), ID);
    const [source] = await readSources(db);
    expect([source?.schedule, source?.current.reviews]).toEqual(['never', 1]);
    expect(
      (await readReview(db, source ? [source] : [], reviewId(ID, review(2).id)))?.review.id,
    ).toBeDefined();
    await expect(rollBack(env(), 'source:other')).rejects.toThrow('not in the library');
  });

  it('has nothing to go back to after the first', async () => {
    await putFeed(env(), ID, [review(1)]);
    await expect(rollBack(env(), ID)).rejects.toThrow('no earlier edition');
  });
});

describe('change', () => {
  it('leaves editions alone', async () => {
    const before = await putFeed(env(), ID, [review(1)]);
    await change(env(), ID, (source) => ({ ...source, schedule: 'weekly' }));
    expect(await readSources(db)).toEqual([{ ...before, schedule: 'weekly' }]);
  });
});

it('sweeps up what interrupted work has left, and nothing that a source refers to', async () => {
  const before = await putFeed(env(), ID, [review(1)]);
  const writer = await EditionWriter.begin({ source: ID, from: undefined, env: env() });
  await writer.review(review(2));
  await writer.finish({ version: '', serial: 0, updated: '', records: plainRecords(1) });
  expect(await stored()).toMatchObject({ records: 2, segments: 2, prints: 2, pending: 2 });
  await sweepLeft(env());
  expect(await stored()).toMatchObject({ records: 1, segments: 1, prints: 1, pending: 0 });
  expect(await readSources(db)).toEqual([before]);
});

it('others read while an edition is written', async () => {
  await putFeed(env(), ID, [review(1, { title: 'Here' })]);
  const seen: unknown[] = [];
  const many = Array.from({ length: 1_000 }, (_, n) => review(n));
  const watching = testEnv(db, {
    step: async (name) => {
      if (name === 'records') seen.push(await title(1));
    },
  });
  await putFeed(watching, 'source:many.json', many);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set(['Here']));
});
