/**
 * Reading: the visible text of a page as blocks, each a run of inline content inside one block container.
 * Inline elements, split text nodes and comments are joined; `<br>` becomes a line break; every offset in a
 * block's text leads back to a node. Nothing is written to the page.
 */
import { childNodes, isInside, localName, parentNode, shadowRootOf, textContent } from './safe';
import { isSkipped } from './skip';

/** A text node's share of a block: `text.slice(start, start + length)` is `node.data` from `from` on, white space aside. */
export interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly start: number;
  readonly length: number;
}

export interface Block {
  /** The block container: the element whose inline content this is. */
  readonly container: Element;
  /** The text, each white space character as a space (a line break only for `<br>`), not collapsed. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Blocks shorter than this say nothing that could be checked. */
const MIN_LENGTH = 12;
/** Longer blocks are cut, at a line break or between words: transcripts and old pages are one block from end to end. */
const MAX_LENGTH = 8_000;
/** A drop cap floats, but belongs to the word after it. */
const DROP_CAP_LENGTH = 3;

/** What a reader of blocks also wants to know. */
export interface Walk {
  /** An element left out because it is not rendered now; it may open later. */
  readonly onHidden: (element: Element) => void;
  /** An open shadow root on the way; observers do not see into it by themselves. */
  readonly onShadow: (root: ShadowRoot) => void;
}

/**
 * Walks `root` and yields its blocks in document order; yields `undefined` now and then so that the caller
 * can look at the clock. With `own`, only the inline content of `root` itself: nested blocks are passed over.
 * Style is read, nothing is written.
 */
export function* readBlocks(root: Element, walk: Walk, own = false): Generator<Block | undefined> {
  let container = root;
  let text = '';
  let pieces: Piece[] = [];
  let steps = 0;

  const flush = (): Block | undefined => {
    const said = pieces.length > 0 && text.trim().length >= MIN_LENGTH && !isTeaser(container, pieces);
    const block = said ? { container, text, pieces } : undefined;
    text = '';
    pieces = [];
    return block;
  };
  function* add(node: Text): Generator<Block | undefined> {
    const { data } = node;
    for (let from = 0; from < data.length; ) {
      const to = endOfShare(data, from, MAX_LENGTH - text.length);
      pieces.push({ node, from, start: text.length, length: to - from });
      text += data.slice(from, to).replace(/[\t\n\r\f]/g, ' ');
      from = to;
      if (from < data.length) yield flush();
    }
  }

  /** Children are walked with a stack of "leave" marks rather than recursion: pages nest deeper than call stacks. */
  type Frame = { readonly node: Node; readonly leave: Element | undefined };
  const stack: Frame[] = [];
  const pushChildren = (parent: Element) => {
    const shadow = shadowRootOf(parent);
    if (shadow) walk.onShadow(shadow);
    const children = [...contentOf(parent)];
    for (let i = children.length - 1; i >= 0; i--)
      stack.push({ node: children[i] as Node, leave: undefined });
  };
  pushChildren(root);

  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    if (++steps % 8 === 0) yield undefined;
    if (frame.leave) {
      const block = flush();
      if (block) yield block;
      container = frame.leave;
      continue;
    }
    const node = frame.node;
    if (node.nodeType === Node.TEXT_NODE) {
      yield* add(node as Text);
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const tag = localName(element);
    if (tag === 'br') {
      // Two in a row are how older pages part their paragraphs.
      if (/\n\s*$/.test(text) || text.length > MAX_LENGTH / 2) yield flush();
      else text += '\n';
      continue;
    }
    if (isSkipped(element)) {
      // A gap, so that the words around are not joined; but ruby notes stand above the text, not in it.
      if (text !== '' && tag !== 'rt' && tag !== 'rp') text += ' ';
      continue;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none') {
      walk.onHidden(element);
      continue;
    }
    if (isInline(element, style)) {
      if (tag === 'wbr' || style.visibility !== 'visible') continue;
      pushChildren(element);
      continue;
    }
    const block = flush();
    if (block) yield block;
    if (own) continue;
    stack.push({ node: element, leave: container });
    container = element;
    pushChildren(element);
  }
  const last = flush();
  if (last) yield last;
}

/** Where a share of at most `room` characters of `data` ends: at its end, or after the last space that fits. */
function endOfShare(data: string, from: number, room: number): number {
  if (data.length - from <= room) return data.length;
  const space = data.lastIndexOf(' ', from + Math.max(room, 1));
  return space > from ? space + 1 : from + Math.max(room, 1);
}

/** A line beside the story that is nothing but a link to another one (“Most read”, “Related”): that page's words, not this one's. */
function isTeaser(container: Element, pieces: readonly Piece[]): boolean {
  if (!isInside(container, 'aside,[role="complementary"]')) return false;
  return pieces.every(
    ({ node }) => node.data.trim() === '' || node.parentElement?.closest('a[href]') != null,
  );
}

/** Where an element's rendered children are: its open shadow root, or a slot's assigned nodes, or itself. */
function contentOf(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return childNodes(shadowRootOf(element) ?? element);
}

/** Does `element` flow with the text around it? */
export function isInline(element: Element, style: CSSStyleDeclaration): boolean {
  const { display } = style;
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return true;
  return style.float !== 'none' && textContent(element).trim().length <= DROP_CAP_LENGTH;
}

/** The block container that `node`'s text belongs to: its nearest ancestor that is not inline. */
export function containerOf(node: Node): Element | undefined {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : parentNode(at)) {
    if (!(at instanceof Element)) continue;
    if (at === document.body || !isInline(at, getComputedStyle(at))) return at;
  }
  return undefined;
}
