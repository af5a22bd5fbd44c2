/**
 * Databases that earlier programs wrote, each by its own code: `tests/fixtures/stored/written/database-<version>-<commit>.json`.
 * They hold a starter of one check and, but for version 1, a feed of two reviews, of which one says too little to be matched.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findAll } from '../../../lib/match/engine';
import { readReview } from '../../../lib/store/editions/reviews';
import { readSources } from '../../../lib/store/editions/swap';
import { type Live, liveLibrary } from '../../../lib/store/live';
import { readReceipt } from '../../../lib/store/network/receipt';
import { readChanges, readOpened } from '../../../lib/store/opened/opened';
import { DEFAULTS, parseSettings } from '../../../lib/store/settings';
import { putFeed, review, testEnv } from '../../support/library';
import { freshLocks } from '../../support/pack-locks';
import { example, examples, restore, type StoredDatabase } from '../../support/stored';

const BRIDGE = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
const files = examples('database', 'written');
const versionOf = (file: string) => Number(file.split('-')[1]);
const from = (version: number) => files.filter((file) => versionOf(file) >= version);

beforeEach(() => {
  freshLocks();
  globalThis.indexedDB = new IDBFactory();
});

/** The library as a reader has it who updates from there; the starter in the package is the one that is installed. */
async function opened(file: string): Promise<Live> {
  await restore(example(`written/${file}`) as StoredDatabase);
  const read = async (path: string) =>
    path === 'starter/index.json' ? { version: '0f3a', checks: [] } : Promise.reject(new Error(path));
  return liveLibrary(read, async () => {}, 'the program of today')();
}

const found = (live: Live, text: string) =>
  findAll(live.engine([]), { text }, { strictness: 'normal' }).map(({ topic }) => topic);

describe('what an earlier program wrote', () => {
  it('is there for each version', () => expect([...new Set(files.map(versionOf))]).toEqual([1, 2, 3, 4]));

  it.each(files)('%s: the starter is matched', async (file) => {
    const warn = vi.spyOn(console, 'warn');
    const live = await opened(file);
    expect([...live.checks.keys()]).toEqual(['moon-cheese']);
    expect(found(live, 'They say the moon is made of green cheese.')).toEqual(['sky']);
    expect(warn).not.toHaveBeenCalled();
    live.database.close();
  });

  it.each(from(2))('%s: the feed is matched, read, and can be updated', async (file) => {
    const live = await opened(file);
    const [source, ...more] = live.sources;
    expect(more).toEqual([]);
    expect(source?.current).toMatchObject({
      reviews: 2,
      unmatched: 1,
      publishers: [{ key: 'bridges.example', name: 'Bridge Desk', reviews: 2 }],
    });
    expect(found(live, BRIDGE)).toEqual([source?.id]);
    const [match] = findAll(live.engine([]), { text: BRIDGE }, { strictness: 'normal' });
    expect((await readReview(live.database, live.sources, match?.check ?? ''))?.review).toMatchObject({
      claim: BRIDGE,
      // As its publisher said it. What that program made of it stays until the feed is read again: version 2 knew no “False”.
      verdict:
        versionOf(file) < 3 ? { label: 'False', rating: 'unrated' } : { label: 'Wrong', rating: 'false' },
      checkedOn: '2024-05-01',
    });
    await putFeed(testEnv(live.database), source?.id ?? '', [review(1)]);
    const sources = await readSources(live.database);
    expect(sources[0]?.current.reviews).toBe(1);
    expect(await readReview(live.database, sources, match?.check ?? '')).toBeUndefined();
    live.database.close();
  });

  it.each(from(3))('%s: what was opened, changed and asked for is there', async (file) => {
    const { database } = await opened(file);
    expect((await readOpened(database)).map(({ question }) => question)).toEqual(
      expect.arrayContaining(['Is the moon made of cheese?', BRIDGE]),
    );
    expect(await readChanges(database)).toMatchObject([
      { was: { verdict: { label: 'False' } }, now: { verdict: { label: 'Wrong' } }, told: false },
    ]);
    expect(await readReceipt(database)).toMatchObject([{ bytes: 900, status: 200, outcome: 'done' }]);
    database.close();
  });
});

describe('settings that an earlier program wrote', () => {
  const files = examples('settings', 'written');
  it('are there for each version', () =>
    expect([...new Set(files.map(versionOf))]).toEqual(
      Array.from({ length: DEFAULTS.version }, (_, i) => i + 1),
    ));

  it.each(files)('%s: nothing of them is lost', (file) => {
    const { version: _version, ...chosen } = example(`written/${file}`);
    expect(parseSettings(example(`written/${file}`))).toEqual({ ...DEFAULTS, ...chosen });
  });
});
