/** Where underlines and badges go, in coordinates relative to the block's border box. Reads layout only. */
import { lineRects, type Rect } from '../../lib/page/ranges';
import { HOST_TAG } from '../../lib/page/skip';
const parentElementOf = (e: Element) => e.parentElement;
import type { Mark } from '../../lib/page/overlay/mark';

export interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Placement {
  readonly lines: readonly Line[];
  readonly badge: { readonly x: number; readonly y: number; readonly raised: boolean };
}

/** Side of a badge in CSS pixels: beside the text where there is room, smaller and raised inside a paragraph. */
export const BADGE_SIZE = 16;
const RAISED_SIZE = 13;
const GAP = 4;

/** The placement of `mark`, or `undefined` when none of its text can be seen. `zoom` divides viewport pixels. */
export function placementOf(
  mark: Mark,
  box: DOMRect,
  clip: Rect | undefined,
  zoom: number,
): Placement | undefined {
  const all = lineRects(mark.block, mark.start, mark.end);
  const rects = clip ? all.filter((r) => overlaps(r, clip)).map((r) => cut(r, clip)) : all;
  const last = rects.at(-1);
  if (!last) return undefined;
  const lines = rects.map((r) => ({
    x: round((r.left - box.left) / zoom),
    y: round((r.bottom - box.top) / zoom - 2),
    width: round((r.right - r.left) / zoom),
  }));
  const rtl = getComputedStyle(mark.block.container).direction === 'rtl';
  const edge = {
    left: Math.max(box.left, clip?.left ?? -Infinity),
    right: Math.min(box.right, clip?.right ?? Infinity),
  };
  // Beside the text only where nothing of the page can stand: after the last word, inside the block's own box.
  const room = rtl ? last.left - edge.left : edge.right - last.right;
  const raised = mark.block.text.slice(mark.end).trim() !== '' || room < BADGE_SIZE + GAP;
  const size = raised ? RAISED_SIZE : BADGE_SIZE;
  const gap = raised ? -1 : GAP;
  const wanted = rtl ? last.left - gap - size : last.right + gap;
  const x = raised ? Math.max(edge.left, Math.min(wanted, edge.right - size)) : wanted;
  const y = raised ? last.top - size + 3 : (last.top + last.bottom) / 2 - size / 2;
  return { lines, badge: { x: round((x - box.left) / zoom), y: round((y - box.top) / zoom), raised } };
}

const cut = (r: Rect, clip: Rect): Rect => ({
  ...r,
  left: Math.max(r.left, clip.left),
  right: Math.min(r.right, clip.right),
});

/** Quarters of a pixel: finer changes are not worth a write. */
const round = (n: number) => Math.round(n * 4) / 4;

const overlaps = (a: Rect, b: Rect) =>
  a.left < b.right && a.right > b.left && (a.top + a.bottom) / 2 < b.bottom && (a.top + a.bottom) / 2 > b.top;

/** The rectangle that `overflow` of the block and its ancestors leaves visible; `undefined`: nothing clips. */
export function clipOf(block: Element): Rect | undefined {
  let clip: { left: number; top: number; right: number; bottom: number } | undefined;
  for (
    let at: Element | null = block;
    at && at !== document.body && at !== document.documentElement;
    at = parentElementOf(at)
  ) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const r = at.getBoundingClientRect();
    clip = clip
      ? {
          left: Math.max(clip.left, r.left),
          top: Math.max(clip.top, r.top),
          right: Math.min(clip.right, r.right),
          bottom: Math.min(clip.bottom, r.bottom),
        }
      : { left: r.left, top: r.top, right: r.right, bottom: r.bottom };
  }
  return clip;
}

/** Does something of the page that is not the block paint over this point? Only known inside the viewport. */
export function isCovered(block: Element, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) return false;
  const root = block.getRootNode() as Document | ShadowRoot;
  for (const top of root.elementsFromPoint(x, y)) {
    if (top === block || block.contains(top) || top.contains(block)) return false;
    // Our own marks and card, and links stretched over a whole teaser, cover nothing.
    if (top.localName !== HOST_TAG && paints(top)) return true;
  }
  return false;
}

const REPLACED = new Set(['img', 'video', 'canvas', 'iframe', 'svg', 'object', 'embed']);

function paints(element: Element): boolean {
  if (REPLACED.has(element.localName)) return true;
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
}
