/** One at a time: whoever writes to the library holds its lock, in whichever of the extension's contexts it works. */

const NAME = 'factmark-library';

/** Does `work` once nobody else is at the library; `signal` ends the waiting. A killed context gives the lock back. */
export const withLock = <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
  navigator.locks.request(NAME, signal ? { signal } : {}, work);

/** Does `work` if nobody is at the library; else answers with undefined at once. */
export const withLockIfFree = <T>(work: () => Promise<T>): Promise<T | undefined> =>
  navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
