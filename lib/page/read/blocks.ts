/**
 * Reading: the visible text of a page as blocks, each a run of inline content inside one block container.
 * Inline elements, split text nodes and comments are joined; `<br>` becomes a line break; every offset in a
 * block's text leads back to a node. Nothing is written to the page.
 */

import {
  attribute,
  closestAcross,
  firstChild,
  localName,
  nextSibling,
  nodeType,
  shadowRootOf,
} from '../dom/safe';
import { type Block, Draft } from './draft';
import { joinsLine } from './flow';
import { type Kind, kindOf, newKind } from './kinds';
import { isSilent } from './skip';

export type { Block, Piece } from './draft';
export { containerOf, isInline } from './flow';

/** What a reader of blocks also wants to know. */
export interface Walk {
  /** An element left out because it is not rendered now; it may open later. */
  readonly onHidden: (element: Element) => void;
  /** An open shadow root on the way; observers do not see into it by themselves. */
  readonly onShadow: (root: ShadowRoot) => void;
}

/** Nodes between two looks of the caller at the clock. */
const STEPS = 16;
const ASIDE = 'aside,[role="complementary"]';

/** An element on the way down to where the walk is; kept on a list of ours because pages nest deeper than call stacks. */
interface Frame {
  next: Node | null;
  /** What is assigned to a slot stands elsewhere in the tree, so `next` has no `nextSibling` to follow. */
  readonly assigned: Iterator<Node> | undefined;
  readonly kind: Kind;
  /** The draft that its text goes into: its own if it is a block, else that of the block around it. */
  readonly draft: Draft;
  /** Is all of it one word's first letter, however it is set? */
  readonly cap: boolean;
}

/**
 * Walks `root` and yields its blocks in document order; yields `undefined` now and then so that the caller
 * can look at the clock. With `own`, only the inline content of `root` itself: nested blocks are passed over.
 * Style is read, nothing is written.
 */
export function* readBlocks(root: Element, walk: Walk, own = false): Generator<Block | undefined> {
  let steps = 0;
  let frame: Frame | undefined;
  const stack: Frame[] = [];
  const enter = (element: Element, tag: string, kind: Kind, draft: Draft, cap: boolean): void => {
    const shadow = shadowRootOf(element);
    if (shadow) walk.onShadow(shadow);
    const assigned = tag === 'slot' ? assignedTo(element) : undefined;
    if (frame) stack.push(frame);
    frame = {
      next: assigned ? next(assigned) : firstChild(shadow ?? element),
      assigned,
      // A shadow root has style sheets of its own: what is inside one is of no kind known outside.
      kind: shadow ? newKind(kind.flow, false) : kind,
      draft,
      cap,
    };
  };
  enter(root, localName(root), newKind('block', false), new Draft(root, !!closestAcross(root, ASIDE)), false);

  while (frame) {
    if (++steps % STEPS === 0) yield undefined;
    const { next: node, assigned, kind: parent, draft, cap }: Frame = frame;
    if (!node) {
      frame = stack.pop();
      if (frame?.draft === draft) continue;
      const block = draft.take();
      if (block) yield block;
      continue;
    }
    frame.next = assigned ? next(assigned) : nextSibling(node);
    const type = nodeType(node);
    if (type === Node.TEXT_NODE) {
      for (let from = draft.add(node as Text, 0); from > 0; from = draft.add(node as Text, from))
        yield draft.take();
      continue;
    }
    if (type !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const tag = localName(element);
    if (tag === 'br') {
      if (draft.breakLine()) yield draft.take();
      continue;
    }
    if (tag === 'wbr' || isSilent(tag)) continue;
    const kind = kindOf(element, tag, parent);
    const { flow } = kind;
    if (flow === 'none') {
      if (!kind.skipped) walk.onHidden(element);
      continue;
    }
    if (flow === 'unseen' || (flow === 'faint' && isSeen(draft.container))) continue;
    const inLine = cap || joinsLine(element, flow);
    if (!inLine && (flow === 'block' || flow === 'box')) {
      const block = draft.take();
      if (block) yield block;
    }
    if (kind.skipped) {
      // A gap, so that the words around are not joined.
      if (inLine) draft.gap();
      continue;
    }
    if (own && !inLine) continue;
    const into = inLine ? draft : new Draft(element, draft.aside || isAside(element, tag));
    const text = onlyText(element, tag);
    if (!text) {
      enter(element, tag, kind, into, inLine && (cap || flow === 'float'));
      continue;
    }
    for (let from = into.add(text, 0); from > 0; from = into.add(text, from)) yield into.take();
    const block = inLine ? undefined : into.take();
    if (block) yield block;
  }
}

/** The text in an element that holds nothing else, as most do: there is nothing to walk. */
function onlyText(element: Element, tag: string): Text | undefined {
  const first = firstChild(element);
  if (!first || nodeType(first) !== Node.TEXT_NODE || nextSibling(first)) return undefined;
  return tag === 'slot' || shadowRootOf(element) ? undefined : (first as Text);
}

const next = (nodes: Iterator<Node>): Node | null => {
  const { done, value } = nodes.next();
  return done ? null : value;
};

/** What a slot shows instead of its own content. */
function assignedTo(slot: Element): Iterator<Node> | undefined {
  const nodes = slot instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedNodes.call(slot) : [];
  return nodes.length > 0 ? nodes.values() : undefined;
}

const isAside = (element: Element, tag: string): boolean =>
  tag === 'aside' || attribute(element, 'role') === 'complementary';

/** Invisible words in a visible line are left out; where all is invisible, it is read for the time it is shown. */
const isSeen = (container: Element): boolean => getComputedStyle(container).visibility === 'visible';
