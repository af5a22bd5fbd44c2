/** Records that the disk has damaged, or another program has written over: each is left out and said, all others answer. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findAll } from '../../../lib/match/engine';
import type { Database } from '../../../lib/store/database';
import { readSources, removeSource, sweepLeft } from '../../../lib/store/editions/swap';
import { type LiveLibrary, liveLibrary } from '../../../lib/store/live';
import { noteChanges, noteOpened, readChanges, readOpened } from '../../../lib/store/opened/opened';
import { ofReview } from '../../../lib/store/opened/snapshot';
import { dueSources } from '../../../lib/store/updates/due';
import { putFeed, review, testEnv } from '../../support/library';
import { freshLocks } from '../../support/pack-locks';
import { packaged } from '../../support/packaged';

const BRIDGE = 'The Karlsberg suspension bridge number 1 was sold to a scrap dealer in Brandenburg.';
const FOUND = { strictness: 'normal' } as const;
let db: Database;
let live: LiveLibrary;
let warn: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  freshLocks();
  globalThis.indexedDB = new IDBFactory();
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  live = liveLibrary(packaged('v1', ['a', 'b']).read, async () => {}, 'program');
  db = (await live()).database;
  await putFeed(testEnv(db), 'source:sound.json', [review(1)]);
  await putFeed(testEnv(db), 'source:broken.json', [review(2)]);
  warn.mockClear();
});

/** What may have become of a record: nothing of its form is left, or one field is another. */
const broken = (sound: object) =>
  fc.oneof(
    fc.dictionary(fc.string(), fc.anything({ maxDepth: 1, withNullPrototype: false })),
    fc
      .tuple(fc.constantFrom(...Object.keys(sound)), fc.constantFrom(null, undefined, 7, 'x', {}, [], [null]))
      .map(([key, value]) => ({ ...sound, [key]: value })),
  );

describe('a damaged source', () => {
  it('is said and left out, whatever became of it; the others are searched and updated', async () => {
    const sound = await db.get('sources', 'source:broken.json');
    await fc.assert(
      fc.asyncProperty(broken(sound ?? {}), async (record) => {
        await db.put('sources', { ...structuredClone(record), id: 'source:broken.json' } as never);
        await live.again();
        const { engine, sources } = await live();
        expect(sources.map(({ id }) => id)).toContain('source:sound.json');
        expect(findAll(engine([]), { text: BRIDGE }, FOUND)).toHaveLength(1);
        dueSources(await readSources(db), new Date());
        await sweepLeft(testEnv(db));
      }),
      { numRuns: 30, seed: 9 },
    );
    await db.put('sources', { id: 'source:broken.json' } as never);
    await live.again();
    expect(warn).toHaveBeenCalledWith('factmark: source:broken.json is damaged and left out; add it again.');
  });

  it('is put right by adding it again, and can be removed', async () => {
    await db.put('sources', { id: 'source:broken.json', current: 7 } as never);
    const added = await testSource();
    expect(added).toMatchObject({ publishersOff: [], current: { reviews: 1 } });
    expect(await readSources(db)).toHaveLength(2);
    await db.put('sources', { id: 'source:broken.json', current: 7 } as never);
    await removeSource(testEnv(db), 'source:broken.json');
    expect(await db.getAllKeys('sources')).toEqual(['source:sound.json']);
  });

  const testSource = async () => {
    const { addFromFiles } = await import('../../../lib/store/updates/add');
    const feed = [{ '@type': 'ClaimReview', claimReviewed: BRIDGE, author: { name: 'Bridge Desk' } }];
    const text = JSON.stringify(feed.map((one) => ({ ...one, reviewRating: { alternateName: 'False' } })));
    return (await addFromFiles(testEnv(db), [new File([text], 'broken.json')])).source;
  };
});

describe('a damaged check', () => {
  it('is said and left out, whatever became of it; the others are there', async () => {
    const [sound] = await db.getAll('checks');
    await fc.assert(
      fc.asyncProperty(broken(sound?.check ?? {}), async (check) => {
        await db.put('checks', { pack: 'starter', id: 'a', check: structuredClone(check) as never });
        await live.again();
        const { checks, engine } = await live();
        expect([...checks.keys()]).toContain('b');
        expect(findAll(engine([]), { text: BRIDGE }, FOUND)).toHaveLength(1);
      }),
      { numRuns: 30, seed: 9 },
    );
    await db.put('checks', { pack: 'starter', id: 'a', check: null as never });
    await live.again();
    expect(warn).toHaveBeenCalledWith('factmark: 1 damaged checks of starter are left out.');
  });
});

describe('a damaged segment, mask, row or piece of reviews', () => {
  it.each(['segments', 'prints', 'masks', 'records', 'ways'] as const)(
    'in %s takes no other source away',
    async (store) => {
      const keys = (await db.getAllKeys(store)).filter((key) => JSON.stringify(key).includes('broken'));
      for (const value of [
        null,
        7,
        { segment: new ArrayBuffer(8), beside: new ArrayBuffer(1), publishers: [] },
      ])
        for (const key of store === 'ways' ? ['starter'] : [...keys, 'source:broken.json@x']) {
          await db.put(store, value as never, key as never);
          await live.again();
          expect(findAll((await live()).engine([]), { text: BRIDGE }, FOUND), String(value)).toHaveLength(1);
        }
    },
  );
});

describe('what was opened', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  it('is read without what is damaged, and changes are noted of the rest', async () => {
    const other = ofReview(review(1, { verdict: { label: 'Mixed', rating: 'mixed' } }));
    await fc.assert(
      fc.asyncProperty(broken({ ...ofReview(review(2)), opened: now.toISOString() }), async (record) => {
        await db.clear('changes');
        await noteOpened(db, ofReview(review(1)), now);
        await db.put('opened', { ...structuredClone(record), id: review(2).id } as never);
        await noteChanges(db, async () => ({ snapshot: other, changes: [] }), now);
        expect((await readOpened(db, now)).map(({ id }) => id)).toContain(review(1).id);
        await db.put('changes', { ...structuredClone(record), id: review(2).id } as never);
        expect((await readChanges(db)).map(({ id }) => id)).toContain(review(1).id);
      }),
      { numRuns: 30, seed: 9 },
    );
    expect(warn.mock.calls.flat().join()).toContain('of what was opened can’t be read'.replace('’', "'"));
  });
});
