/**
 * When a page may be worked for: while somebody sees it. Hidden tabs, prerendered pages that were not opened yet,
 * frozen ones and those kept for the back button get no work, no messages and no timers.
 */
import { doc } from '../dom/safe';

/** Events after which `isAwake` may answer differently; a page that comes back from the back/forward cache sends `pageshow`. */
const TURNS = ['visibilitychange', 'prerenderingchange', 'resume', 'pageshow'] as const;

/** Is the page on show? False too while it is prerendered and when it has left for another page. */
export const isAwake = (): boolean =>
  doc.visibilityState === 'visible' && !(doc as { prerendering?: boolean }).prerendering;

/** Calls `onTurn` whenever the page falls asleep or wakes (and maybe when it did neither), until `signal` aborts. */
export function onTurn(onTurn: () => void, signal: AbortSignal): void {
  for (const type of TURNS) (type === 'pageshow' ? window : doc).addEventListener(type, onTurn, { signal });
}

/** Resolves once the page is awake, at once if it is; also when `signal` aborts. Never rejects. */
export const whenAwake = (signal: AbortSignal): Promise<void> =>
  isAwake() ? Promise.resolve() : pause(0, signal);

/**
 * Resolves when `ms` milliseconds have gone by and the page is awake, or when `signal` aborts. No timer runs while the
 * page sleeps; the time it sleeps counts. Never rejects.
 */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms;
  return new Promise((resolve) => {
    const over = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const done = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const look = () => {
      clearTimeout(timer);
      if (signal.aborted) return done();
      if (!isAwake()) return;
      const left = until - performance.now();
      if (left <= 0) done();
      else timer = setTimeout(look, left);
    };
    signal.addEventListener('abort', done, { signal: over.signal });
    onTurn(look, over.signal);
    look();
  });
}
