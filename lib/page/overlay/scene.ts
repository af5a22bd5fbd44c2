/** Keeps the groups near the viewport drawn where their text is. All reads of layout come before all writes. */

import { isConnected } from '../dom/flat';
import { doc } from '../dom/safe';
import { isBare, mayBeCovered, openPart } from './bars';
import { hasFocus, watchFocus } from './focused';
import type { Group, Plan } from './group';
import { takesChildren } from './home';
import type { MovableHost } from './host';
import type { Mark } from './mark';
import { watchMoves } from './moves';
import { watchNear } from './near';
import { nextDrawn } from './order';
import { createPacer, type Pace } from './pace';
import { ALL, type Closely, COVER, PLACE, stageOf } from './stage';
import { unfollowed } from './unfollowed';

/** Looks without any cause until all groups are asked where they stand. */
const SELDOM = 2;

export interface Scene {
  /** With `now` it is drawn in the next frame, near the viewport or not. */
  add(group: Group, now: boolean): void;
  /** Gives a group other marks. */
  change(group: Group, marks: readonly Mark[]): void;
  remove(group: Group): void;
  /** Draws in the next frame. */
  begin(): void;
  /** Draws one group at once, wherever it is. */
  drawNow(group: Group): void;
}

/** Draws into `host` those of `groups` that are near the viewport; `forget` hears of those the page threw away. */
export function createScene(
  host: MovableHost,
  groups: ReadonlyMap<Element, Group>,
  forget: (gone: readonly Group[]) => void,
  signal: AbortSignal,
): Scene {
  const live = new Map<Element, Group>();
  /** Groups to look at in the next frames. */
  const dirty = new Map<Group, Closely>();
  let frame = 0;
  const pacer = createPacer();
  /** Groups that left the viewport while it was scrolled fast, and are still drawn. */
  const left = new Set<Group>();
  /** In the last frame of scrolling, did all that is drawn scroll with the document, under no bars? */
  let calm = false;
  let raised = false;
  let swept = true;
  let home: Element = doc.body;
  /** Something may have come that makes all around it inert. */
  let homeless = true;
  /** A look at everything is under way; whether it or anything else since the last one found something to write. */
  let looking = true;
  let looks = 0;
  let changed = false;

  const nextFrame = () => {
    if (frame === 0) frame = requestAnimationFrame(() => flush());
  };
  const soil = (how: Closely, block?: Element) => {
    for (const each of block ? [live.get(block)] : live.values())
      if (each && how >= (dirty.get(each) ?? PLACE)) dirty.set(each, how);
    if (!block) near.recheck();
    if (dirty.size > 0) nextFrame();
  };
  const near = watchNear(
    groups,
    (block, isNear) => {
      const group = groups.get(block);
      if (group && isNear) enter(group);
      else if (group) leave(group);
    },
    () => {
      moves.refresh();
      if (dirty.size > 0) nextFrame();
    },
    signal,
  );
  const moves = watchMoves(
    {
      blocks: () => live.keys(),
      onMove: (block) => soil(ALL, block),
      onShift: (block) => {
        pacer.moved();
        soil(PLACE, block);
      },
      onLook: (fresh) => {
        looking = homeless = true;
        for (const block of live.keys()) soil(COVER, block);
        // Where the many stand that are out of sight is asked less often.
        if (fresh || live.size === 0 || ++looks % SELDOM === 0) near.recheck();
        // Else the browser tells when there is something to look at again.
        if (live.size > 0 || !near.tellsAll) nextFrame();
      },
      onScroll: () => {
        pacer.scrolled();
        near.scrolled();
        if (live.size > 0) nextFrame();
      },
      onScrollWithin: near.scrolledWithin,
      onTop: () => {
        raised = homeless = true;
        soil(ALL);
      },
      onRemove: () => {
        swept = false;
        for (const group of live.values()) if (!isConnected(group.block)) dirty.set(group, ALL);
        nextFrame();
      },
    },
    signal,
  );
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  const enter = (group: Group) => {
    dirty.set(group, ALL);
    left.delete(group);
    if (live.has(group.block)) return;
    live.set(group.block, group);
    moves.enter(group.block);
  };
  const leave = (group: Group, always = false) => {
    // A key may have brought the reader to a badge before its text has come near; and who scrolls on keeps the place.
    if (!always && hasFocus(group, host.root)) return;
    if (!live.delete(group.block)) return;
    dirty.delete(group);
    if (group.sized) moves.forget(group.block);
    group.sized = false;
    group.followed = undefined;
    if (pacer.fast) left.add(group);
    else group.erase();
  };
  const dismiss = (group: Group) => leave(group, true);
  watchFocus(host.root, () => live.values(), dismiss, signal);
  const drop = (group: Group) => {
    near.remove(group);
    dismiss(group);
    left.delete(group);
    group.erase();
  };

  function flush(urgent?: Group): void {
    frame = 0;
    if (signal.aborted) return;
    const pace = pacer.next();
    if (pace.busy && calm && !urgent) {
      nextFrame();
      return;
    }
    // Asking what lies on top makes the page lay out with all its frames: only where something is drawn.
    const isOut = !host.element.isConnected || host.element.parentNode !== home;
    if (isOut || (homeless && live.size > 0)) {
      homeless = false;
      home = host.home();
      if (takesChildren(home) && host.settle(home)) raised = true;
    }
    if (raised) {
      raised = false;
      for (const group of live.values()) group.raise();
      soil(ALL);
    }
    // A page that keeps throwing us out is left alone.
    if (!host.element.isConnected) return;
    if (live.size > 0 || left.size > 0) draw(pace, urgent);
    if (!swept) sweep();
    if (!looking || dirty.size > 0) return;
    moves.found(changed);
    looking = changed = false;
  }

  function draw(pace: Pace, urgent?: Group): void {
    const { fast, busy } = pace;
    const stage = stageOf(host.element, home, fast);
    const open = pace.scrolled ? openPart() : undefined;
    calm = open !== undefined && isBare(open);
    if (open)
      for (const group of live.values()) {
        if (group.drawn && group.drawn.layer !== 'document') calm = false;
        if (!dirty.has(group) && mayBeCovered(group, open, stage)) dirty.set(group, COVER);
      }
    const plans = new Map<Group, Plan | undefined>();
    const look = (group: Group, how: Closely) => {
      dirty.delete(group);
      plans.set(group, (how !== ALL && group.follow(stage, how === COVER)) || group.plan(stage));
    };
    if (urgent) look(urgent, ALL);
    for (const group of live.values()) if (group.polled && !dirty.has(group)) look(group, PLACE);
    for (const [group, how] of dirty) {
      // What has only come in halfway may be gone before anybody reads it.
      if (fast && !group.drawn && (busy || !group.whole)) continue;
      look(group, how);
      if (performance.now() > pace.end) break;
    }
    const follow = pace.atRest ? unfollowed(live.values(), plans, moves.size) : [];
    const page = doc.documentElement.getBoundingClientRect();
    // All has been read; from here on all is written.
    if (!busy) {
      for (const group of left) group.erase();
      left.clear();
    }
    for (const [group, plan] of plans)
      changed = group.draw(plan, host.root, () => nextDrawn(live.values(), group)) || changed;
    for (const [group, box] of follow) moves.follow(group.block, box, page);
    if (pace.restless) for (const group of live.values()) if (group.strays()) soil(PLACE, group.block);
    // Where the browser can't anchor, the few marks in view are followed frame by frame.
    const polled = [...live.values()].some((group) => group.polled && group.inView);
    if (dirty.size > 0 || left.size > 0 || polled) nextFrame();
  }

  /** Blocks that left the page must not be held by us. */
  const sweep = () => {
    swept = true;
    const gone = [...groups.values()].filter((g) => !isConnected(g.block));
    if (gone.length === 0) return;
    gone.forEach(drop);
    forget(gone);
    moves.refresh();
  };
  return {
    add(group, now) {
      near.add(group);
      if (now) enter(group);
    },
    change(group, marks) {
      group.take(marks);
      if (live.has(group.block)) dirty.set(group, ALL);
    },
    remove: drop,
    begin() {
      homeless = true;
      // In a tab that comes back to the front, Chromium looks at new observations only with a frame.
      nextFrame();
    },
    drawNow(group) {
      enter(group);
      cancelAnimationFrame(frame);
      homeless = true;
      flush(group);
    },
  };
}
