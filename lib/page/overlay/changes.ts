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
  /** Watch what happens in and around the blocks on show, after these have changed. */
  refresh(): void;
}

/** Tells `hear` of changes to the document, and to open shadow roots with blocks in them, until `signal` aborts. */
export function watchChanges(hear: Hear, signal: AbortSignal): Changes {
  /** Ancestors of the blocks on show: what happens to them happens to the blocks. */
  let above = new Set<Node>();
  let blocks = new Set<Node>();
  let known = new WeakSet<Node>();
  const roots = new WeakSet<Node>();
  const sort = (targets: ReadonlySet<Node>, restyled: boolean) => {
    for (const target of targets) {
      if (restyled && above.has(target)) {
        for (const block of hear.blocks())
          if (holdsNode(target, block) || !holdsNode(document, block)) hear.moved(block);
        continue;
      }
      let at: Node | null = target;
      while (at && !blocks.has(at) && !above.has(at)) at = parentNode(at);
      if (at && blocks.has(at)) hear.moved(at as Element);
      else {
        hear.elsewhere(known.has(target));
        known.add(target);
      }
    }
  };
  const heard = (records: readonly MutationRecord[], restyled: boolean) => {
    const targets = new Set(records.map((r) => r.target));
    if (targets.size > BURST) hear.moved();
    else sort(targets, restyled);
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
    refresh() {
      above = new Set();
      blocks = new Set(hear.blocks());
      for (const block of hear.blocks())
        for (let at: Element | null = block; at && !above.has(at); at = flatParent(at)) {
          if (at !== block) above.add(at);
          const root = parentNode(at);
          if (root instanceof ShadowRoot && !roots.has(root)) watch(root);
        }
    },
  };
}
