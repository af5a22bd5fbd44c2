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

/** Every check of a pack, by id. One that can't be read is reported and left out. */
export async function readChecks(db: Database, packId: string): Promise<FactCheck[]> {
  const stored = await db.getAll('checks', IDBKeyRange.bound([packId], [packId, []]));
  const sound = stored.filter(({ check }) => isSound(check));
  if (sound.length < stored.length)
    console.warn(`factmark: ${stored.length - sound.length} damaged checks of ${packId} are left out.`);
  return sound.map((s) => s.check);
}

const areTexts = (list: unknown): boolean =>
  Array.isArray(list) && list.every((one) => typeof one === 'string');

/** Has it what matching and showing stand on? It was parsed when it was stored; a record may have been damaged since. */
function isSound(check: unknown): boolean {
  const { id, language, question, answer, verdict, claims, ...lists } = Object(check) as Partial<FactCheck>;
  return (
    [id, language, question, answer, verdict?.label, verdict?.rating].every(
      (text) => typeof text === 'string',
    ) &&
    [lists.sections, lists.sources, lists.followUps].every(Array.isArray) &&
    Array.isArray(claims) &&
    claims.every(
      (claim) =>
        typeof claim?.text === 'string' &&
        [claim.says, claim.unless, claim.echoes, claim.subject, claim.parties].every(areTexts),
    )
  );
}
