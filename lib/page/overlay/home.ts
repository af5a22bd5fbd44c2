/** Where the host must stand so that its badges can be used: in the page's body, or inside what makes the rest inert. */
import { closestAcross } from '../safe';
import { isWithin, rootOf } from './tree';

/**
 * The active modal dialog, or the body. While a dialog is modal everything outside it is inert, popovers too, so
 * our host has to be inside. The topmost of several is the one a pointer meets, wherever it stands in shadow roots.
 */
export function homeOf(): Element {
  const { innerWidth, innerHeight } = window;
  const top = deepElementAt(innerWidth / 2, innerHeight / 2);
  const dialog = top && closestAcross(top, 'dialog:modal');
  if (dialog) return dialog;
  // Inert text is no target: a hit on the bare document may be a dialog whose backdrop lets the pointer through.
  const bare = top === null || top === document.documentElement || top === document.body;
  return (bare && document.querySelector('dialog:modal')) || document.body;
}

/** The element a pointer would meet at this point of the viewport, inside open shadow roots too. */
export function deepElementAt(x: number, y: number): Element | null {
  let top = document.elementFromPoint(x, y);
  for (;;) {
    const inner = top?.shadowRoot?.elementFromPoint(x, y);
    // Asked from inside, a host may answer with itself.
    if (!inner || rootOf(inner) !== top?.shadowRoot) return top;
    top = inner;
  }
}

/** Does nothing of `element` reach the reader because a modal dialog or an element in fullscreen has the stage? */
export function isOffStage(element: Element, home: Element): boolean {
  if (home !== document.body) return !isWithin(element, home);
  const full = document.fullscreenElement;
  return full !== null && full !== document.documentElement && !isWithin(element, full);
}
