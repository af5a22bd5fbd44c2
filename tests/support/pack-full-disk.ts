/** A disk that is full: a write of IndexedDB aborts its transaction, as browsers tell of it. */
import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';

type Put = (this: IDBObjectStore, ...args: unknown[]) => unknown;
interface Aborting extends globalThis.IDBTransaction {
  _abort(name: string): void;
}

/**
 * Counts writes; the one with the number `fails` finds the disk full. As in Firefox, the connection's next transaction may
 * only delete then (seen in Firefox 153: its mode is `cleanup`).
 */
export function fullDisk(fails: number) {
  const { put, add } = IDBObjectStore.prototype;
  const { transaction } = IDBDatabase.prototype;
  let writes = 0;
  let full: globalThis.IDBDatabase | undefined;
  const counting = (real: Put): Put =>
    function (...args) {
      if ((this.transaction.mode as string) === 'cleanup') throw new DOMException('', 'InvalidStateError');
      const mine = writes++ === fails;
      const request = real.apply(this, args);
      // The write itself is taken; that there is no room turns out when it is to be kept.
      if (mine)
        queueMicrotask(() => {
          (this.transaction as Aborting)._abort('QuotaExceededError');
          full = this.transaction.db;
        });
      return request;
    };
  Object.assign(IDBObjectStore.prototype, { put: counting(put as Put), add: counting(add as Put) });
  IDBDatabase.prototype.transaction = function (...args) {
    const begun = transaction.apply(this, args);
    if (full === (this as unknown) && begun.mode === 'readwrite') {
      full = undefined;
      Object.assign(begun, { mode: 'cleanup' });
    }
    return begun;
  };
  return {
    writes: () => writes,
    end: () => {
      Object.assign(IDBObjectStore.prototype, { put, add });
      IDBDatabase.prototype.transaction = transaction;
    },
  };
}
