/** From offsets in a block's text to nodes and rectangles. No live `Range` is kept: they slow the page's own edits. */

import type { Block, Piece } from '../read/blocks';
import { isConnected } from './flat';
import { doc } from './safe';

/** A viewport rectangle in CSS pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Positions of `[start, end)` in the block's nodes, or `undefined` if the page changed them since. */
export function locate(block: Block, start: number, end: number): StaticRange | undefined {
  const first = block.pieces.find((p) => p.start + p.length > start);
  const last = block.pieces.findLast((p) => p.start < end);
  if (!first || !last || first.start > last.start) return undefined;
  const range = {
    startContainer: first.node,
    startOffset: first.from + Math.max(0, start - first.start),
    endContainer: last.node,
    endOffset: last.from + Math.min(last.length, end - last.start),
  };
  if (!isIntact(first.node, block, range.startOffset) || !isIntact(last.node, block, range.endOffset))
    return undefined;
  return new StaticRange(range);
}

const isIntact = (node: Text, block: Block, offset: number) =>
  node.isConnected && offset <= node.length && isConnected(block.container);

/** One range object for measuring, reused and emptied after each use. */
const ruler = doc.createRange();

/** Line rectangles of `[start, end)`, one per line, left to right merged; empty when not rendered. */
export const lineRects = (block: Block, start: number, end: number): Rect[] =>
  mergeLines(textRects(block, start, end));

/**
 * Rectangles of the text of `[start, end)` alone, in document order: not those of the elements around it, whose
 * padding and pictures no underline should follow. Empty when not rendered or changed since.
 */
export function textRects(block: Block, start: number, end: number): Rect[] {
  const range = locate(block, start, end);
  if (!range) return [];
  const rects: Rect[] = [];
  for (const piece of block.pieces) {
    const from = Math.max(0, start - piece.start);
    const to = Math.min(piece.length, end - piece.start);
    if (from >= to) continue;
    // Other words stand there by now: this is not the text that was read, and no part of it is told.
    if (!piece.node.isConnected || !isAsRead(block.text, piece, from, to)) {
      putAway(ruler);
      return [];
    }
    ruler.setStart(piece.node, piece.from + from);
    ruler.setEnd(piece.node, piece.from + to);
    for (const r of ruler.getClientRects()) if (r.width > 0.5 && r.height > 0.5) rects.push(r);
  }
  putAway(ruler);
  return rects;
}

/** Does the node still hold what was read of it between two offsets of its piece, white space aside? */
function isAsRead(text: string, { node, from, start }: Piece, first: number, end: number): boolean {
  const { data } = node;
  for (let i = first; i < end; i++) {
    const now = data.charCodeAt(from + i);
    if (now !== text.charCodeAt(start + i) && !isBlank(now)) return false;
  }
  return from + end <= data.length;
}

/** White space that reading turns into a plain space. */
const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** The rectangle of the one character at an offset, with its text node; undefined when not rendered. Cheap: asked often. */
export function letterRect(block: Block, at: number): { rect: Rect; node: Text } | undefined {
  const piece = block.pieces.find((p) => p.start <= at && p.start + p.length > at);
  if (!piece) return undefined;
  const { node } = piece;
  const offset = piece.from + at - piece.start;
  if (!node.isConnected || offset >= node.length) return undefined;
  ruler.setStart(node, offset);
  ruler.setEnd(node, offset + 1);
  const rect = ruler.getBoundingClientRect();
  putAway(ruler);
  return rect.width > 0.5 && rect.height > 0.5 ? { rect, node } : undefined;
}

/** Leaves the range where the page's edits need not mind it. */
function putAway(range: Range): void {
  range.setStart(document, 0);
  range.collapse(true);
}

/**
 * Every run of text gives a rectangle, in the order of the text: neighbours that stand on one line become one.
 * Only neighbours: what is level with an earlier line but comes after another stands in the next column.
 */
export function mergeLines(rects: readonly Rect[]): Rect[] {
  const lines: { left: number; top: number; right: number; bottom: number }[] = [];
  for (const r of rects) {
    const line = lines.at(-1);
    if (!line || !isSameLine(line, r) || (lines.length === 1 && isDropCap(line, r))) {
      lines.push({ left: r.left, top: r.top, right: r.right, bottom: r.bottom });
      continue;
    }
    line.left = Math.min(line.left, r.left);
    line.right = Math.max(line.right, r.right);
    // Superscripts must not lift or lower the line's underline.
    if (r.bottom - r.top < line.bottom - line.top) continue;
    line.top = Math.min(line.top, r.top);
    line.bottom = Math.max(line.bottom, r.bottom);
  }
  // Where scripts of both directions mix, what came late may have closed a gap between two parts of a line.
  return lines.length < rects.length ? mergeLines(lines) : lines;
}

/** No word is so much larger than the line it stands on. */
const TOO_LARGE = 2.2;

/** Do they overlap by more than half of the lower one, with no more than a wide space between? */
function isSameLine(line: Rect, r: Rect): boolean {
  const overlap = Math.min(line.bottom, r.bottom) - Math.max(line.top, r.top);
  const [low, high] = [heightOf(line), heightOf(r)].sort((a, b) => a - b) as [number, number];
  const near = r.left - line.right < 24 && line.left - r.right < 24;
  return near && overlap > 0.5 * low && high < TOO_LARGE * low;
}

/**
 * Is `first`, with which the text begins, the drop cap of the line `r`? It hangs into the lines below, which a larger word
 * on the same baseline does not; and it is a letter or two, or with a quotation mark, which a line with a note is not.
 */
function isDropCap(first: Rect, r: Rect): boolean {
  const [high, low] = [heightOf(first), heightOf(r)];
  return high > 1.4 * low && first.bottom - r.bottom > 0.5 * low && first.right - first.left < 2 * high;
}

const heightOf = (r: Rect): number => r.bottom - r.top;
