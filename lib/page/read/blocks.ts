/**
 * Reading: the visible text of a page as blocks, each a run of inline content inside one block container.
 * Inline elements, split text nodes and comments are joined; `<br>` becomes a line break; every offset in a
 * block's text leads back to a node. Nothing is written to the page.
 */

import {
  closestAcross,
  firstChild,
  has,
  isInside,
  localName,
  nextSibling,
  nodeType,
  shadowRootOf,
} from '../dom/safe';
import { type Block, Draft } from './draft';
import { joinsLine } from './flow';
import { type Kind, kindOf, newKind } from './kinds';

export type { Block, Piece } from './draft';
export { containerOf, isInline } from './flow';

/** What a reader of blocks also wants to know. */
export interface Walk {
  /** An element left out because it is not rendered now; it may open later. */
  readonly onHidden: (element: Element) => void;
  /** An open shadow root on the way; observers do not see into it by themselves. */
  readonly onShadow: (root: ShadowRoot) => void;
  /** Was this block, and all that is in it, read already? */
  readonly done?: (element: Element) => boolean;
}

/** Nodes between two looks of the caller at the clock. */
const STEPS = 16;
const LINK = 'a[href]';
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
  /** Is it in a link? */
  readonly linked: boolean;
}

/** Text longer than a block, and where to go on with it. */
interface Rest {
  readonly node: Text;
  readonly from: number;
  readonly draft: Draft;
  readonly linked: boolean;
  /** Does its block end with it? */
  readonly last: boolean;
}

/**
 * Walks `root` and yields its blocks in document order; yields `undefined` now and then so that the caller
 * can look at the clock. With `own`, only the inline content of `root` itself: nested blocks are passed over.
 * Style is read, nothing is written.
 */
export function* readBlocks(root: Element, walk: Walk, own = false): Generator<Block | undefined> {
  const reading = new Reading(root, walk, own);
  for (let more = true; more; ) {
    more = reading.run();
    const { found } = reading;
    if (found.length === 0) yield undefined;
    else reading.found = [];
    for (const block of found) yield block;
  }
}

/** A walk under way. Not a generator itself: engines make slower code of those. */
class Reading {
  /** Blocks that came to their end since the caller last took them. */
  found: Block[] = [];
  private frame: Frame | undefined;
  private rest: Rest | undefined;
  private readonly stack: Frame[] = [];

  constructor(
    root: Element,
    private readonly walk: Walk,
    private readonly own: boolean,
  ) {
    this.enter(
      root,
      newKind('block', localName(root)),
      new Draft(root, !!closestAcross(root, ASIDE)),
      false,
      isInside(root, LINK),
    );
  }

  /** Goes on for a few nodes; is there more? */
  run(): boolean {
    for (let steps = STEPS; steps > 0; steps--) {
      const { frame, rest } = this;
      if (rest) {
        this.rest = undefined;
        this.say(rest.node, rest.from, rest.draft, rest.linked, rest.last);
        continue;
      }
      if (!frame) return false;
      const node = frame.next;
      if (!node) {
        this.frame = this.stack.pop();
        if (this.frame?.draft !== frame.draft) this.end(frame.draft);
        continue;
      }
      frame.next = frame.assigned ? next(frame.assigned) : nextSibling(node);
      const type = nodeType(node);
      if (type === Node.TEXT_NODE) this.say(node as Text, 0, frame.draft, frame.linked, false);
      else if (type === Node.ELEMENT_NODE) this.meet(node as Element, frame);
    }
    return true;
  }

  private meet(element: Element, { kind: parent, draft, cap, linked: within }: Frame): void {
    const kind = kindOf(element, parent);
    const { flow } = kind;
    if (kind.tag === 'br') {
      if (draft.breakLine()) this.end(draft);
      return;
    }
    if (kind.silent) return;
    if (flow === 'none') {
      if (!kind.skipped) this.walk.onHidden(element);
      return;
    }
    if (flow === 'unseen' || (flow === 'faint' && isSeen(draft.container))) return;
    const inLine = cap || joinsLine(element, flow);
    if (!inLine && (flow === 'block' || flow === 'box')) this.end(draft);
    if (kind.skipped) {
      // A gap, so that the words around are not joined.
      if (inLine) draft.gap();
      return;
    }
    if (!inLine && (this.own || this.walk.done?.(element))) return;
    const into = inLine ? draft : new Draft(element, draft.aside || kind.aside);
    const text = kind.tag === 'slot' ? undefined : onlyText(element);
    const linked = within || (kind.tag === 'a' && has(element, 'href'));
    if (text) this.say(text, 0, into, linked, !inLine);
    else this.enter(element, kind, into, inLine && (cap || flow === 'float'), linked);
  }

  private enter(element: Element, kind: Kind, draft: Draft, cap: boolean, linked: boolean): void {
    const shadow = shadowRootOf(element);
    if (shadow) this.walk.onShadow(shadow);
    const assigned = kind.tag === 'slot' ? assignedTo(element) : undefined;
    if (this.frame) this.stack.push(this.frame);
    this.frame = {
      next: assigned ? next(assigned) : firstChild(shadow ?? element),
      assigned,
      // A shadow root has style sheets of its own: what is inside one is of no kind known outside.
      kind: shadow ? newKind(kind.flow, kind.tag) : kind,
      draft,
      cap,
      linked,
    };
  }

  private say(node: Text, at: number, draft: Draft, linked: boolean, last: boolean): void {
    const from = draft.add(node, at, linked);
    if (from > 0) this.rest = { node, from, draft, linked, last };
    if (from > 0 || last) this.end(draft);
  }

  private end(draft: Draft): void {
    const block = draft.take();
    if (block) this.found.push(block);
  }
}

/** The text in an element that holds nothing else, as most do: there is nothing to walk. */
function onlyText(element: Element): Text | undefined {
  const first = firstChild(element);
  if (!first || nodeType(first) !== Node.TEXT_NODE || nextSibling(first)) return undefined;
  return shadowRootOf(element) ? undefined : (first as Text);
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

/** Invisible words in a visible line are left out; where all is invisible, it is read for the time it is shown. */
const isSeen = (container: Element): boolean => getComputedStyle(container).visibility === 'visible';
