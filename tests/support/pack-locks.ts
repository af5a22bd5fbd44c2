/**
 * The Web Locks API in memory, as far as `lib/store/updates/lock.ts` uses it; Node has none. Exclusive locks, granted in
 * order of asking. A new one stands for contexts that were killed: a browser takes their locks from them.
 */
type Work = (lock: object | null) => unknown;
interface Options {
  readonly ifAvailable?: boolean;
  readonly signal?: AbortSignal;
}

export class Locks {
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly held = new Set<string>();

  request = async (name: string, options: Options | Work, work?: Work): Promise<unknown> => {
    const [wanted, run] = typeof options === 'function' ? [{}, options] : [options, work as Work];
    if (wanted.ifAvailable && this.held.has(name)) return run(null);
    wanted.signal?.throwIfAborted();
    this.held.add(name);
    const before = this.queues.get(name) ?? Promise.resolve();
    const mine = new Promise<unknown>((done, failed) => {
      let granted = false;
      wanted.signal?.addEventListener('abort', () => granted || failed(wanted.signal?.reason));
      const grant = () => {
        granted = true;
        if (!wanted.signal?.aborted) done(run({ name }));
      };
      before.then(grant).catch(failed);
    });
    const settled = Promise.allSettled([before, mine]);
    this.queues.set(name, settled);
    settled.then(() => {
      if (this.queues.get(name) !== settled) return;
      this.queues.delete(name);
      this.held.delete(name);
    });
    return mine;
  };
}

/** Gives this process a `navigator` with locks that nobody holds. */
export function freshLocks(): void {
  Object.defineProperty(globalThis, 'navigator', { value: { locks: new Locks() }, configurable: true });
}
