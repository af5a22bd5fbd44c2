/**
 * Reading: the visible text of a page as blocks, each a run of inline content inside one block container.
 * Inline elements, split text nodes and comments are joined; `<br>` becomes a line break; every offset in a
 * block's text leads back to a node. Nothing is written to the page.
 */
import { isSkipped } from './skip';

/** A text node's share of a block: `text.slice(start, start + length)` is `node.data`, white space aside. */
export interface Piece {
  readonly node: Text;
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
  const add = (node: Text) => {
    const data = node.data;
    if (data === '') return;
    pieces.push({ node, start: text.length, length: data.length });
    text += data.replace(/[\t\n\r\f]/g, ' ');
  };

  /** Children are walked with a stack of "leave" marks rather than recursion: pages nest deeper than call stacks. */
  type Frame = { readonly node: Node; readonly leave: Element | undefined };
  const stack: Frame[] = [];
  const pushChildren = (parent: Element) => {
    if (parent.shadowRoot) walk.onShadow(parent.shadowRoot);
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
      add(node as Text);
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    if (element.localName === 'br') {
      text += '\n';
      continue;
    }
    if (isSkipped(element)) {
      // A gap, so that the words around are not joined; but ruby notes stand above the text, not in it.
      if (text !== '' && element.localName !== 'rt' && element.localName !== 'rp') text += ' ';
      continue;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none') {
      walk.onHidden(element);
      continue;
    }
    if (isInline(element, style)) {
      if (element.localName === 'wbr' || style.visibility !== 'visible') continue;
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

/** A line beside the story that is nothing but a link to another one (“Most read”, “Related”): that page's words, not this one's. */
function isTeaser(container: Element, pieces: readonly Piece[]): boolean {
  if (container.closest('aside,[role="complementary"]') === null) return false;
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
  return (element.shadowRoot ?? element).childNodes;
}

/** Does `element` flow with the text around it? */
export function isInline(element: Element, style: CSSStyleDeclaration): boolean {
  const { display } = style;
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return true;
  return style.float !== 'none' && (element.textContent ?? '').trim().length <= DROP_CAP_LENGTH;
}

/** The block container that `node`'s text belongs to: its nearest ancestor that is not inline. */
export function containerOf(node: Node): Element | undefined {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (!(at instanceof Element)) continue;
    if (at === document.body || !isInline(at, getComputedStyle(at))) return at;
  }
  return undefined;
}
