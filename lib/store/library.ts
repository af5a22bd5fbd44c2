/** Packs in the database: installed whole or not at all, read back as they were. */
import type { FactCheck, Pack } from '../claims';
import type { Database, StoredPack } from './database';

/**
 * Replaces pack `pack.id` by this edition in one transaction: a browser closed half-way leaves the old one.
 * Rejects when the disk is full or the database was closed; then nothing has changed.
 */
export async function installPack(
  db: Database,
  pack: Pack,
  version: string,
  checks: readonly FactCheck[],
): Promise<void> {
  const tx = db.transaction(['packs', 'checks'], 'readwrite');
  const store = tx.objectStore('checks');
  const range = IDBKeyRange.bound([pack.id], [pack.id, []]);
  const writes: Promise<unknown>[] = [store.delete(range)];
  try {
    for (const check of checks) writes.push(store.put({ pack: pack.id, id: check.id, check }));
    writes.push(tx.objectStore('packs').put({ pack, version, checks: checks.length }, pack.id));
  } catch (error) {
    // A value that can't be stored throws at once; the transaction would go on to commit what came before it.
    tx.abort();
    await Promise.allSettled([...writes, tx.done]);
    throw error;
  }
  await Promise.all([...writes, tx.done]);
}

/** Installed packs. */
export const readPacks = (db: Database): Promise<StoredPack[]> => db.getAll('packs');

/** Every check of a pack, by id. */
export async function readChecks(db: Database, packId: string): Promise<FactCheck[]> {
  const stored = await db.getAll('checks', IDBKeyRange.bound([packId], [packId, []]));
  return stored.map((s) => s.check);
}
