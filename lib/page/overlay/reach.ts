/** Brings marked words before the reader's eyes, through every box that scrolls around them. */

import { flatParent } from '../dom/flat';
import { boxOf } from '../dom/hit';
import { lineRects, type Rect } from '../dom/ranges';
import { doc, field } from '../dom/safe';
import type { Mark } from './mark';
import { isCovered } from './place/geometry';

/** Share of the window's height, from top and bottom, in which text is moved rather than left. */
const EDGE = 0.15;

/** Scrolls as little as makes the first line of `mark` readable; at once, so that what is measured next is final. */
export function bringIntoView(mark: Mark): void {
  // Also the body, where a page made it the box that scrolls.
  for (let at = flatParent(mark.block.container); at && at !== doc.documentElement; at = flatParent(at))
    if (at !== doc.scrollingElement) scrollWithin(at, mark);
  const line = firstLine(mark);
  if (!line) return;
  const middle = (line.top + line.bottom) / 2;
  const edge = window.innerHeight * EDGE;
  const hidden = isCovered(mark.block.container, (line.left + line.right) / 2, middle);
  if (middle > edge && middle < window.innerHeight - edge && !hidden) return;
  window.scrollBy({ top: middle - window.innerHeight / 2, behavior: 'instant' });
}

function scrollWithin(box: Element, mark: Mark): void {
  const { overflowX, overflowY } = getComputedStyle(box);
  const line = firstLine(mark);
  if (!line) return;
  const frame = boxOf(box);
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const by: ScrollToOptions = { behavior: 'instant' };
  if (scrolls(overflowY) && (line.top < frame.top || line.bottom > frame.bottom))
    by.top = (line.top + line.bottom) / 2 - (frame.top + frame.bottom) / 2;
  if (scrolls(overflowX) && (line.left < frame.left || line.right > frame.right))
    by.left = line.left - frame.left - 16;
  if ('top' in by || 'left' in by) Reflect.apply(field(box, 'scrollBy'), box, [by]);
}

const firstLine = ({ block, start, end }: Mark): Rect | undefined => lineRects(block, start, end)[0];
