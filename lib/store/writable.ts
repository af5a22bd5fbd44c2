/**
 * After a write that found no room, Firefox makes the connection's next transaction one that may only delete: its mode
 * is `cleanup`, which no standard knows. `put` throws in it, and what was deleted before that would be kept.
 */

/** Gives such a transaction up for the one after it, in which anything can be written again. */
export function keepWritable(db: IDBDatabase): void {
  const begin = db.transaction.bind(db);
  db.transaction = (...args) => {
    const tx = begin(...args);
    if ((tx.mode as string) !== 'cleanup') return tx;
    tx.abort();
    return begin(...args);
  };
}
