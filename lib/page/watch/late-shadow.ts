/**
 * Finds shadow roots that custom elements get after they were read: no event tells of it, and an extension's world
 * can't ask `customElements`. So elements that were not defined yet are looked at again, ever more rarely.
 */

import { isConnected } from '../dom/flat';
import { shadowRootOf } from '../dom/safe';
import { pause } from '../time/lifecycle';

/** Elements waited for at a time. */
const MOST = 500;
/** Milliseconds before the first look; doubled each time. An element is given up after `LOOKS`. */
const FIRST_LOOK = 250;
const LOOKS = 9;

interface Waiting {
  /** Weak: what left the page is not kept. */
  readonly element: WeakRef<Element>;
  looks: number;
}

/** Calls `onShadow` with each host that turned out to have an open shadow root; ends with `signal`. */
export function watchUpgrades(onShadow: (host: Element) => void, signal: AbortSignal) {
  let waiting: Waiting[] = [];
  let noted = new WeakSet<Element>();
  let round = new AbortController();
  let wait = 0;

  const start = async () => {
    round.abort();
    round = new AbortController();
    const own = AbortSignal.any([signal, round.signal]);
    for (wait = FIRST_LOOK; waiting.length > 0; wait *= 2) {
      await pause(wait, own);
      if (own.aborted) return;
      waiting = waiting.filter(look);
    }
    noted = new WeakSet();
    wait = 0;
  };
  /** Is it still worth waiting for? */
  const look = (entry: Waiting): boolean => {
    const element = entry.element.deref();
    if (!element || !isConnected(element)) return false;
    if (!shadowRootOf(element)) return ++entry.looks < LOOKS;
    onShadow(element);
    return false;
  };

  return {
    /** Waits for the undefined custom elements in `root`; called after it was read. */
    note: (root: Element | ShadowRoot): void => {
      let more = false;
      const { querySelectorAll } = root instanceof Element ? Element.prototype : DocumentFragment.prototype;
      for (const element of querySelectorAll.call(root, ':not(:defined)')) {
        if (waiting.length >= MOST) break;
        if (noted.has(element)) continue;
        noted.add(element);
        waiting.push({ element: new WeakRef(element), looks: 0 });
        more = true;
      }
      // New ones are looked at soon, and with them the old ones; a round that has hardly begun will do.
      if (more && wait !== FIRST_LOOK) void start();
    },
    size: (): number => waiting.length,
  };
}
