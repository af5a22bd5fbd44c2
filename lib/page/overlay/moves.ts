/** Everything that can move, hide or cover text without telling. */

import { holdsNode } from '../dom/flat';
import { HOST_TAG } from '../dom/host-tag';
import { doc, localName } from '../dom/safe';
import { watchChanges } from './changes';
import { watchShift } from './shift';

/** Milliseconds until a look at blocks that nothing is known to have moved: at first, and while looks find nothing. */
const LOOK_SOON = 250;
const LOOK_LATER = 2_000;
/** ... and where something is likely to have come over them. */
const LOOK_AT_ONCE = 100;
/** Without scrolling for so long a page is at rest. */
const REST = 100;

export interface Watched {
  /** The blocks on show now. */
  readonly blocks: () => Iterable<Element>;
  /** This block may have changed; without a block: any may have. */
  readonly onMove: (block?: Element) => void;
  /** This block has moved, with the text in it as it was; without a block: any may have. */
  readonly onShift: (block?: Element) => void;
  /**
   * Time to look whether anything has moved, or come over a block, without telling; answered with `found`. `fresh`:
   * something has happened that is known to bring such things, and not only time gone by.
   */
  readonly onLook: (fresh: boolean) => void;
  /** The document scrolls: nothing moved in it, but some text stays, and some is covered now. */
  readonly onScroll: () => void;
  /** A box in it scrolls. */
  readonly onScrollWithin: (box: Node) => void;
  /** The top layer has changed: a dialog, a popover or fullscreen opened or closed. */
  readonly onTop: () => void;
  /** Nodes left the page. */
  readonly onRemove: () => void;
}

export interface Moves {
  /** This block is on show from now on. */
  enter(block: Element): void;
  /** The blocks on show have changed. */
  refresh(): void;
  /** Hear when `block`, now at `box` of the viewport with the document at `page`, moves in the document. */
  follow(block: Element, box: DOMRect, page: DOMRect): void;
  /** Hear when the block changes its size. */
  size(block: Element): void;
  forget(block: Element): void;
  /** A look found that something had changed (or not): the next one comes soon (or later). */
  found(anything: boolean): void;
}

/** Tells `watched` until `signal` aborts. */
export function watchMoves(watched: Watched, signal: AbortSignal): Moves {
  const { onMove, onTop } = watched;
  // An observer tells the size an element has when it starts: no news.
  const begun = new WeakSet<Element>();
  let width = 0;
  const resized = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      const page = target === doc.documentElement;
      const wider = page && contentRect.width !== width;
      if (page) width = contentRect.width;
      if (begun.delete(target)) continue;
      if (!page) onMove(target);
      else if (wider) onMove();
      // A page that only grows or shrinks moves text and leaves it as it was.
      else shifted();
    }
  });
  const size = (element: Element) => {
    begun.add(element);
    resized.observe(element);
  };
  size(doc.documentElement);

  // Nothing tells of a cover laid over text, or of text that fades: looked for after whatever may have brought it, and
  // slowly all the time; the less the last look found, the later the next. None in a tab that nobody sees.
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let patience = LOOK_SOON;
  let hasCause = false;
  let scrolled = 0;
  const look = (delay: number) => {
    const at = performance.now() + delay;
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY;
      // In the midst of scrolling there is no time for it.
      if (performance.now() - scrolled < REST) look(REST);
      else {
        const fresh = hasCause;
        hasCause = false;
        watched.onLook(fresh);
      }
    }, delay);
  };
  const soon = () => {
    hasCause = true;
    look(LOOK_SOON);
  };
  const shifted = (block?: Element) => {
    watched.onShift(block);
    // What stands somewhere else now may be covered there.
    soon();
  };
  const changes = watchChanges(
    {
      blocks: watched.blocks,
      moved: onMove,
      elsewhere: (known) => (known ? look(patience) : soon()),
      removed: watched.onRemove,
    },
    signal,
  );

  const options = { signal, capture: true, passive: true } as const;
  const listen = (target: EventTarget, types: string, listener: (event: Event) => void) => {
    for (const type of types.split(' ')) target.addEventListener(type, listener, options);
  };
  listen(window, 'resize', () => onMove());
  listen(doc, 'click keyup transitionend animationend', soon);
  // A menu may open under the pointer.
  listen(doc, 'pointerover', () => look(LOOK_AT_ONCE));
  // Not of our own popovers: showing them again because they were shown would never end.
  listen(doc, 'toggle fullscreenchange', ({ target }) => isOurs(target) || onTop());
  listen(doc, 'scrollend', () => look(REST));
  const within = ({ target }: Event) => {
    for (const block of watched.blocks()) if (holdsNode(target as Node, block)) onMove(block);
  };
  listen(doc, 'transitionrun transitionend animationstart animationend', within);
  listen(doc, 'scroll', (event) => {
    scrolled = performance.now();
    soon();
    if (event.target === document) return watched.onScroll();
    watched.onScrollWithin(event.target as Node);
    within(event);
  });
  doc.fonts?.addEventListener('loadingdone', () => onMove(), { signal });

  const shifts = new Map<Element, () => void>();
  signal.addEventListener('abort', () => {
    resized.disconnect();
    clearTimeout(timer);
    for (const stop of shifts.values()) stop();
    shifts.clear();
  });
  return {
    enter: changes.enter,
    refresh: changes.refresh,
    size,
    follow(block, box, page) {
      shifts.get(block)?.();
      shifts.set(
        block,
        watchShift(block, box, page, () => shifted(block)),
      );
    },
    forget(block) {
      resized.unobserve(block);
      shifts.get(block)?.();
      shifts.delete(block);
    },
    found(anything) {
      patience = anything ? LOOK_SOON : Math.min(patience * 2, LOOK_LATER);
      look(LOOK_LATER);
    },
  };
}

const isOurs = (target: EventTarget | null) => target instanceof Element && localName(target) === HOST_TAG;
