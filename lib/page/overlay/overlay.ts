/**
 * Marks drawn over a page that never learns of them: one group per matched block, placed when it comes near
 * the viewport, moved only when something moved it. All reads of layout come before all writes.
 */
import { Group } from './group';
import { createHost, type Host } from './host';
import type { Mark } from './mark';
import { watchMoves } from './moves';
import { bringIntoView } from './reach';

/** How far outside the viewport marks are kept drawn. */
const MARGIN = '25% 0px';

export interface Overlay {
  /** The closed shadow root; made with the first mark. For the card. */
  readonly host: () => Host;
  /** Replaces all marks. */
  show(marks: readonly Mark[]): void;
  /** Scrolls to a mark and focuses its badge; false if its text is gone. */
  focus(key: string): boolean;
  /** Focuses the mark after (or before) the one that has or had the focus; false if there is none. */
  step(forward: boolean): boolean;
}

/** An overlay styled by `css`; ends with `signal`. */
export function createOverlay(css: string, signal: AbortSignal): Overlay {
  const groups = new Map<Element, Group>();
  const live = new Set<Group>();
  let order: Mark[] = [];
  let current: string | undefined;
  /** Where `current` stood in reading order: if it goes away, the next one is what now stands there. */
  let place = -1;
  let host: Host | undefined;
  let near: IntersectionObserver | undefined;
  let moves: ReturnType<typeof watchMoves> | undefined;
  let frame = 0;

  const start = () => {
    host = createHost(css, schedule, signal);
    near = new IntersectionObserver(onNear, { rootMargin: MARGIN });
    moves = watchMoves(schedule, signal);
    host.root.addEventListener('focusin', ({ target }) => {
      for (const group of live) {
        const key = group.keyOf(target);
        if (key !== undefined) remember(key);
      }
    });
    signal.addEventListener('abort', () => {
      near?.disconnect();
      cancelAnimationFrame(frame);
    });
    return host;
  };
  const ensureHost = () => host ?? start();

  const onNear = (entries: IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      const group = groups.get(target);
      if (!group) continue;
      if (isIntersecting) enter(group);
      else leave(group);
    }
    schedule();
  };
  const enter = (group: Group) => {
    if (live.has(group)) return;
    live.add(group);
    moves?.observe(group.block);
  };
  const leave = (group: Group) => {
    if (!live.delete(group)) return;
    moves?.unobserve(group.block);
    group.erase();
  };

  function schedule(): void {
    if (live.size > 0) nextFrame();
  }
  function nextFrame(): void {
    if (frame === 0) frame = requestAnimationFrame(flush);
  }
  function flush(): void {
    frame = 0;
    if (!host || signal.aborted || live.size === 0) return;
    const origin = host.element.getBoundingClientRect();
    const zoom = host.element.currentCSSZoom ?? 1;
    // While a modal dialog is open everything outside it is inert, our badges too: better none than a dead one.
    const inert = document.querySelector('dialog:modal') !== null;
    const plans = [...live].map((group) => [group, inert ? undefined : group.plan(origin, zoom)] as const);
    for (const [group, plan] of plans) group.draw(plan, () => successor(group));
    // A watch is set on the place a block had: once it moved, on the new one.
    for (const group of live) if (group.takeMoved()) moves?.observe(group.block);
    // Where the browser can't anchor, the few marks in view are followed frame by frame.
    if (plans.some(([group, plan]) => plan && group.polled)) schedule();
  }

  /** The first group after `group` in reading order that is drawn: so that Tab goes as the eye does. */
  const successor = (group: Group): Element | null => {
    const sequence = [...new Set(order.map((m) => m.block.container))];
    for (const block of sequence.slice(sequence.indexOf(group.block) + 1)) {
      const element = groups.get(block)?.drawnElement;
      if (element) return element;
    }
    return null;
  };

  const drop = (group: Group) => {
    near?.unobserve(group.block);
    leave(group);
    groups.delete(group.block);
  };

  const remember = (key: string) => {
    current = key;
    place = order.findIndex((m) => m.key === key);
  };
  const focus = (key: string): boolean => {
    const mark = order.find((m) => m.key === key);
    const group = mark && groups.get(mark.block.container);
    if (!mark || !group?.block.isConnected) return false;
    bringIntoView(mark);
    enter(group);
    flush();
    const badge = group.badge(key);
    badge?.focus({ preventScroll: true });
    remember(key);
    return badge !== undefined;
  };

  return {
    host: ensureHost,
    show(marks) {
      if (marks.length === 0 && !host) return;
      const { root } = ensureHost();
      order = [...marks].sort(inDocumentOrder);
      const wanted = new Map<Element, Mark[]>();
      for (const mark of order) {
        const list = wanted.get(mark.block.container);
        if (list) list.push(mark);
        else wanted.set(mark.block.container, [mark]);
      }
      for (const group of groups.values()) if (!sameMarks(group, wanted.get(group.block))) drop(group);
      for (const [block, list] of wanted) {
        if (groups.has(block)) continue;
        const group = new Group(block, root);
        for (const mark of list) group.marks.set(mark.key, mark);
        groups.set(block, group);
        near?.observe(block);
      }
      // In a tab that comes back to the front, Chromium looks at new observations only with a frame: ask for one.
      nextFrame();
    },
    focus,
    step(forward) {
      const keys = order.map((m) => m.key);
      if (keys.length === 0) return false;
      const at = current === undefined ? -1 : keys.indexOf(current);
      const from = at >= 0 ? at : place < 0 ? (forward ? -1 : keys.length) : forward ? place - 1 : place;
      for (let n = 1; n <= keys.length; n++) {
        const next = keys[(from + (forward ? n : -n) + keys.length * 2) % keys.length];
        if (next !== undefined && focus(next)) return true;
      }
      return false;
    },
  };
}

function inDocumentOrder(a: Mark, b: Mark): number {
  const [x, y] = [a.block.pieces[0]?.node, b.block.pieces[0]?.node];
  if (x === y || !x || !y) return a.start - b.start;
  return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Nothing to redraw: the same sentences of the same reading of the block. */
function sameMarks(group: Group, wanted: readonly Mark[] | undefined): boolean {
  return (
    wanted !== undefined &&
    wanted.length === group.marks.size &&
    wanted.every((m) => {
      const old = group.marks.get(m.key);
      return (
        old !== undefined &&
        old.block === m.block &&
        old.start === m.start &&
        old.end === m.end &&
        old.style === m.style
      );
    })
  );
}
