/** Runs long work in slices so short that no frame of the page is lost. */
import { isAwake, whenAwake } from './lifecycle';

/** Milliseconds a slice may take; one step of the work may overshoot it. */
export const BUDGET = 4;
/** A page that keeps its thread busy without end would never let background work run; then we take our turn after this. */
const PATIENCE = 500;

interface Scheduler {
  postTask(f: () => void, options: { priority: 'background'; signal: AbortSignal }): Promise<void>;
}

/**
 * Runs `work` to its end in slices of at most `BUDGET` ms, each at background priority, and never while the page
 * sleeps (`lifecycle.ts`). Not `scheduler.yield`: its continuations outrank the page's own tasks and starve them.
 * `spent` hears how many milliseconds each slice took. Rejects with what `work` throws; resolves early on abort.
 */
export async function inSlices(
  work: Iterator<unknown>,
  signal: AbortSignal,
  spent?: (ms: number) => void,
): Promise<void> {
  while (!signal.aborted) {
    await turn(signal);
    if (signal.aborted) return;
    const start = performance.now();
    try {
      do {
        if (work.next().done) return;
      } while (performance.now() - start < BUDGET);
    } finally {
      spent?.(performance.now() - start);
    }
  }
}

/** Resolves at the next moment the browser has time for us in a page that is on show. */
async function turn(signal: AbortSignal): Promise<void> {
  do {
    await whenAwake(signal);
    if (signal.aborted) return;
    await idle();
    // It may have fallen asleep while we stood in line.
  } while (!isAwake() && !signal.aborted);
}

function idle(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (!scheduler)
    return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: PATIENCE }));
  return new Promise((resolve) => {
    const late = new AbortController();
    const now = () => {
      clearTimeout(timer);
      late.abort();
      resolve();
    };
    const timer = setTimeout(now, PATIENCE);
    // Rejects when the timer was first.
    scheduler.postTask(now, { priority: 'background', signal: late.signal }).catch(() => {});
  });
}
