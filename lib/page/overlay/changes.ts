/** Which of the page's own changes can concern marked blocks; the rest must cost next to nothing. */

import { flatParent, holdsNode } from '../dom/flat';
import { parentNode } from '../dom/safe';

export interface Hear {
  /** The blocks on show now. */
  readonly blocks: () => Iterable<Element>;
  /** Something in, on or around this block changed; without a block: anything may have. */
  readonly moved: (block?: Element) => void;
  /** Something elsewhere changed, which may cover a block; `known`: it has changed before. */
  readonly elsewhere: (known: boolean) => void;
  /** Nodes left the page. */
  readonly removed: () => void;
}

/** With more places of change at once than this it is cheaper to look at every block again than at every place. */
const BURST = 60;

/** Attributes that change how things look without a word of text. */
const LOOKS = ['class', 'style', 'open', 'hidden'];

export interface Changes {
  /** This block is on show from now on: watch the shadow root it is in, too. */
  enter(block: Element): void;
  /** The blocks on show have changed. */
  refresh(): void;
}

/** Tells `hear` of changes to the document, and to open shadow roots with blocks in them, until `signal` aborts. */
export function watchChanges(hear: Hear, signal: AbortSignal): Changes {
  /** Ancestors of the blocks on show: what happens to them happens to the blocks. */
  const above = new Set<Node>();
  let blocks = new Set<Node>();
  let stale = true;
  let known = new WeakSet<Node>();
  const roots = new WeakSet<Node>();
  const sort = (targets: ReadonlySet<Node>, restyled: boolean) => {
    for (const target of targets) {
      let at: Node | null = target;
      if (restyled && above.has(target))
        for (const block of hear.blocks())
          if (holdsNode(target, block) || !holdsNode(document, block)) hear.moved(block);
      while (at && !blocks.has(at) && !above.has(at)) at = parentNode(at);
      if (at && blocks.has(at)) hear.moved(at as Element);
      else {
        hear.elsewhere(known.has(target));
        known.add(target);
      }
    }
  };
  /** Only when it is needed: blocks come and go with every frame of scrolling. */
  const catchUp = () => {
    stale = false;
    blocks = new Set(hear.blocks());
    for (const block of hear.blocks())
      for (let at = flatParent(block); at && !above.has(at); at = flatParent(at)) above.add(at);
  };
  const heard = (records: readonly MutationRecord[], restyled: boolean) => {
    const targets = new Set(records.map((r) => r.target));
    if (targets.size > BURST) hear.moved();
    else {
      if (stale) catchUp();
      sort(targets, restyled);
    }
  };
  const texts = new MutationObserver((records) => {
    heard(records, false);
    if (records.some((r) => r.removedNodes.length > 0)) hear.removed();
  });
  const looks = new MutationObserver((records) => heard(records, true));
  const watch = (root: Node) => {
    roots.add(root);
    texts.observe(root, { childList: true, characterData: true, subtree: true });
    looks.observe(root, { attributes: true, attributeFilter: LOOKS, subtree: true });
  };
  watch(document);
  signal.addEventListener('abort', () => {
    texts.disconnect();
    looks.disconnect();
    known = new WeakSet();
  });
  return {
    enter(block) {
      for (let at: Element | null = block; at; at = flatParent(at)) {
        const root = parentNode(at);
        if (root instanceof ShadowRoot && !roots.has(root)) watch(root);
      }
    },
    refresh() {
      stale = true;
      // What has left the page must not be held until then.
      above.clear();
      blocks.clear();
    },
  };
}
