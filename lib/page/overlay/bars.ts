/** The page's own bars over the viewport, and what may slide under them while it scrolls. */

import { flatParent } from '../dom/flat';
import { boxOf } from '../dom/hit';
import { bodyOf } from '../dom/safe';
import type { Group } from './group';
import { deepElementAt } from './home';
import { outOf } from './place/transform';
import type { Stage } from './stage';

export interface Open {
  readonly top: number;
  readonly bottom: number;
}

/** Bars stay where they are for longer than a frame: milliseconds after which they are looked for again. */
const STALE = 100;
let known: Open | undefined;
let knownAt = 0;

/**
 * The viewport's height less the bars at its top and bottom that our document layer would be drawn over, in
 * viewport pixels, as it was a moment ago; two hit tests now and then.
 */
export function openPart(): Open {
  const now = performance.now();
  if (known && now - knownAt < STALE) return known;
  knownAt = now;
  const { innerWidth, innerHeight } = window;
  const bar = (y: number) => {
    for (let at = deepElementAt(innerWidth / 2, y); at && at !== bodyOf(); at = flatParent(at)) {
      const { position, zIndex } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky') return Number(zIndex) > 1 ? undefined : boxOf(at);
    }
    return undefined;
  };
  known = { top: bar(1)?.bottom ?? 0, bottom: bar(innerHeight - 1)?.top ?? innerHeight };
  return known;
}

/** Are there none? */
export const isBare = ({ top, bottom }: Open): boolean => top <= 0 && bottom >= window.innerHeight;

/**
 * While the document scrolls, what floats above it may slide under the page's bars, or out from under them, and what
 * comes into view can be asked for the first time what covers it.
 */
export function mayBeCovered({ drawn, checked }: Group, open: Open, stage: Stage): boolean {
  if (drawn?.layer !== 'document') return true;
  const top = stage.origin.top + outOf(stage.document, drawn.x, drawn.y).y;
  const bottom = top + drawn.box.height;
  if (top > window.innerHeight || bottom < 0) return false;
  if (top >= open.top && bottom <= open.bottom) return !checked && !stage.hurry;
  return !stage.hurry || !isBare(open);
}
