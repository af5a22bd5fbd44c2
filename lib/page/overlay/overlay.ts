/**
 * Marks drawn over a page that never learns of them: one group per matched block, placed when it comes near
 * the viewport, moved only when something moved it.
 */
import { isConnected } from '../dom/flat';
import { Group } from './group';
import { createHost, type Host, type MovableHost } from './host';
import type { Mark } from './mark';
import { inReadingOrder, putInOrder, sameMarks, stepper } from './order';
import { bringIntoView } from './reach';
import { createScene, type Scene } from './scene';

export interface Overlay {
  /** Our element on the page and its closed shadow root, for the card; on the page from the first mark to the last. */
  readonly host: () => Host;
  /** Replaces all marks. */
  show(marks: readonly Mark[]): void;
  /** Scrolls to a mark and focuses its badge; false if its text is gone. */
  focus(key: string): boolean;
  /**
   * Focuses the mark after (or before) the one that has or had the focus; false if there is none. Goes around at
   * the ends unless `around` is false: then it answers false there and moves nothing.
   */
  step(forward: boolean, around?: boolean): boolean;
}

/** An overlay styled by `css`, in a host of its own or one that others draw in too; ends with `signal`. */
export function createOverlay(
  css: string,
  signal: AbortSignal,
  hostOf: () => MovableHost = () => createHost(css),
): Overlay {
  const groups = new Map<Element, Group>();
  let order: readonly Mark[] = [];
  let made: MovableHost | undefined;
  let scene: Scene | undefined;
  let ending: AbortController | undefined;
  const steps = stepper();

  const host = () => {
    if (made) return made;
    made = hostOf();
    const remember = ({ target }: Event) => {
      for (const group of groups.values()) {
        const key = group.drawn && group.keyOf(target);
        if (key !== undefined) steps.remember(key, order);
      }
    };
    made.root.addEventListener('focusin', remember, { signal });
    return made;
  };
  /** Everything that watches the page lives from the first mark to the last. */
  const begin = (): Scene => {
    if (scene) return scene;
    ending = new AbortController();
    scene = createScene(host(), groups, forget, AbortSignal.any([signal, ending.signal]));
    return scene;
  };
  const end = () => {
    for (const group of groups.values()) group.erase();
    groups.clear();
    order = [];
    ending?.abort();
    scene = ending = undefined;
    made?.leave();
  };
  signal.addEventListener('abort', end);
  /** The page threw a block away: hold it no longer. */
  const forget = (gone: readonly Group[]) => {
    for (const { block } of gone) groups.delete(block);
    order = order.filter((m) => groups.has(m.block.container));
  };

  const focus = (key: string): boolean => {
    const mark = order.find((m) => m.key === key);
    const group = mark && groups.get(mark.block.container);
    if (!mark || !group || !isConnected(group.block)) return false;
    bringIntoView(mark);
    scene?.drawNow(group);
    const badge = group.badge(key);
    badge?.focus({ preventScroll: true });
    steps.remember(key, order);
    return badge !== undefined;
  };

  return {
    host,
    show(marks) {
      if (signal.aborted) return;
      if (marks.length === 0) return end();
      const at = begin();
      order = inReadingOrder(marks);
      const wanted = new Map<Element, Mark[]>();
      for (const mark of order) {
        const list = wanted.get(mark.block.container);
        if (list) list.push(mark);
        else wanted.set(mark.block.container, [mark]);
      }
      /** Marks that lose the block they were drawn on: where they come again they are drawn without waiting. */
      const homeless = new Set<string>();
      for (const group of groups.values()) {
        const list = wanted.get(group.block);
        if (list && sameMarks(group.marks, list)) continue;
        if (list) at.change(group, list);
        else {
          if (group.drawn) for (const { key } of group.marks) homeless.add(key);
          at.remove(group);
          groups.delete(group.block);
        }
      }
      let place = 0;
      for (const [block, list] of wanted) {
        const group = groups.get(block) ?? new Group(block, list);
        group.place = place++;
        if (groups.has(block)) continue;
        groups.set(block, group);
        at.add(
          group,
          list.some(({ key }) => homeless.has(key)),
        );
      }
      putInOrder(groups.values(), host().root);
      at.begin();
    },
    focus,
    step: (forward, around = true) => steps.step(forward, around, order, focus),
  };
}
