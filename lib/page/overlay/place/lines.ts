/** The lines of a marked sentence that a reader can see, on the text's own axes. */

import { flatParent } from '../../dom/flat';
import { mergeLines, type Rect, textRects } from '../../dom/ranges';
import { isVisible } from '../../dom/safe';
import type { Mark } from '../mark';
import type { Around } from './around';
import { isCovered, isInked } from './cover';
import { faceOf, fontOf } from './ink';
import { isAligned, type Linear, ontoAxes, outOf } from './transform';
import { veilsOver } from './veils';

export interface Lines {
  readonly seen: readonly Rect[];
  /** The whole last line if its end can be seen. */
  readonly last: Rect | undefined;
  /** All lines, seen or not, to tell whether anything changed its shape. */
  readonly all: readonly Rect[];
}

/** Hit tests for one mark; each costs about 10 µs. */
const MOST_HITS = 12;
/** How far before its end a line must be seen for a badge to stand there. */
const END = 4;
/** Thinner or shorter pieces of text are no text. */
const LEAST = 3;

/** Reads layout; `rtl`: on which side a line ends. */
export function linesOf(mark: Mark, around: Around, axes: Linear, rtl: boolean): Lines {
  const { block, start, end } = mark;
  const height = isAligned(axes) ? 0 : fontHeight(block.container, around);
  const all = mergeLines(textRects(block, start, end).map((r) => ontoAxes(axes, r, height))).filter(
    (r) => r.right - r.left >= LEAST && r.bottom - r.top >= LEAST,
  );
  if (around.faint || !partsAreSeen(mark)) return { seen: [], last: undefined, all };
  const clip = around.clip && isAligned(axes) ? ontoAxes(axes, around.clip, 0) : undefined;
  let hits = 0;
  let veils: readonly Rect[] | undefined;
  const isSeenAt = (x: number, y: number): boolean => {
    const point = outOf(axes, x, y);
    if (around.clip && !clip && !holds(around.clip, point.x, point.y)) return false;
    if (point.x + window.scrollX < 0 || point.y + window.scrollY < 0) return false;
    if (isInView(point)) {
      veils ??= veilsOver(block.container);
      if (veils.some((veil) => holds(veil, point.x, point.y))) return false;
    }
    return hits++ >= MOST_HITS || !isCovered(block.container, point.x, point.y);
  };
  const seen: Rect[] = [];
  let last: Rect | undefined;
  for (const line of all) {
    const part = clip ? cut(line, clip) : line;
    if (!part) continue;
    const y = (line.top + line.bottom) / 2;
    const width = part.right - part.left;
    if (!isSeenAt(part.left + width / 2, y)) continue;
    seen.push(part);
    if (line !== all.at(-1) || (rtl ? part.left > line.left : part.right < line.right)) continue;
    const inset = Math.min(END, width / 2);
    if (isSeenAt(rtl ? part.left + inset : part.right - inset, y)) last = line;
  }
  return { seen, last, all };
}

/** The height of the text's own rectangles on the screen. */
function fontHeight(element: Element, { linear }: Around): number {
  const style = getComputedStyle(element);
  const { ascent, descent } = faceOf(fontOf(style), Number.parseFloat(style.fontSize));
  return (ascent + descent) * Math.hypot(linear.c, linear.d);
}

/** Are the elements that hold the sentence's text rendered visibly and in ink? */
function partsAreSeen({ block, start, end }: Mark): boolean {
  const parents = new Set<Element>();
  for (const { node, start: at, length } of block.pieces) {
    let parent = at < end && at + length > start && node.data.trim() ? flatParent(node) : null;
    // Slots and their like have no box to ask.
    while (parent && getComputedStyle(parent).display === 'contents') parent = flatParent(parent);
    if (parent) parents.add(parent);
  }
  for (const parent of parents)
    if (isVisible(parent, { visibilityProperty: true, opacityProperty: true }) && isInked(parent))
      return true;
  return false;
}

const isInView = ({ x, y }: { x: number; y: number }) =>
  x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight;

const holds = (r: Rect, x: number, y: number) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;

function cut(r: Rect, clip: Rect): Rect | undefined {
  const middle = (r.top + r.bottom) / 2;
  if (middle < clip.top || middle > clip.bottom) return undefined;
  const left = Math.max(r.left, clip.left);
  const right = Math.min(r.right, clip.right);
  return right - left < LEAST ? undefined : { left, right, top: r.top, bottom: r.bottom };
}
