/** A disk that is full: a write of IndexedDB aborts its transaction, as browsers tell of it. */
import { IDBObjectStore } from 'fake-indexeddb';

type Put = (this: IDBObjectStore, ...args: unknown[]) => unknown;
interface Aborting extends globalThis.IDBTransaction {
  _abort(name: string): void;
}

/** Counts writes; the one with the number `fails` finds the disk full. */
export function fullDisk(fails: number) {
  const { put, add } = IDBObjectStore.prototype;
  let writes = 0;
  const counting = (real: Put): Put =>
    function (...args) {
      const mine = writes++ === fails;
      const request = real.apply(this, args);
      // The write itself is taken; that there is no room turns out when it is to be kept.
      if (mine) queueMicrotask(() => (this.transaction as Aborting)._abort('QuotaExceededError'));
      return request;
    };
  Object.assign(IDBObjectStore.prototype, { put: counting(put as Put), add: counting(add as Put) });
  return {
    writes: () => writes,
    end: () => Object.assign(IDBObjectStore.prototype, { put, add }),
  };
}
