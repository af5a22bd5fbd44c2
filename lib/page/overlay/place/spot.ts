/** The badge's place found once and kept while the lines of its mark keep their shape; its hit area. */

import { flatParent, isFlatInside } from '../../dom/flat';
import { boxOf, elementsAt } from '../../dom/hit';
import type { Rect } from '../../dom/ranges';
import { doc, isInside } from '../../dom/safe';
import type { Mark } from '../mark';
import type { Around } from './around';
import { paints, topAt } from './cover';
import { neighboursOf } from './neighbours';
import { type Spot, spotFor } from './place-badge';
import { isAligned, type Linear, ontoAxes, outOf, type Point } from './transform';

export interface Setting {
  readonly axes: Linear;
  readonly rtl: boolean;
  /** All lines of the mark on the text's axes, and the last of them. */
  readonly all: readonly Rect[];
  readonly last: Rect;
  readonly around: Around;
  readonly box: DOMRect;
  readonly style: CSSStyleDeclaration;
  readonly hurry: boolean;
}

interface Found {
  readonly shape: string;
  /** Relative to the upper left corner of the last line. */
  readonly spot: Spot;
  reach: number;
  /** Was it in a hurry that `reach` was not looked for? */
  narrow: boolean;
  /** Was it in the viewport, where the page can be asked what stands there? */
  readonly checked: boolean;
}

/** What a finger or an unsteady hand needs to hit, in CSS pixels. */
const TARGET = 24;
/** By how much a badge among links reaches past its edge. */
const NARROW = 1;
const CONTROLS =
  'a[href],button,input,select,textarea,summary,label,video,[role="button"],[role="link"],[onclick],[contenteditable]';

const known = new WeakMap<Mark, Found>();

/** The centre of the badge on the text's axes, its size, and how far it may be hit past its edge, in viewport pixels. */
export function spotOf(mark: Mark, setting: Setting): Spot & { readonly reach: number } {
  const { all, last } = setting;
  const edge = edgesOf(mark.block.container, setting);
  const shape = [edge.left - last.left, edge.right - last.left]
    .concat(
      all.flatMap((r) => [r.left - last.left, r.top - last.top, r.right - last.left, r.bottom - last.top]),
    )
    .map((n) => Math.round(n * 2))
    .join();
  let found = known.get(mark);
  const inView = isInView(outOf(setting.axes, (last.left + last.right) / 2, last.top));
  if (found?.shape !== shape || (inView && !found.checked)) {
    found = { shape, checked: inView, narrow: true, reach: NARROW, spot: find(mark, setting, edge) };
    known.set(mark, found);
  }
  if (found.narrow && !setting.hurry) {
    found.narrow = false;
    found.reach = reachOf(
      outOf(setting.axes, found.spot.x + last.left, found.spot.y + last.top),
      found.spot.size,
    );
  }
  const { spot, reach } = found;
  return { ...spot, reach, x: spot.x + last.left, y: spot.y + last.top };
}

function find(mark: Mark, setting: Setting, edge: Edge): Spot {
  const { axes, rtl, last } = setting;
  const { block, start, end } = mark;
  const around = neighboursOf(block, start, end, axes);
  if (!around) return { x: last.right - last.left, y: 0, size: 8, free: false, hidden: 0 };
  let spot = spotFor(around, rtl, edge);
  if (spot.free && isTaken(block.container, outOf(axes, spot.x, spot.y)))
    spot = spotFor(around, rtl, { left: last.left, right: last.right });
  return { ...spot, x: spot.x - last.left, y: spot.y - last.top };
}

interface Edge {
  readonly left: number;
  readonly right: number;
}

const FLOWS = new Set(['block', 'flow-root', 'list-item']);

/** How far a line may be continued: to the edge of the block, and past it where only its parents' own padding is. */
function edgesOf(container: Element, { axes, around, box, style }: Setting): Edge {
  const widest = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  if (!isAligned(axes)) {
    const centre = ontoAxes(axes, widest, 0);
    const half = ((container as HTMLElement).offsetWidth * Math.hypot(around.linear.a, around.linear.b)) / 2;
    const x = (centre.left + centre.right) / 2;
    return { left: x - half, right: x + half };
  }
  let own = style;
  for (let n = 0, at = container; n < 3; n++) {
    const parent = flatParent(at);
    if (!parent || !FLOWS.has(own.display) || own.position !== 'static' || own.float !== 'none') break;
    own = getComputedStyle(parent);
    if (!FLOWS.has(own.display) || own.columnCount !== 'auto' || own.columnWidth !== 'auto') break;
    const outer = boxOf(parent);
    widest.left = Math.min(widest.left, outer.left);
    widest.right = Math.max(widest.right, outer.right);
    at = parent;
  }
  const clip = around.clip;
  const page = doc.documentElement.clientWidth;
  return ontoAxes(
    axes,
    {
      left: Math.max(widest.left, clip?.left ?? 0, -window.scrollX),
      right: Math.min(widest.right, clip?.right ?? Infinity, Math.max(page, box.right)),
      top: Math.max(widest.top, clip?.top ?? -Infinity),
      bottom: Math.min(widest.bottom, clip?.bottom ?? Infinity),
    },
    0,
  );
}

const isInView = ({ x, y }: Point) => x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight;

/** Does something of the page stand where we took the end of a line for empty (a float, a picture)? */
function isTaken(container: Element, { x, y }: Point): boolean {
  if (!isInView({ x, y })) return false;
  const first = topAt(x, y);
  if (first && isFlatInside(container, first)) return false;
  for (const top of elementsAt(x, y)) {
    if (isFlatInside(container, top)) return false;
    if (paints(top) || isFlatInside(top, container)) return true;
    // A link stretched over a whole teaser stands nowhere; anything smaller stands here.
    const r = boxOf(top);
    const c = boxOf(container);
    if (r.left > c.left || r.right < c.right || r.top > c.top || r.bottom < c.bottom) return true;
  }
  return false;
}

/** The whole target where that takes nothing from the page's own links and controls. */
function reachOf({ x, y }: Point, size: number): number {
  const half = TARGET / 2 - 1;
  let last: Element | undefined;
  for (const dx of [-half, half])
    for (const dy of [-half, 0, half]) {
      const at = { x: x + dx, y: y + dy };
      if (!isInView(at)) return NARROW;
      const top = topAt(at.x, at.y);
      if (top && top !== last && isInside(top, CONTROLS)) return NARROW;
      last = top;
    }
  return Math.max(NARROW, (TARGET - size) / 2);
}
