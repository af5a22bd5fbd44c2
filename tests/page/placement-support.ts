/** Helpers for tests of where underlines and badges go. */

import type { Mark } from '../../lib/page/overlay/mark';
import { aroundOf } from '../../lib/page/overlay/place/around';
import { type Placed, place } from '../../lib/page/overlay/place/geometry';
import { UPRIGHT } from '../../lib/page/overlay/place/transform';
import type { Block } from '../../lib/page/read/blocks';
import { blocksOf } from './support';

export { blocksOf, page } from './support';
export type { Block };

/** A mark on `sentence` in a block. */
export function markOf(block: Block, sentence: string): Mark {
  const start = block.text.indexOf(sentence);
  if (start < 0) throw new Error(`not in the block: ${sentence}`);
  return {
    key: sentence,
    block,
    start,
    end: start + sentence.length,
    style: '',
    badge: () => document.createElement('button'),
    onHover: () => {},
  };
}

/** The first block that holds `sentence`, and where it is placed; all coordinates are the viewport's. */
export function placedOf(sentence: string): { placed: Placed | undefined; box: DOMRect; block: Block } {
  const block = blocksOf().find((b) => b.text.includes(sentence));
  if (!block) throw new Error(`not on the page: ${sentence}`);
  const box = block.container.getBoundingClientRect();
  return { placed: place(markOf(block, sentence), aroundOf(block.container), box, UPRIGHT), box, block };
}

/** Centre of the badge in the viewport. */
export function centreOf(sentence: string): { x: number; y: number; size: number } {
  const { placed, box } = placedOf(sentence);
  if (!placed?.badge) throw new Error('no badge');
  const { x, y, size } = placed.badge;
  return { x: box.left + x + size / 2, y: box.top + y + size / 2, size };
}

/** Both ends of each underline in the viewport. */
export function endsOf(sentence: string): { x1: number; y1: number; x2: number; y2: number }[] {
  const { placed, box } = placedOf(sentence);
  return (placed?.lines ?? []).map(({ width, transform }) => {
    const matrix = new DOMMatrixReadOnly(transform);
    const from = matrix.transformPoint({ x: 0, y: 0 });
    const to = matrix.transformPoint({ x: width, y: 0 });
    return { x1: box.left + from.x, y1: box.top + from.y, x2: box.left + to.x, y2: box.top + to.y };
  });
}

/** The bounding box of the letter of the page that ends with `upTo`. */
export function letterBox(upTo: string): DOMRect {
  const block = blocksOf().find((b) => b.text.includes(upTo));
  const at = (block?.text.indexOf(upTo) ?? -1) + upTo.length - 1;
  const piece = block?.pieces.find((p) => p.start <= at && p.start + p.length > at);
  if (!piece) throw new Error(`not on the page: ${upTo}`);
  const range = document.createRange();
  range.setStart(piece.node, piece.from + at - piece.start);
  range.setEnd(piece.node, piece.from + at - piece.start + 1);
  return range.getBoundingClientRect();
}
