/** Containers that change again and again: read a few times at once, then when their time has come. */

import { isConnected } from '../dom/flat';
import { pause } from '../time/lifecycle';
import type { createPatience } from './budget';

/** Containers that wait at a time; past that a change is read at once, and the allowance of time has to do. */
const MOST = 2_000;

/** How a container is to be read: only its own text, or as a tree. */
export type Reading = 'own' | 'tree';

interface Wait {
  readonly reading: Reading;
  readonly due: number;
}

/** An empty waiting room whose waits `patience` decides. */
export function createPostponed(patience: ReturnType<typeof createPatience>) {
  const waits = new Map<Element, Wait>();
  const prune = () => {
    for (const element of waits.keys()) if (!isConnected(element)) waits.delete(element);
  };
  let nap = new AbortController();

  return {
    /** May `element`, which has changed, be read now? If not it waits here. */
    mayRead(element: Element, reading: Reading): boolean {
      const wait = patience.ask(element);
      const before = waits.get(element);
      if (wait === 0 || (!before && waits.size >= MOST)) {
        // A tree that waits is not done with by reading its own text.
        if (before?.reading !== 'tree' || reading === 'tree') waits.delete(element);
        return true;
      }
      const both = before?.reading === 'tree' ? 'tree' : reading;
      waits.set(element, { reading: both, due: performance.now() + wait });
      return false;
    },
    /** Has the time come for one of them? */
    due(): boolean {
      const now = performance.now();
      for (const { due } of waits.values()) if (due <= now) return true;
      return false;
    },
    /** Those whose time has come, which are then forgotten; so are all that left the page. */
    take(): readonly (readonly [Element, Reading])[] {
      prune();
      const now = performance.now();
      const due = [...waits].filter(([, wait]) => wait.due <= now);
      for (const [element] of due) {
        waits.delete(element);
        // Counts as a reading: the next one waits longer.
        patience.ask(element);
      }
      return due.map(([element, { reading }]) => [element, reading]);
    },
    /** Resolves with true when the next one is due; with false if there is none, or at the next call, or on abort. */
    async whenDue(signal: AbortSignal): Promise<boolean> {
      nap.abort();
      nap = new AbortController();
      if (waits.size === 0) return false;
      const next = Math.min(...[...waits.values()].map((w) => w.due));
      const either = AbortSignal.any([signal, nap.signal]);
      await pause(next - performance.now() + 1, either);
      return !either.aborted;
    },
    size: (): number => waits.size,
    clear: (): void => waits.clear(),
  };
}
