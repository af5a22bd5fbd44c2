/** Where a card goes beside a sentence, and where a pointer is on its way to it. Plain numbers: viewport pixels. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Question {
  /** All that the card must not cover, if there is room anywhere else. */
  readonly sentence: Box;
  readonly badge: Box;
  /** The card with nothing of it scrolled away. */
  readonly card: { readonly width: number; readonly height: number };
  readonly viewport: { readonly width: number; readonly height: number };
  /** How the page's text runs there. */
  readonly rtl: boolean;
  readonly vertical: boolean;
  /** Where the card is already: it stays on that side while there is room for any of it. */
  readonly side?: Side | undefined;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  /** Height that it may have there. */
  readonly room: number;
  readonly side: Side;
}

const GAP = 8;
const EDGE = 8;
/** A card with less height than this shows too little to be read. */
const LEAST = 96;

export type Side = 'below' | 'above' | 'left' | 'right';

/**
 * Below the sentence if it fits there, else above it, else beside it; where it fits nowhere, on the side with the most
 * room. Text that runs down the page has its card beside it first. Inside the viewport in any case.
 */
export function placeBeside(question: Question): Place {
  const { sentence, badge, card, viewport, rtl, vertical } = question;
  const whole = viewport.height - 2 * EDGE;
  const across = (room: number) => (room >= card.width ? whole : 0);
  const rooms = (around: Box): Record<Side, number> => ({
    below: viewport.height - around.bottom - GAP - EDGE,
    above: around.top - GAP - EDGE,
    left: across(around.left - GAP - EDGE),
    right: across(viewport.width - around.right - GAP - EDGE),
  });
  const beside: Side[] = rtl || vertical ? ['left', 'right'] : ['right', 'left'];
  const order: Side[] = vertical ? [...beside, 'below', 'above'] : ['below', 'above', ...beside];
  let around = sentence;
  let room = rooms(around);
  // A sentence that fills the screen leaves no room: then at least its badge stays free.
  if (order.every((side) => room[side] < Math.min(LEAST, card.height))) {
    around = badge;
    room = rooms(around);
  }
  const most = order.reduce((best, side) => (room[side] > room[best] ? side : best));
  const kept = question.side && room[question.side] >= LEAST ? question.side : undefined;
  const side = kept ?? order.find((s) => room[s] >= card.height) ?? most;
  const height = Math.min(card.height, Math.max(LEAST, room[side]));
  const lengthwise = side === 'below' || side === 'above';
  const x = (badge.left + badge.right) / 2;
  const y = (badge.top + badge.bottom) / 2;
  const lefts = { left: around.left - GAP - card.width, right: around.right + GAP };
  const tops = { below: around.bottom + GAP, above: around.top - GAP - height };
  const left = lengthwise ? x - (card.width * (rtl ? 2 : 1)) / 3 : lefts[side];
  return {
    left: clamp(left, EDGE, viewport.width - card.width - EDGE),
    top: clamp(lengthwise ? tops[side] : y - height / 3, EDGE, viewport.height - height - EDGE),
    room: Math.round(Math.max(LEAST, room[side])),
    side,
  };
}

const clamp = (n: number, least: number, most: number) => Math.round(Math.max(least, Math.min(n, most)));

/** The least box around all of `boxes`, of what can be seen of them in a viewport; undefined if there is nothing. */
export function around(boxes: Iterable<Box>, viewport: Question['viewport']): Box | undefined {
  let all: Box | undefined;
  for (const { left, top, right, bottom } of boxes) {
    if (bottom < 0 || top > viewport.height || right < 0 || left > viewport.width) continue;
    all = {
      left: Math.min(left, all?.left ?? left),
      top: Math.min(top, all?.top ?? top),
      right: Math.max(right, all?.right ?? right),
      bottom: Math.max(bottom, all?.bottom ?? bottom),
    };
  }
  return all;
}

/** Pixels that a hand may stray. */
const STRAY = 6;

/** Is `at` on the way from `from` to the box: inside the least convex shape that holds both? */
export function isOnTheWay(at: Point, from: Point, to: Box): boolean {
  const around = ({ x, y }: Point): Point[] =>
    [-STRAY, STRAY].flatMap((dx) => [-STRAY, STRAY].map((dy) => ({ x: x + dx, y: y + dy })));
  const corners = [to.left, to.right].flatMap((x) => [to.top, to.bottom].map((y) => ({ x, y })));
  const shape = hull([...around(from), ...corners]);
  return shape.every((a, i) => turn(a, shape[(i + 1) % shape.length] ?? a, at) >= 0);
}

/** Positive if `a`, `b`, `c` turn one way, negative the other. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The convex hull (Andrew's monotone chain), in the order in which `turn` is positive. */
function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of from) {
      for (let n = chain.length; n >= 2; n = chain.length) {
        const [a, b] = [chain[n - 2], chain[n - 1]];
        if (!a || !b || turn(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
