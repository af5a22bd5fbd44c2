/** Sources of bare reviews in the database: installed whole or not at all, read back as they were. */
import type { Review } from '../claims';
import type { SourceIndex } from '../match/bare/library';
import type { Database, StoredIndex, StoredReview, StoredSource } from './database';

/** Reviews written before the database is given time to take them. */
const BATCH = 2_000;

/**
 * Replaces source `source.id` in one transaction: a browser closed half-way leaves the old one. `note` hears how many
 * reviews are written. Rejects when the disk is full or the database was closed; then nothing has changed.
 */
export async function installSource(
  db: Database,
  source: StoredSource,
  reviews: readonly Review[],
  index: StoredIndex,
  note: (written: number) => void = () => {},
): Promise<void> {
  const tx = db.transaction(['sources', 'reviews', 'indexes'], 'readwrite');
  // Its outcome is awaited at the end; until then a failure is nobody's unhandled rejection.
  tx.done.catch(() => {});
  try {
    const store = tx.objectStore('reviews');
    await store.delete(IDBKeyRange.bound([source.id], [source.id, []]));
    for (let from = 0; from < reviews.length; from += BATCH) {
      const batch = reviews.slice(from, from + BATCH);
      const writes: Promise<unknown>[] = [];
      for (const review of batch) {
        const write = store.put({ source: source.id, id: review.id, review });
        // Should a later one throw at once, nobody waits for this one any more.
        write.catch(() => {});
        writes.push(write);
      }
      await Promise.all(writes);
      note(from + batch.length);
    }
    await tx.objectStore('indexes').put(index, source.id);
    await tx.objectStore('sources').put(source);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It had ended by itself: the disk was full, or the database closed.
    }
    await tx.done.catch(() => {});
    throw error;
  }
  await tx.done;
}

/** Takes a source away, its reviews and index with it. */
export async function removeSource(db: Database, id: string): Promise<void> {
  const tx = db.transaction(['sources', 'reviews', 'indexes'], 'readwrite');
  await Promise.all([
    tx.objectStore('sources').delete(id),
    tx.objectStore('reviews').delete(IDBKeyRange.bound([id], [id, []])),
    tx.objectStore('indexes').delete(id),
    tx.done,
  ]);
}

/** Installed sources, by id. */
export const readSources = (db: Database): Promise<StoredSource[]> => db.getAll('sources');

/** The stored indexes of all sources, by id. */
export async function readIndexes(db: Database): Promise<SourceIndex[]> {
  const tx = db.transaction('indexes');
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
  return keys.map((source, i) => ({ source, ...(values[i] as StoredIndex) }));
}

/** The reviews with these ids, each from the source asked for; unknown ones are left out. */
export async function readReviews(
  db: Database,
  wanted: readonly { readonly source: string; readonly id: string }[],
): Promise<StoredReview[]> {
  const found = await Promise.all(wanted.map(({ source, id }) => db.get('reviews', [source, id])));
  return found.filter((review) => review !== undefined);
}

/** A review by its id alone, with its source. */
export const readReview = (db: Database, id: string): Promise<StoredReview | undefined> =>
  db.getFromIndex('reviews', 'id', id);
