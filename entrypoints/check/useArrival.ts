/** Whoever opens a check arrives at its top, with the focus on its question. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Once `ready` is there (another object: another check), goes to the first heading in `root`. */
export function useArrival(root: RefObject<HTMLElement | null>, ready: object | undefined): void {
  // Before it is drawn, and at once: a panel that glides would show its middle first.
  useLayoutEffect(() => {
    if (!ready) return;
    scrollTo({ top: 0, behavior: 'instant' });
    root.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [ready]);
}
