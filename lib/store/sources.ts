/**
 * Sources of bare reviews in the database. Reviews are written in short transactions, so that no page waits for them,
 * under an edition that nobody knows yet; then one transaction makes it the source's, or nothing has changed.
 */
import type { Review } from '../claims';
import type { SourceIndex } from '../match/bare/library';
import type { Database, StoredIndex, StoredReview, StoredSource } from './database';

/** Reviews to a transaction. */
const BATCH = 1_000;

const reviewsOf = (edition: string) => IDBKeyRange.bound([edition], [edition, []]);

/**
 * Installs an edition of a source in place of the one before. `note` hears how many reviews are written. Rejects when
 * the disk is full or the database was closed; then the source is as it was, and what was written is swept up later.
 */
export async function installSource(
  db: Database,
  source: StoredSource,
  reviews: readonly Review[],
  index: StoredIndex,
  note: (written: number) => void = () => {},
): Promise<void> {
  const { edition } = source;
  await db.put('pending', source.added, edition);
  for (let from = 0; from < reviews.length; from += BATCH) {
    const batch = reviews.slice(from, from + BATCH);
    const tx = db.transaction('reviews', 'readwrite');
    const writes: Promise<unknown>[] = [];
    try {
      for (const review of batch) writes.push(tx.store.put({ edition, id: review.id, review }));
    } catch (error) {
      // A value that can't be stored throws at once.
      tx.abort();
      await Promise.allSettled([...writes, tx.done]);
      throw error;
    }
    await Promise.all([...writes, tx.done]);
    note(from + batch.length);
  }
  const before = await swapIn(db, source, index);
  if (before) await sweep(db, before);
}

/** Makes an edition the source's; answers with the one before, which is pending from then on. */
async function swapIn(db: Database, source: StoredSource, index: StoredIndex): Promise<string | undefined> {
  const tx = db.transaction(['sources', 'indexes', 'pending'], 'readwrite');
  const [before, mine] = await Promise.all([
    tx.objectStore('sources').get(source.id),
    tx.objectStore('pending').get(source.edition),
  ]);
  const writes: Promise<unknown>[] = [];
  try {
    if (mine === undefined) throw new Error('it took so long that it was given up; please try again');
    writes.push(tx.objectStore('indexes').put(index, source.id));
    writes.push(tx.objectStore('sources').put(source));
    writes.push(tx.objectStore('pending').delete(source.edition));
    if (before) writes.push(tx.objectStore('pending').put(source.added, before.edition));
  } catch (error) {
    tx.abort();
    await Promise.allSettled([...writes, tx.done]);
    throw error;
  }
  await Promise.all([...writes, tx.done]);
  return before?.edition;
}

/** Takes a source away, its reviews and index with it. */
export async function removeSource(db: Database, id: string, now: Date): Promise<void> {
  const tx = db.transaction(['sources', 'indexes', 'pending'], 'readwrite');
  const source = await tx.objectStore('sources').get(id);
  await Promise.all([
    tx.objectStore('sources').delete(id),
    tx.objectStore('indexes').delete(id),
    source && tx.objectStore('pending').put(now.toISOString(), source.edition),
    tx.done,
  ]);
  if (source) await sweep(db, source.edition);
}

/** Deletes the reviews of an edition that is pending. */
async function sweep(db: Database, edition: string): Promise<void> {
  await db.delete('reviews', reviewsOf(edition));
  await db.delete('pending', edition);
}

/** A pending edition that is older than this was left by a browser that was closed. */
const LEFT_AFTER_MS = 6 * 3_600_000;

/** Sweeps up what interrupted imports and removals have left. */
export async function sweepLeft(db: Database, now: Date): Promise<void> {
  const [editions, times] = await Promise.all([db.getAllKeys('pending'), db.getAll('pending')]);
  for (const [i, edition] of editions.entries())
    if (!(now.getTime() - Date.parse(times[i] as string) < LEFT_AFTER_MS)) await sweep(db, edition);
}

/** Installed sources, by id. */
export const readSources = (db: Database): Promise<StoredSource[]> => db.getAll('sources');

/** The stored indexes of all sources, by id. */
export async function readIndexes(db: Database): Promise<SourceIndex[]> {
  const tx = db.transaction('indexes');
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
  return keys.map((source, i) => ({ source, ...(values[i] as StoredIndex) }));
}

/** The review with this id in one of these sources, with its source. */
export async function readReview(
  db: Database,
  sources: readonly StoredSource[],
  id: string,
): Promise<{ readonly review: Review; readonly source: StoredSource } | undefined> {
  const stored: StoredReview[] = await db.getAllFromIndex('reviews', 'id', id);
  for (const { edition, review } of stored) {
    const source = sources.find((s) => s.edition === edition);
    if (source) return { review, source };
  }
  return undefined;
}
