/** Can a reader see text at a point? Asked of the browser's own hit-testing, which knows clips, clamps and covers. */

import { flatParent, isFlatInside } from '../../dom/flat';
import { boxOf, elementsAt } from '../../dom/hit';
import { HOST_TAG } from '../../dom/host-tag';
import { localName } from '../../dom/safe';
import { deepElementAt } from '../home';
import { isInk, paintsIn } from './paints';

const REPLACED = new Set(['img', 'video', 'canvas', 'iframe', 'svg', 'object', 'embed']);

/**
 * Is text of `block` that should stand at this point not seen there: covered by something of the page that
 * paints, or cut off (clamped, clipped), so that what stands around the block is met instead? Only known inside
 * the viewport; elsewhere false.
 */
export function isCovered(block: Element, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) return false;
  // The answer nearly always, and many times cheaper than a list of all that is there.
  const first = topAt(x, y);
  if (first && isFlatInside(first, block)) return false;
  if (first && !isFlatInside(block, first) && (paints(first) || isOnBar(first, block, x, y))) return true;
  for (const top of elementsAt(x, y)) {
    if (isFlatInside(top, block)) return false;
    // What is around the block and met first: the text is not there, unless hit-testing passes it over.
    if (isFlatInside(block, top)) return isHit(block);
    // Our own marks and card, and links stretched over a whole teaser, cover nothing.
    if (paints(top)) return true;
  }
  return true;
}

/** Does `element` stand on a bar of the page that paints at this point and does not hold `block`? */
function isOnBar(element: Element, block: Element, x: number, y: number): boolean {
  for (let at = flatParent(element); at && !isFlatInside(block, at); at = flatParent(at)) {
    const { position } = getComputedStyle(at);
    if (position !== 'fixed' && position !== 'sticky') continue;
    const { left, top, right, bottom } = boxOf(at);
    return x >= left && x < right && y >= top && y < bottom && paints(at);
  }
  return false;
}

/** The uppermost element of the page at a point of the viewport, inside open shadow roots too. */
export function topAt(x: number, y: number): Element | undefined {
  const top = deepElementAt(x, y);
  return top && localName(top) !== HOST_TAG ? top : elementsAt(x, y)[0];
}

const isHit = (block: Element) => getComputedStyle(block).pointerEvents !== 'none';

export function paints(element: Element): boolean {
  if (REPLACED.has(localName(element))) return true;
  return paintsIn(getComputedStyle(element));
}

/** Is the text of `element` painted in a colour one can see, at a size one can read? */
export function isInked(element: Element): boolean {
  const style = getComputedStyle(element);
  if (Number.parseFloat(style.fontSize) < SMALLEST) return false;
  // Text that shows a picture through its letters is transparent by design.
  if (isInk(style.webkitTextFillColor || style.color)) return true;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { backgroundClip, backgroundImage, display } = getComputedStyle(at);
    if (backgroundClip.includes('text') && backgroundImage !== 'none') return true;
    if (!display.startsWith('inline')) return false;
  }
  return false;
}

const SMALLEST = 4;
