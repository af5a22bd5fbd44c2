/** Whoever opens a check arrives at its top, with the focus on its question. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Once `ready` is there (another object: another check), goes to the first heading in `root`. */
export function useArrival(root: RefObject<HTMLElement | null>, ready: object | undefined): void {
  useEffect(() => {
    if (!ready) return;
    scrollTo(0, 0);
    root.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [ready]);
}
