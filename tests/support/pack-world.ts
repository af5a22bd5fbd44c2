/** A reader's library in a test: its database, what it answers, and what is stored in it. */
import { IDBFactory } from 'fake-indexeddb';
import { findAll } from '../../lib/match/engine';
import { type Database, openDatabase } from '../../lib/store/database';
import { readReview } from '../../lib/store/editions/reviews';
import type { Env } from '../../lib/store/env';
import { layersOf } from '../../lib/store/layers/holdings';
import { liveLibrary } from '../../lib/store/live';
import type { Limits } from '../../lib/store/network/patience';
import { testEnv } from './library';
import { freshLocks } from './pack-locks';
import { packaged } from './packaged';

/** Short, for hosts that keep silent: they are given up in a test. */
export const SHORT: Limits = { first: 300, silence: 300, overall: 20_000 };

export type World = Env & { readonly limits?: Limits };

/** A new device: nothing is stored, nobody holds a lock. */
export function newDevice(): void {
  globalThis.indexedDB = new IDBFactory();
  freshLocks();
}

export async function openWorld(instead: Partial<World> = {}): Promise<World> {
  return { ...testEnv(await openDatabase(() => {})), ...instead };
}

/** What a background that wakes now answers to these sentences, with the records behind the answers. */
export async function answers(sentences: readonly string[]): Promise<unknown[]> {
  const live = await liveLibrary(packaged('v1', ['starter-check']).read, async () => {}, 'test')();
  const engine = live.engine([]);
  const all: unknown[] = [];
  for (const text of sentences)
    for (const match of findAll(engine, { text, language: 'en' }, { strictness: 'normal' })) {
      const check = live.checks.get(match.check)?.check;
      const review = check ? undefined : await readReview(live.database, live.sources, match.check);
      all.push({ text, id: match.check, record: check ?? review?.review ?? 'nothing behind it' });
    }
  const sources = live.sources.map(({ id, title, current }) => ({
    id,
    title,
    checks: current.checks,
    reviews: current.reviews,
    serial: current.serial,
    sets: current.pack?.sets,
  }));
  live.database.close();
  return [...all, { sources }];
}

/** Names under which something is stored that no source refers to. */
export async function unreferenced(db: Database): Promise<string[]> {
  const sources = await db.getAll('sources');
  const used = new Set(
    sources.flatMap(({ current, previous }) =>
      [current, previous].flatMap((e) => (e ? [e.name, ...layersOf(e)] : [])),
    ),
  );
  used.add('starter');
  const names: string[] = [];
  for (const store of ['records', 'checks', 'segments', 'prints', 'masks', 'ways', 'pending'] as const)
    for (const key of await db.getAllKeys(store)) {
      const name = Array.isArray(key) ? String(key[0]) : String(key);
      if (!used.has(name)) names.push(`${store} ${name}`);
    }
  return [...new Set(names)];
}
