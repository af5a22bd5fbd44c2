/** Runs long work in slices so short that no frame of the page is lost. */

/** Milliseconds a slice may take. */
export const BUDGET = 4;

/**
 * Runs `work` to its end in slices of at most `BUDGET` ms, each at background priority, and never while the
 * tab is hidden. Not `scheduler.yield`: its continuations outrank the page's own tasks and starve them.
 */
export async function inSlices(work: Iterator<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await turn(signal);
    if (signal.aborted) return;
    const until = performance.now() + BUDGET;
    do {
      if (work.next().done) return;
    } while (performance.now() < until);
  }
}

/** Resolves at the next moment the browser has time for us in a visible tab. */
async function turn(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'hidden') await becomesVisible(signal);
  if ('scheduler' in globalThis) {
    const scheduler = globalThis.scheduler as {
      postTask(f: () => void, o: { priority: string }): Promise<void>;
    };
    return scheduler.postTask(() => {}, { priority: 'background' });
  }
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }));
}

function becomesVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}
