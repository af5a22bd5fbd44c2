/** Every stored thing has a version, and an example file per version: `tests/fixtures/stored/<thing>-<version>.json`. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseCheck, parsePack } from '../../../lib/claims';
import { openDatabase } from '../../../lib/store/database';
import { readReview } from '../../../lib/store/editions/reviews';
import { readSources } from '../../../lib/store/editions/swap';
import { readChecks, readPacks } from '../../../lib/store/library';
import { readReceipt } from '../../../lib/store/network/receipt';
import { readChanges } from '../../../lib/store/opened/opened';
import { DEFAULTS, parseSettings } from '../../../lib/store/settings';
import { putFeed, review, testEnv } from '../../support/library';
import { example, examples, restore, type StoredDatabase } from '../../support/stored';

const upTo = (thing: string, version: number) =>
  Array.from({ length: version }, (_, i) => `${thing}-${i + 1}.json`);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the database', () => {
  it('has an example of each version', async () => {
    const db = await openDatabase(() => {});
    expect(examples('database')).toEqual(upTo('database', db.version));
  });

  it('is made today as the newest example says', async () => {
    const db = await openDatabase(() => {});
    const tx = db.transaction([...db.objectStoreNames]);
    const shape = [...db.objectStoreNames].map((name) => {
      const store = tx.objectStore(name);
      return [name, store.keyPath, [...store.indexNames].map((i) => [i, store.index(i as never).keyPath])];
    });
    const { stores } = example(`database-${db.version}.json`) as StoredDatabase;
    expect(shape).toEqual(
      Object.entries(stores).map(([name, s]) => [name, s.keyPath, Object.entries(s.indexes)]),
    );
  });

  it.each(examples('database'))('of %s is still read', async (file) => {
    await restore(example(file));
    const db = await openDatabase(() => {});
    const [stored, ...more] = await readPacks(db);
    const checks = await readChecks(db, 'starter');
    expect(more).toEqual([]);
    expect(stored).toMatchObject({
      version: '0f3a',
      checks: 1,
      pack: { id: 'starter', title: 'Sky checks', sets: { rock: ['rock', 'basalt'] } },
    });
    expect(checks.map((c) => c.id)).toEqual(['moon-cheese']);
    expect(parsePack(stored?.pack)).toEqual({ ok: true, value: stored?.pack });
    expect(parseCheck(checks[0])).toEqual({ ok: true, value: checks[0] });
  });

  it.each(examples('database').slice(1))('of %s gives its sources back', async (file) => {
    await restore(example(file));
    const db = await openDatabase(() => {});
    const [source, ...more] = await readSources(db);
    expect(more).toEqual([]);
    expect(source).toMatchObject({
      id: 'source:feed.json',
      kind: 'feed',
      current: { reviews: 1, publishers: [{ key: 'sky.example', name: 'Sky Desk', reviews: 1 }] },
    });
    expect((await readReview(db, source ? [source] : [], 'r-0000000000001a'))?.review).toMatchObject({
      claim: 'The moon is made of cheese.',
    });
  });

  it('of version 2 is indexed as if it were added today, and can be updated', async () => {
    await restore(example('database-2.json'));
    const db = await openDatabase(() => {});
    const [before] = await readSources(db);
    expect(await db.get('segments', before?.current.name ?? '')).toMatchObject({
      publishers: ['sky.example'],
    });
    const { current } = await putFeed(testEnv(db), 'source:feed.json', [review(1)]);
    expect(current).toMatchObject({ reviews: 1, publishers: [{ key: 'Bridge Desk' }] });
    const sources = await readSources(db);
    expect(await readReview(db, sources, 'r-0000000000001a')).toBeUndefined();
  });

  it('of version 3 gives back what was asked for, opened and changed', async () => {
    await restore(example('database-3.json'));
    const db = await openDatabase(() => {});
    expect(await readReceipt(db)).toMatchObject([{ url: 'https://sky.example/feed.json', bytes: 200 }]);
    expect(await readChanges(db)).toMatchObject([{ id: 'moon-cheese', told: false }]);
    expect(await db.get('opened', 'moon-cheese')).toMatchObject({ answer: 'No. It is rock.' });
  });
});

describe('settings', () => {
  it('have an example of each version', () =>
    expect(examples('settings')).toEqual(upTo('settings', DEFAULTS.version)));

  it.each(examples('settings'))('of %s are still read', (file) => {
    // What was not yet there when the example was written is as at first.
    expect(parseSettings(example(file))).toEqual({
      ...DEFAULTS,
      ...example(file),
      version: DEFAULTS.version,
    });
  });

  it('hold all there is to choose in the newest example', () =>
    expect(Object.keys(example(`settings-${DEFAULTS.version}.json`)).sort()).toEqual(
      Object.keys(DEFAULTS).sort(),
    ));
});
