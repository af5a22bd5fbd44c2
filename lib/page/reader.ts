/**
 * Keeps the page's blocks up to date: reads the page once, then only what was added or changed.
 * Work is proportional to what changed: an added element is read as a tree, a container whose own text
 * changed is read without its nested blocks.
 */
import { type Block, containerOf, isInline, readBlocks, type Walk } from './blocks';
import { watchOpening } from './opening';
import { shadowRootOf } from './safe';
import { HOST_TAG, isInSkipped, SKIP_ATTRIBUTES } from './skip';
import { inSlices } from './slices';

export interface ReaderEvents {
  /** Blocks that are new or have changed. */
  readonly read: (blocks: readonly Block[]) => void;
  /** Blocks that are no longer on the page. */
  readonly gone: (blocks: readonly Block[]) => void;
  /** Nothing is left to read for now. */
  readonly idle: () => void;
}

/** Blocks handed over at a time. */
const BATCH = 64;
/** Changes noted one by one; past this the page is looked at as a whole. Also bounds what a hidden tab keeps alive. */
const MOST_NOTES = 500;

/** Starts reading `document.body` and keeps up with it until `signal` aborts. */
export function startReader(events: ReaderEvents, signal: AbortSignal): void {
  const known = new Map<Element, readonly Block[]>();
  /** What the page changed since the last look. Only noted here: looking at style now would force the page to lay out. */
  const touched = new Set<Node>();
  const added = new Set<Element>([document.body]);
  let removed = false;
  let running = false;

  const changed = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') touched.add(record.target);
      else if (record.type === 'attributes') added.add(record.target as Element);
      else noteChildren(record);
    }
    if (added.size + touched.size > MOST_NOTES) simplify();
    void run();
  });
  const noteChildren = (record: MutationRecord) => {
    let text = false;
    for (const node of record.removedNodes) {
      if (node instanceof Element) removed = true;
      text ||= isText(node);
    }
    for (const node of record.addedNodes) {
      if (!(node instanceof Element)) text ||= isText(node);
      else if (node.localName !== HOST_TAG) added.add(node);
    }
    // An inline element that went away took text with it; whether it was inline can no longer be told.
    if (text || (removed && known.has(record.target as Element))) touched.add(record.target);
  };

  const simplify = () => {
    for (const set of [added, touched])
      for (const node of set) if (!node.isConnected) set.delete(node as never);
    if (added.size + touched.size <= MOST_NOTES) return;
    touched.clear();
    added.clear();
    added.add(document.body);
    removed = true;
  };

  const watched = new WeakSet<ShadowRoot>();
  const watch = (root: Document | ShadowRoot) =>
    changed.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: SKIP_ATTRIBUTES,
    });
  const opening = watchOpening((element) => {
    added.add(element);
    void run();
  });
  const walk: Walk = {
    onHidden: opening.watch,
    onShadow: (root) => {
      if (watched.has(root)) return;
      watched.add(root);
      watch(root);
    },
  };

  const run = async () => {
    if (running) return;
    running = true;
    try {
      while ((touched.size > 0 || added.size > 0 || removed) && !signal.aborted)
        await inSlices(catchUp(), signal);
    } catch (error) {
      // A page can always think of something: what could be read stays, the next change is read as usual.
      console.debug('factmark: could not read a part of this page.', error);
    } finally {
      running = false;
    }
    if (!signal.aborted) events.idle();
  };

  function* catchUp(): Generator<undefined> {
    const trees = [...added];
    const texts = [...touched];
    added.clear();
    touched.clear();
    if (removed) {
      removed = false;
      opening.prune();
      yield* forgetGone();
    }
    const own = new Set<Element>();
    for (const node of texts) {
      const container = node.isConnected ? containerOf(node) : undefined;
      if (container) own.add(container);
      yield undefined;
    }
    const roots = new Set<Element>();
    for (const tree of trees) {
      yield undefined;
      if (!tree.isConnected || isInSkipped(tree)) continue;
      if (tree !== document.body && !tree.checkVisibility()) opening.watch(tree);
      else for (const root of blockRoots(tree, own)) roots.add(root);
    }
    for (const root of roots) if (!hasAncestorIn(root, roots)) yield* readInto(root, false);
    for (const container of own)
      if (container.isConnected && !isInSkipped(container) && !hasAncestorIn(container, roots, true))
        yield* readInto(container, true);
  }

  function* readInto(root: Element, own: boolean): Generator<undefined> {
    const fresh = new Map<Element, Block[]>();
    for (const block of readBlocks(root, walk, own)) {
      if (block) {
        const list = fresh.get(block.container);
        if (list) list.push(block);
        else fresh.set(block.container, [block]);
      }
      yield undefined;
    }
    if (!fresh.has(root)) fresh.set(root, []);
    let batch: Block[] = [];
    for (const [container, blocks] of fresh) {
      const old = known.get(container) ?? [];
      if (sameBlocks(old, blocks)) continue;
      if (blocks.length > 0) known.set(container, blocks);
      else known.delete(container);
      if (old.length > 0) events.gone(old);
      batch.push(...blocks);
      if (batch.length < BATCH) continue;
      events.read(batch);
      batch = [];
      yield undefined;
    }
    if (batch.length > 0) events.read(batch);
  }

  function* forgetGone(): Generator<undefined> {
    for (const [container, blocks] of known) {
      if (!container.isConnected) {
        known.delete(container);
        events.gone(blocks);
      }
      yield undefined;
    }
  }

  watch(document);
  signal.addEventListener('abort', () => {
    changed.disconnect();
    opening.stop();
    known.clear();
  });
  void run();
}

const isText = (node: Node) => node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== '';

/**
 * The block elements to read for an added element: itself, or when it is inline the blocks inside it (custom
 * elements are inline unless told otherwise); its own inline text then belongs to the container around it.
 */
function* blockRoots(element: Element, own: Set<Element>): Generator<Element> {
  if (element === document.body || !isInline(element, getComputedStyle(element))) {
    yield element;
    return;
  }
  const container = containerOf(element);
  if (container) own.add(container);
  for (const child of (shadowRootOf(element) ?? element).children) yield* blockRoots(child, own);
}

function hasAncestorIn(element: Element, set: ReadonlySet<Element>, orSelf = false): boolean {
  if (orSelf && set.has(element)) return true;
  for (let at = element.parentElement; at; at = at.parentElement) if (set.has(at)) return true;
  return false;
}

/** Same nodes with the same text: nothing new to find. */
function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return (
    a.length === b.length &&
    a.every((block, i) => {
      const other = b[i] as Block;
      return (
        block.text === other.text &&
        block.pieces.length === other.pieces.length &&
        block.pieces.every((p, k) => p.node === other.pieces[k]?.node)
      );
    })
  );
}
