/** The one moment in which a source changes: a transaction makes another edition its current one, or nothing has happened. */

import { say } from '../../words';
import type { Database } from '../database';
import type { Env } from '../env';
import { layersOf } from '../layers/holdings';
import { recordsOf } from '../layers/records';
import type { Edition, StoredSource } from '../source';
import { checksOf } from './checks';
import { isSound } from './sound';
import { layerOf } from './writer';

/**
 * Installs `source`, whose `current` edition was written by `EditionWriter`; what was current before becomes `previous`,
 * and what was previous goes.
 * @throws Error if the edition was swept meanwhile, or can't be stored; nothing has changed then.
 */
export async function swapIn(env: Env, source: Omit<StoredSource, 'previous'>): Promise<StoredSource> {
  const { db } = env;
  await env.step('swap');
  const tx = db.transaction(['sources', 'pending'], 'readwrite');
  const sources = tx.objectStore('sources');
  const pending = tx.objectStore('pending');
  const [there, written] = await Promise.all([sources.get(source.id), pending.get(source.current.name)]);
  const before = isSound(there) ? there : undefined;
  // What the reader chose while the edition was written stays chosen.
  const kept = before && { previous: before.current, publishersOff: before.publishersOff };
  const next: StoredSource = { ...source, ...kept };
  const dropped = namesOf(before?.previous).filter((name) => !keptBy(next).has(name));
  const writes: Promise<unknown>[] = [];
  try {
    if (written === undefined) throw new Error(say('store_took_too_long'));
    writes.push(sources.put(next));
    for (const name of [source.current.name, layerOf(source.current.name)]) writes.push(pending.delete(name));
    for (const name of dropped) writes.push(pending.put(env.now().toISOString(), name));
  } catch (error) {
    // A value that can't be stored throws at once; the transaction would go on to commit what came before it.
    tx.abort();
    await Promise.allSettled([...writes, tx.done]);
    throw error;
  }
  await Promise.all([...writes, tx.done]);
  await env.step('swapped');
  await sweep(env, dropped);
  return next;
}

/**
 * Makes the edition before the current one again; the current one becomes `previous`, so that the reader can change their
 * mind. Updates stop, or the next would undo it.
 * @throws Error if there is none.
 */
export async function rollBack(env: Env, id: string): Promise<void> {
  await change(env, id, (source) => {
    const { previous, etag: _etag, modified: _modified, failed: _failed, cut: _cut, ...rest } = source;
    if (!previous) throw new Error(say('store_no_previous'));
    return { ...rest, current: previous, previous: source.current, schedule: 'never' };
  });
}

/** Changes what is stored of a source beside its editions. @throws Error if there is no such source. */
export async function change(
  env: Env,
  id: string,
  to: (source: StoredSource) => StoredSource,
): Promise<StoredSource> {
  await env.step('change');
  const tx = env.db.transaction('sources', 'readwrite');
  const source = await tx.store.get(id);
  if (!isSound(source)) throw new Error(say('store_source_gone'));
  const changed = to(source);
  await Promise.all([tx.store.put(changed), tx.done]);
  await env.step('changed');
  return changed;
}

/** Takes a source away, with all that is stored of it. */
export async function removeSource(env: Env, id: string): Promise<void> {
  await env.step('remove');
  const tx = env.db.transaction(['sources', 'pending'], 'readwrite');
  const source = await tx.objectStore('sources').get(id);
  const names = isSound(source) ? [...keptBy(source)] : [];
  await Promise.all([
    tx.objectStore('sources').delete(id),
    ...names.map((name) => tx.objectStore('pending').put(env.now().toISOString(), name)),
    tx.done,
  ]);
  await env.step('removed');
  await sweep(env, names);
}

/** An edition and its layers, by the names under which they are stored. */
const namesOf = (edition: Edition | undefined): string[] =>
  edition ? [edition.name, ...layersOf(edition)] : [];

/** All that a source refers to. */
const keptBy = ({ current, previous }: StoredSource): Set<string> =>
  new Set([...namesOf(current), ...namesOf(previous)]);

/** Deletes what is stored under names that are pending. What can't be deleted now stays pending, for the next time. */
async function sweep({ db, step }: Env, names: Iterable<string>): Promise<void> {
  for (const name of names) {
    await step('sweep');
    try {
      await erase(db, name);
      await db.delete('pending', name);
    } catch (error) {
      console.warn(`factmark: ${name} is swept up later. ${String(error)}`);
    }
  }
}

async function erase(db: Database, name: string): Promise<void> {
  await db.delete('records', recordsOf(name));
  await db.delete('checks', checksOf(name));
  for (const store of ['segments', 'prints', 'masks', 'ways'] as const) await db.delete(store, name);
}

/** Sweeps up what interrupted work has left; for whoever holds the library's lock, so that nobody else can be at work. */
export async function sweepLeft(env: Env): Promise<void> {
  const { db } = env;
  const [names, sources] = await Promise.all([db.getAllKeys('pending'), readSources(db)]);
  const used = new Set(sources.flatMap((source) => [...keptBy(source)]));
  await sweep(
    env,
    names.filter((name) => !used.has(name)),
  );
}

/** Installed sources, by id. One that can't be read is reported and left out; adding it again puts it right. */
export async function readSources(db: Database): Promise<StoredSource[]> {
  const [all, ids] = await Promise.all([db.getAll('sources'), db.getAllKeys('sources')]);
  return all.filter((source, i) => {
    const sound = isSound(source);
    if (!sound) console.warn(`factmark: ${ids[i]} is damaged and left out; add it again.`);
    return sound;
  });
}

/** The source with this id, if it is there and can be read. */
export async function readSource(db: Database, id: string): Promise<StoredSource | undefined> {
  const source = await db.get('sources', id);
  return isSound(source) ? source : undefined;
}
