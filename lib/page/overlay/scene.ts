/** Keeps the groups near the viewport drawn where their text is. All reads of layout come before all writes. */
import { openPart } from './bars';
import { type Group, type Plan, type Stage, stageOf } from './group';
import { homeOf, takesChildren } from './home';
import type { MovableHost } from './host';
import { watchMoves } from './moves';
import { watchNear } from './near';
import { outOf } from './place/transform';

export interface Scene {
  add(group: Group): void;
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
  /** Groups to look at in the next frame, and whether to read all of them again or only where they are. */
  const dirty = new Map<Group, 'all' | 'place'>();
  let frame = 0;
  let scrolled = false;
  let raised = false;
  let swept = true;

  const nextFrame = () => {
    if (frame === 0) frame = requestAnimationFrame(flush);
  };
  const soilAs = (what: 'all' | 'place') => (block?: Element) => {
    const group = block && live.get(block);
    for (const each of block ? [group] : live.values())
      if (each && dirty.get(each) !== 'all') dirty.set(each, what);
    if (dirty.size > 0) nextFrame();
  };
  const soil = soilAs('all');
  const near = watchNear(
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
      onMove: soil,
      onShift: soilAs('place'),
      onScroll: () => {
        scrolled = true;
        if (live.size > 0) nextFrame();
      },
      onTop: () => {
        raised = true;
        soil();
      },
      onRemove: () => {
        swept = false;
        for (const group of live.values()) if (!group.block.isConnected) dirty.set(group, 'all');
        nextFrame();
      },
    },
    signal,
  );
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  const enter = (group: Group) => {
    dirty.set(group, 'all');
    if (live.has(group.block)) return;
    live.set(group.block, group);
    moves.size(group.block);
  };
  const leave = (group: Group) => {
    if (!live.delete(group.block)) return;
    dirty.delete(group);
    moves.forget(group.block);
    group.erase();
  };
  const drop = (group: Group) => {
    near.remove(group.block);
    leave(group);
  };

  /** While the document scrolls: what floats above it may slide under the page's bars, or out from under them. */
  const soilScrolled = (stage: Stage) => {
    const open = openPart();
    for (const group of live.values()) {
      const { drawn } = group;
      if (drawn?.layer === 'document') {
        const top = stage.origin.top + outOf(stage.document, drawn.x, drawn.y).y;
        if (top >= open.top && top + drawn.box.height <= open.bottom) continue;
        if (top > window.innerHeight || top + drawn.box.height < 0) continue;
      }
      if (!dirty.has(group)) dirty.set(group, 'place');
    }
  };

  function flush(): void {
    frame = 0;
    if (signal.aborted) return;
    const home = homeOf();
    if (takesChildren(home) && host.settle(home)) raised = true;
    if (raised) {
      raised = false;
      for (const group of live.values()) group.raise();
      soil();
    }
    if (live.size > 0) draw(home);
    if (!swept) sweep();
  }

  function draw(home: Element): void {
    const stage = stageOf(host.element, home);
    if (scrolled) soilScrolled(stage);
    scrolled = false;
    const whole = dirty.size >= live.size;
    const plans = new Map<Group, Plan | undefined>();
    for (const group of live.values()) {
      const what = dirty.get(group);
      if (what || group.polled)
        plans.set(group, (what !== 'all' && group.follow(stage, what === 'place')) || group.plan(stage));
    }
    dirty.clear();
    const page = document.documentElement.getBoundingClientRect();
    let changed = false;
    for (const [group, plan] of plans) {
      const old = group.drawn;
      changed = group.draw(plan, host.root, () => successor(group)) || changed;
      if (plan?.layer !== 'document') continue;
      // A watch is set on the place a block had: once it moved, on the new one.
      if (!old || old.x !== plan.x || old.y !== plan.y) moves.follow(group.block, plan.box, page);
    }
    if (whole) moves.found(changed);
    // Where the browser can't anchor, the few marks in view are followed frame by frame.
    if ([...live.values()].some((group) => group.polled && isInView(group.drawn?.box))) nextFrame();
  }

  /** The first group after `group` in reading order that is drawn: so that Tab goes as the eye does. */
  const successor = (group: Group): Element | null => {
    let found: Group | undefined;
    for (const other of live.values())
      if (other.drawnElement && other.place > group.place && other.place < (found?.place ?? Infinity))
        found = other;
    return found?.drawnElement ?? null;
  };

  /** Blocks that left the page must not be held by us. */
  const sweep = () => {
    swept = true;
    const gone = [...groups.values()].filter((g) => !g.block.isConnected);
    if (gone.length === 0) return;
    for (const group of gone) drop(group);
    forget(gone);
    moves.refresh();
  };

  return {
    add: (group) => near.add(group.block),
    remove: drop,
    begin() {
      // In a tab that comes back to the front, Chromium looks at new observations only with a frame: ask for one.
      nextFrame();
    },
    drawNow(group) {
      enter(group);
      cancelAnimationFrame(frame);
      flush();
    },
  };
}

const isInView = (box: DOMRect | undefined) =>
  box !== undefined &&
  box.bottom > 0 &&
  box.top < window.innerHeight &&
  box.right > 0 &&
  box.left < window.innerWidth;
