/**
 * Where a badge goes, on the text's own axes: after the last letter, as large as fits without hiding any ink.
 * Where a line ends there is room beside it; between two sentences there is the gap over the full stop.
 */
import type { Rect } from '../../dom/ranges';
import type { Neighbours } from './neighbours';

/** Side of a badge in CSS pixels at the end of a line, and of its greatest inside one. */
export const BADGE_SIZE = 16;
const SMALLEST = 8;
const INLINE_SIZES = [12, 11, 10, 9, SMALLEST] as const;
const FREE_SIZES = [BADGE_SIZE, 14, 13, ...INLINE_SIZES];
/** Air between the last letter and a badge beside it. */
const GAP = 4;
/** An area of ink that is no more than touching, in square pixels. */
const TOUCH = 0.3;
/** Paint of letters reaches a little past their outlines. */
const PAD = 0.5;

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Is it beside the last letter, at the end of a line? */
  readonly free: boolean;
  /** Square pixels of ink under it; nought wherever that is possible. */
  readonly hidden: number;
}

/** The place of the badge's centre; `edge`: how far a line may reach on either side. */
export function spotFor(around: Neighbours, rtl: boolean, edge: { left: number; right: number }): Spot {
  const { end, next, baseline, capital } = around;
  const room = rtl ? end.left - edge.left : edge.right - end.right;
  const ink = around.ink.map(padded);
  const middle = baseline - capital / 2;
  if (!next && room >= SMALLEST + GAP / 2) {
    let least: Spot | undefined;
    for (const size of FREE_SIZES) {
      const gap = Math.min(GAP, room - size);
      if (gap < GAP / 2) continue;
      const x = rtl ? end.left - gap - size / 2 : end.right + gap + size / 2;
      for (const shift of SHIFTS) {
        const hidden = covered(ink, x, middle + shift, size);
        if (!least || hidden < least.hidden) least = { x, y: middle + shift, size, free: true, hidden };
        if (hidden === 0) return least;
      }
    }
    if (least) return least;
  }
  return inline(around, ink, rtl, edge);
}

/** Tried in this order around the middle of the capitals. */
const SHIFTS = [0, 1, -1, 2, -2, 3, -3];

/** The largest place near the end of the sentence that hides nothing; failing that the one that hides least. */
function inline(
  { end, next, baseline, capital, known }: Neighbours,
  ink: readonly Rect[],
  rtl: boolean,
  edge: { left: number; right: number },
): Spot {
  const em = (end.bottom - end.top) * 0.85;
  const close = next && (rtl ? end.left - next.right : next.left - end.right) < 1.5 * em;
  const gap = close ? Math.max(0, rtl ? end.left - next.right : next.left - end.right) : 0;
  // The middle of the free column: a full stop is low, and what is over it is free too.
  const after = rtl ? end.left - gap / 2 : end.right + gap / 2;
  const back = after - (rtl ? -1 : 1) * Math.min(em * 0.25, (end.right - end.left) / 2);
  const wish = { x: back, y: baseline - capital };
  const reach = 0.75 * em;
  const [up, down] = [baseline - 1.6 * em, baseline + em];
  const within = {
    left: Math.max(wish.x - reach, edge.left, next || rtl ? known.left : -Infinity),
    right: Math.min(wish.x + reach, edge.right, next || !rtl ? known.right + (next ? 0 : reach) : Infinity),
  };
  const near = ink.filter(
    (r) => covered([r], wish.x, (up + down) / 2, 2 * (reach + em + INLINE_SIZES[0])) > 0,
  );
  /** The best spot whose lower edge is not under `floor`; `most`: the area of ink it may hide. */
  const search = (size: number, floor: number, most: number): Spot | undefined => {
    const half = size / 2;
    // The best place lies where it wishes to be or where it touches ink, in either direction: no other is tried.
    const xs = distinct(
      [wish.x, within.left + half, ...near.flatMap((r) => [r.right + half, r.left - half])],
      within.left + half,
      within.right - half,
    );
    const ys = [
      ...distinct([wish.y, ...near.flatMap((r) => [r.bottom + half, r.top - half])], up, floor - half),
    ];
    let least: Spot | undefined;
    let closest = Infinity;
    for (const x of xs)
      for (const y of ys) {
        const away = Math.abs(x - wish.x) + 0.6 * Math.abs(y - wish.y);
        const limit = least ? least.hidden : most;
        if (limit === 0 && away >= closest) continue;
        const hidden = covered(near, x, y, size, limit);
        if (hidden > limit || (hidden === least?.hidden && away >= closest - 0.05)) continue;
        least = { x, y, size, free: false, hidden };
        closest = away;
      }
    return least;
  };
  // Raised like a footnote's number as long as that hides nothing; under the line only where leading is tight.
  for (const floor of [baseline, down])
    for (const size of INLINE_SIZES) {
      const spot = search(size, floor, 0);
      if (spot) return spot;
    }
  return search(SMALLEST, down, Infinity) ?? { x: after, y: wish.y, size: SMALLEST, free: false, hidden: 0 };
}

/** Those between `least` and `most`, once each to an eighth of a pixel: letters share their heights. */
const distinct = (all: readonly number[], least: number, most: number): Iterable<number> =>
  new Map(all.filter((n) => n >= least && n <= most).map((n) => [Math.round(n * 8), n])).values();

const padded = (r: Rect): Rect => ({
  left: r.left - PAD,
  top: r.top - PAD,
  right: r.right + PAD,
  bottom: r.bottom + PAD,
});

/**
 * Area of `ink` under a square of `size` around a point, or any number past `most` if it is more than that.
 * Letters that overlap count twice, which hurts nobody.
 */
function covered(ink: readonly Rect[], x: number, y: number, size: number, most = Infinity): number {
  const half = size / 2;
  let area = 0;
  for (const r of ink) {
    const width = Math.min(r.right, x + half) - Math.max(r.left, x - half);
    if (width <= 0) continue;
    const height = Math.min(r.bottom, y + half) - Math.max(r.top, y - half);
    if (height > 0) area += width * height;
    if (area > most + TOUCH) break;
  }
  return area < TOUCH ? 0 : area;
}
