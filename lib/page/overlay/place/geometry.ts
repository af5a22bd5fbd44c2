/** Where underlines and badges go, in coordinates relative to the block's border box. Reads layout only. */
import { isInside } from '../../dom/safe';
import type { Mark } from '../mark';
import type { Around } from './around';
import { linesOf } from './lines';
import { spotOf } from './spot';
import { axesOf, compose, into, inverse, type Linear, outOf } from './transform';

export { isCovered } from './cover';

/** One line of an underline: its upper start, its length, and the matrix that lays it along the text. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly transform: string;
}

/** The upper left corner of a badge, its side, and by how much its hit area may reach past it. */
export interface BadgePlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly reach: number;
  /** Does it stand at the end of a line, beside the text? */
  readonly free: boolean;
}

export interface Placed {
  readonly lines: readonly Line[];
  /** Undefined when the end of the sentence can't be seen while part of it can. */
  readonly badge: BadgePlace | undefined;
  /** Can all of it be seen? */
  readonly whole: boolean;
}

/** Height of an underline, which lies on the lower edge of its text. */
const THICKNESS = 2;

/**
 * The placement of `mark`, or `undefined` when none of its text can be seen. `box` is the block's border box in
 * the viewport, `space` the one our group is drawn in, see `spaceOf`; all that is returned is in its units. In a
 * `hurry` it is not yet known how large a badge's target may be, nor whether all of it can be seen.
 */
export function place(
  mark: Mark,
  around: Around,
  box: DOMRect,
  space: Linear,
  hurry = false,
): Placed | undefined {
  const { container } = mark.block;
  const style = getComputedStyle(container);
  const axes = axesOf(style, around.linear, () => isInside(container, ':lang(ja),:lang(ko)'));
  const rtl = style.direction === 'rtl';
  const { seen, last, all } = linesOf(mark, around, axes, rtl);
  if (seen.length === 0) return undefined;
  const relative = (x: number, y: number) => {
    const p = outOf(axes, x, y);
    return into(space, p.x - box.left, p.y - box.top);
  };
  // From the text's axes to the units of our group.
  const turn = compose(inverse(space), axes);
  const lines = seen.map((r) => {
    const { x, y } = relative(r.left, r.bottom - THICKNESS);
    const width = round(r.right - r.left);
    return { x: round(x), y: round(y), width, transform: matrix(turn, round(x), round(y)) };
  });
  if (!last) return { lines, badge: undefined, whole: false };
  const spot = spotOf(mark, { axes, rtl, all, last, around, box, style, hurry });
  const centre = relative(spot.x, spot.y);
  const scale = Math.sqrt(Math.abs(space.a * space.d - space.b * space.c)) || 1;
  const size = round(spot.size / scale);
  const x = round(centre.x - size / 2);
  const y = round(centre.y - size / 2);
  const reach = round(spot.reach / scale);
  return {
    lines,
    badge: { x, y, size, reach, free: spot.free },
    whole: !hurry && seen.length === all.length,
  };
}

const matrix = ({ a, b, c, d }: Linear, x: number, y: number): string =>
  a === 1 && b === 0 && c === 0 && d === 1
    ? `translate(${x}px, ${y}px)`
    : `matrix(${[a, b, c, d].map((n) => Math.round(n * 1e5) / 1e5)}, ${x}, ${y})`;

/** Quarters of a pixel: finer changes are not worth a write. */
const round = (n: number) => Math.round(n * 4) / 4;
