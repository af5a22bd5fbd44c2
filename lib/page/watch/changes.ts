/**
 * Notes what a page changes, and no more than that: looking at style or text inside a mutation callback would make the
 * page lay out early. What is noted is bounded in number: past that the page is to be looked at as a whole.
 */

import { HOST_TAG } from '../dom/host-tag';
import { localName } from '../dom/safe';
import { SKIP_ATTRIBUTES } from '../read/skip';
import { isAwake } from '../time/lifecycle';

/** Nodes noted one by one. A page that sleeps keeps alive what is noted until it wakes, so there it is fewer. */
const MOST = 5_000;
const MOST_ASLEEP = 500;

/** What has changed since the last look. Nodes may have left the page again, or be in several sets. */
export interface Changes {
  /** Everything may have changed; the sets are empty. */
  readonly all: boolean;
  readonly added: Set<Element>;
  readonly removed: Set<Element>;
  /** Elements that may have become readable, or ceased to be. */
  readonly turned: Set<Element>;
  /** Text that is new or other than before. */
  readonly texts: Set<Node>;
  /** Where children came or went: text before and after may be parted or joined now. */
  readonly parents: Set<Node>;
  /** What stood beside a child that went. */
  readonly beside: Set<Node>;
}

const nothing = (all: boolean): Changes => ({
  all,
  added: new Set(),
  removed: new Set(),
  turned: new Set(),
  texts: new Set(),
  parents: new Set(),
  beside: new Set(),
});

/**
 * Starts noting; `onChange` is called when there is something new, until `signal` aborts. The first look is at
 * everything.
 */
export function noteChanges(onChange: () => void, signal: AbortSignal) {
  let now = nothing(true);
  const size = () =>
    now.added.size + now.removed.size + now.turned.size + now.texts.size + now.parents.size + now.beside.size;

  const observer = new MutationObserver((records) => {
    const most = isAwake() ? MOST : MOST_ASLEEP;
    for (const record of records) {
      // A look at everything is due anyway, whatever else is in the list.
      if (now.all) break;
      if (record.type === 'characterData') now.texts.add(record.target);
      else if (record.type === 'attributes') now.turned.add(record.target as Element);
      else noteChildren(record);
      const { length } = record.addedNodes;
      if (size() > most || length > most || record.removedNodes.length > most) now = nothing(true);
    }
    onChange();
  });

  const noteChildren = ({
    target,
    addedNodes,
    removedNodes,
    previousSibling,
    nextSibling,
  }: MutationRecord) => {
    if (addedNodes.length > MOST || removedNodes.length > MOST) return;
    let ours = true;
    for (const node of removedNodes) {
      if (node instanceof Element && localName(node) === HOST_TAG) continue;
      ours = false;
      if (node instanceof Element) now.removed.add(node);
      if (previousSibling) now.beside.add(previousSibling);
      if (nextSibling) now.beside.add(nextSibling);
    }
    for (const node of addedNodes) {
      if (node instanceof Element) {
        if (localName(node) === HOST_TAG) continue;
        now.added.add(node);
      } else if (node instanceof Text && node.data.trim() !== '') now.texts.add(node);
      ours = false;
    }
    if (!ours) now.parents.add(target);
  };

  signal.addEventListener('abort', () => {
    observer.disconnect();
    now = nothing(false);
  });

  return {
    /** Listens in a document or shadow root; observers do not see into shadow roots by themselves. */
    watch: (root: Document | ShadowRoot): void =>
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: SKIP_ATTRIBUTES,
      }),
    /** Notes that `element` may have become readable. */
    turn: (element: Element): void => {
      if (!now.all && !signal.aborted) now.turned.add(element);
      onChange();
    },
    /** Notes that everything is to be looked at. */
    all: (): void => {
      if (!signal.aborted) now = nothing(true);
      onChange();
    },
    any: (): boolean => now.all || size() > 0,
    /** How many nodes are held. */
    size,
    /** Everything noted so far, which is then forgotten. */
    take: (): Changes => {
      const was = now;
      now = nothing(false);
      return was;
    },
  };
}
