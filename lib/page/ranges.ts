/** From offsets in a block's text to nodes, rectangles and visibility. No live `Range` is kept: they slow the page's own edits. */
import type { Block } from './blocks';

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
  node.isConnected && offset <= node.length && block.container.isConnected;

/** One range object for measuring, reused and emptied after each use. */
const ruler = typeof document === 'undefined' ? undefined : document.createRange();

/** Line rectangles of `[start, end)`, one per line, left to right merged; empty when not rendered. */
export function lineRects(block: Block, start: number, end: number): Rect[] {
  const range = locate(block, start, end);
  if (!range || !ruler) return [];
  ruler.setStart(range.startContainer, range.startOffset);
  ruler.setEnd(range.endContainer, range.endOffset);
  const rects = [...ruler.getClientRects()].filter((r) => r.width > 0.5 && r.height > 0.5);
  ruler.selectNodeContents(document);
  ruler.collapse(true);
  return mergeLines(rects);
}

/**
 * Inline elements give a rectangle each, and elements wholly inside the range one more for each of their lines,
 * not in the order of lines; all that lie on a line become one.
 */
function mergeLines(rects: readonly Rect[]): Rect[] {
  const lines: { left: number; top: number; right: number; bottom: number }[] = [];
  for (const r of rects) {
    const line = lines.find((l) => isSameLine(l, r));
    if (!line) {
      lines.push({ left: r.left, top: r.top, right: r.right, bottom: r.bottom });
      continue;
    }
    line.left = Math.min(line.left, r.left);
    line.right = Math.max(line.right, r.right);
    // Superscripts and padded inline boxes must not lift or lower the line's underline.
    if (r.bottom - r.top < line.bottom - line.top) continue;
    line.top = Math.min(line.top, r.top);
    line.bottom = Math.max(line.bottom, r.bottom);
  }
  // What came late may have closed a gap between two parts of a line.
  return lines.length < rects.length ? mergeLines(lines) : lines;
}

/** Do they overlap by more than half of the lower one, with no more than a wide space between? */
function isSameLine(line: Rect, r: Rect): boolean {
  const overlap = Math.min(line.bottom, r.bottom) - Math.max(line.top, r.top);
  const near = r.left - line.right < 24 && line.left - r.right < 24;
  return near && overlap > 0.5 * Math.min(line.bottom - line.top, r.bottom - r.top);
}

/**
 * Can a reader see this text? Not if it is unrendered, `visibility: hidden`, clipped away or pushed off the
 * page, as text for screen readers often is. Opacity is left to the moment of marking: text may still fade in.
 */
export function isReadable(block: Block, start: number, end: number): boolean {
  const { container } = block;
  if (!container.checkVisibility({ visibilityProperty: true })) return false;
  const rects = lineRects(block, start, end);
  const left = window.scrollX;
  const top = window.scrollY;
  const onPage = rects.some(
    (r) => r.right + left > 2 && r.bottom + top > 2 && r.right - r.left > 2 && r.bottom - r.top > 2,
  );
  if (!onPage) return false;
  for (let at: Element | null = container; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.position !== 'absolute' && style.position !== 'fixed' && style.overflow === 'visible') continue;
    if (
      /^rect\((0px|1px|auto),? (0px|1px|auto),? (0px|1px|auto),? (0px|1px|auto)\)$/.test(style.clip) &&
      style.clip !== 'auto'
    )
      return false;
    if (/^inset\((50|100)%/.test(style.clipPath)) return false;
    if (
      style.overflow !== 'visible' &&
      (at.clientWidth <= 2 || at.clientHeight <= 2) &&
      style.display !== 'inline'
    )
      return false;
  }
  return true;
}
