/** Can a reader see a piece of text? Asked before it is marked: much of what a page renders is nowhere to be seen. */

import { flatParent } from '../dom/flat';
import { lineRects } from '../dom/ranges';
import { bodyOf, isVisible } from '../dom/safe';
import type { Block } from './blocks';
import { isClippedAway } from './flow';

/**
 * Can a reader see this text? Not if it is unrendered, `visibility: hidden`, clipped away or pushed off the
 * page, as text for screen readers often is. Opacity is left to the moment of marking: text may still fade in.
 */
export function isReadable(block: Block, start: number, end: number): boolean {
  const { container } = block;
  if (!isVisible(container, { visibilityProperty: true })) return false;
  const rects = lineRects(block, start, end);
  const left = window.scrollX;
  const top = window.scrollY;
  const onPage = rects.some(
    (r) => r.right + left > 2 && r.bottom + top > 2 && r.right - r.left > 2 && r.bottom - r.top > 2,
  );
  if (!onPage) return false;
  const body = bodyOf();
  for (let at: Element | null = container; at && at !== body; at = flatParent(at)) {
    const style = getComputedStyle(at);
    if (style.position !== 'absolute' && style.position !== 'fixed' && style.overflow === 'visible') continue;
    if (isClippedAway(style)) return false;
  }
  return true;
}
