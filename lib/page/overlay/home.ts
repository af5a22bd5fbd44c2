/** Where the host must stand so that its badges can be used: in the page's body, or inside what makes the rest inert. */

import { isFlatInside, rootOf } from '../dom/flat';
import { bodyOf, closestAcross, doc, isLike, shadowRootOf } from '../dom/safe';

/**
 * The active modal dialog, the element in fullscreen, or the body. Everything outside the first two is inert, popovers
 * too, so our host has to be inside. The topmost of several dialogs is the one a pointer meets, wherever it stands in
 * shadow roots.
 */
export function homeOf(): Element {
  const body = bodyOf() ?? doc.documentElement;
  const { innerWidth, innerHeight } = window;
  const top = deepElementAt(innerWidth / 2, innerHeight / 2);
  const dialog = top && closestAcross(top, 'dialog:modal');
  if (dialog) return dialog;
  // Inert text is no target: a hit on the bare document may be a dialog whose backdrop lets the pointer through.
  const bare = top === null || top === doc.documentElement || top === body;
  return (bare && doc.querySelector('dialog:modal')) || fullscreenElement() || body;
}

/** What fills the screen; `undefined` for nothing and for the whole document. */
function fullscreenElement(): Element | undefined {
  let full: Element | null = null;
  for (let at = doc.fullscreenElement; at; at = shadowRootOf(at)?.fullscreenElement ?? null) full = at;
  return full === null || full === doc.documentElement ? undefined : full;
}

/** The element a pointer would meet at this point of the viewport, inside open shadow roots too. */
export function deepElementAt(x: number, y: number): Element | null {
  let top = doc.elementFromPoint(x, y);
  for (;;) {
    const shadow = top && shadowRootOf(top);
    const inner = shadow?.elementFromPoint(x, y);
    // Asked from inside, a host may answer with itself.
    if (!inner || rootOf(inner) !== shadow) return top;
    top = inner;
  }
}

/** Is `element` inert because a dialog or an element in fullscreen, `home`, has the stage? */
export const isOffStage = (element: Element, home: Element): boolean =>
  home !== bodyOf() && !isFlatInside(element, home);

/** Would a child of it be rendered? A film in fullscreen has no place for a host, and needs none. */
export const takesChildren = (home: Element): boolean =>
  !isLike(home, 'video, img, canvas, iframe, object, embed');
