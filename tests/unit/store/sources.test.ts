import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { addSource, type Step } from '../../../lib/store/add-source';
import { type Database, openDatabase } from '../../../lib/store/database';
import {
  installSource,
  readIndexes,
  readReview,
  readSources,
  removeSource,
  sweepLeft,
} from '../../../lib/store/sources';

const feed = (...claims: string[]) =>
  JSON.stringify(
    claims.map((claimReviewed) => ({
      '@type': 'ClaimReview',
      claimReviewed,
      author: { name: 'Desk' },
      reviewRating: { alternateName: 'False' },
    })),
  );
const NOW = new Date('2026-11-22T10:00:00Z');

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});
const add = (name: string, text: string) => addSource(db, name, text, NOW);
const claims = async () =>
  (await db.getAll('reviews')).map((r) => `${r.edition.split('@')[0]} ${r.review.claim}`).sort();

describe('addSource', () => {
  it('installs reviews and index, and says what it took', async () => {
    const { source } = await add('a.json', feed('One thing is so.', 'Another thing is so.', ''));
    expect(source).toMatchObject({ id: 'source:a.json', reviews: 2, refused: 1, publishers: ['Desk'] });
    expect(await readSources(db)).toEqual([source]);
    const [index] = await readIndexes(db);
    expect(index?.source).toBe('source:a.json');
    expect((index?.segment.byteLength ?? 0) + (index?.beside.byteLength ?? 0)).toBe(source.bytes);
    const id = (await db.getAll('reviews'))[0]?.id ?? '';
    expect((await readReview(db, await readSources(db), id))?.source.id).toBe('source:a.json');
  });

  it('replaces a source of the same name and leaves others', async () => {
    await add('a.json', feed('One.', 'Two.'));
    await add('b.json', feed('One.'));
    await add('a.json', feed('Three.'));
    expect(await claims()).toEqual(['source:a.json Three.', 'source:b.json One.']);
    expect((await readSources(db)).map((s) => s.reviews)).toEqual([1, 1]);
  });

  it('says how many records said a thing again, and how many a newer one replaced', async () => {
    const [one] = JSON.parse(feed('One.'));
    const changed = { ...one, reviewRating: { alternateName: 'True' } };
    const added = await add('a.json', JSON.stringify([one, one, changed]));
    expect(added).toMatchObject({ repeated: 1, superseded: 1, source: { reviews: 1 } });
  });

  it('tells how far it is', async () => {
    const steps: Step[] = [];
    await addSource(db, 'a.json', feed('One.', 'Two.'), NOW, (step) => steps.push(step));
    expect(steps.map((s) => `${s.doing} ${s.done}/${s.of}`)).toEqual([
      'reading 0/0',
      'indexing 0/2',
      'storing 2/2',
    ]);
  });

  it('changes nothing when none of the records can be read', async () => {
    await add('a.json', feed('One.'));
    await expect(add('a.json', feed('', ''))).rejects.toThrow('None of its 2 records');
    await expect(add('a.json', '{')).rejects.toThrow('try again');
    expect(await claims()).toEqual(['source:a.json One.']);
  });
});

describe('installSource', () => {
  it.each([
    ['a review', (good: unknown) => [[good, { trap: () => 0 }], undefined]],
    ['the index', () => [[], { trap: () => 0 }]],
  ])('leaves the old edition whole when %s cannot be stored', async (_, broken) => {
    const { source } = await add('a.json', feed('One.'));
    const [index] = await readIndexes(db);
    const good = (await db.getAll('reviews'))[0]?.review;
    const [reviews, bad] = broken(good);
    const next = { ...source, edition: 'source:a.json@later' };
    await expect(installSource(db, next, reviews as never, (bad ?? index) as never)).rejects.toThrow();
    expect(await readSources(db)).toEqual([source]);
    expect(await readIndexes(db)).toEqual([index]);
    expect((await readReview(db, [source], good?.id ?? ''))?.review).toEqual(good);
  });

  it('lets others read while it writes', async () => {
    const { source } = await add('a.json', feed('One.'));
    const id = (await db.getAll('reviews'))[0]?.id ?? '';
    const many = feed(...Array.from({ length: 5_000 }, (_, i) => `Thing number ${i} is so.`));
    let seen = 0;
    const reading: Promise<unknown>[] = [];
    await addSource(db, 'b.json', many, NOW, ({ doing, done }) => {
      if (doing === 'storing' && done < 5_000) reading.push(readReview(db, [source], id).then(() => seen++));
    });
    expect(seen).toBeGreaterThan(2);
    await Promise.all(reading);
  });

  it('sweeps up what an interrupted one has left, but not one that is at work', async () => {
    const { source } = await add('a.json', feed('One.'));
    const left = { ...source, edition: 'source:a.json@left' };
    const trap = { trap: () => 0 };
    const reviews = [{ ...(await db.getAll('reviews'))[0]?.review }];
    await expect(installSource(db, left, reviews as never, trap as never)).rejects.toThrow();
    expect(await db.count('reviews')).toBe(2);
    await sweepLeft(db, new Date(NOW.getTime() + 3_600_000));
    expect(await db.count('reviews')).toBe(2);
    await sweepLeft(db, new Date(NOW.getTime() + 7 * 3_600_000));
    expect([await claims(), await db.count('pending')]).toEqual([['source:a.json One.'], 0]);
  });

  it('says in words that the disk is full', async () => {
    const full = Object.assign(new Error('A request was aborted'), { name: 'QuotaExceededError' });
    const put = db.put.bind(db);
    Object.assign(db, {
      put: (...args: Parameters<typeof put>) => (args[0] === 'pending' ? Promise.reject(full) : put(...args)),
    });
    await expect(add('a.json', feed('One.'))).rejects.toThrow('not enough room');
  });

  it('rejects on a closed database', async () => {
    db.close();
    await expect(add('a.json', feed('One.'))).rejects.toThrow();
  });
});

it('removeSource takes away all of a source and nothing else', async () => {
  await add('a.json', feed('One.'));
  await add('b.json', feed('One.'));
  await removeSource(db, 'source:a.json', NOW);
  expect(await claims()).toEqual(['source:b.json One.']);
  expect((await readIndexes(db)).map((i) => i.source)).toEqual(['source:b.json']);
  expect((await readSources(db)).map((s) => s.id)).toEqual(['source:b.json']);
});
