/** Marks in the order in which they are read, and going from one to the next. */
import type { Mark } from './mark';

/** The same marks in reading order; cheap if they are in it already. */
export const inReadingOrder = (marks: readonly Mark[]): readonly Mark[] => [...marks].sort(compare);

function compare(a: Mark, b: Mark): number {
  const [x, y] = [a.block.pieces[0]?.node, b.block.pieces[0]?.node];
  if (x === y || !x || !y) return a.start - b.start;
  return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Nothing to redraw: the same sentences of the same reading of the block. */
export function sameMarks(old: readonly Mark[], wanted: readonly Mark[] | undefined): boolean {
  return (
    wanted?.length === old.length &&
    old.every((a, n) => {
      const b = wanted[n] as Mark;
      return (
        a.key === b.key &&
        a.block === b.block &&
        a.start === b.start &&
        a.end === b.end &&
        a.style === b.style
      );
    })
  );
}

/** A group of marks that may be drawn. */
interface Ordered {
  readonly place: number;
  readonly drawnElement: Element | undefined;
}

/** The element of the first of `all` after `one` in reading order that is drawn: so that Tab goes as the eye does. */
export function nextDrawn(all: Iterable<Ordered>, one: Ordered): Element | null {
  let found: Ordered | undefined;
  for (const other of all)
    if (other.drawnElement && other.place > one.place && other.place < (found?.place ?? Infinity))
      found = other;
  return found?.drawnElement ?? null;
}

/** Puts the elements of `all` that are drawn in reading order within `root`; moves only those that are out of it. */
export function putInOrder(all: Iterable<Ordered>, root: ShadowRoot): void {
  // Newer than the typings.
  const { moveBefore } = root as { moveBefore?(node: Node, child: Node): void };
  let next: Element | undefined;
  for (const { drawnElement } of [...all].sort((a, b) => b.place - a.place)) {
    if (!drawnElement) continue;
    const follows = next && drawnElement.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING;
    // Keeps the focus and open popovers where the engine can.
    if (next && !follows) (moveBefore ?? root.insertBefore).call(root, drawnElement, next);
    next = drawnElement;
  }
}

export interface Stepper {
  /** The mark with this key of `order` has the focus. */
  remember(key: string, order: readonly Mark[]): void;
  /** Focuses the next mark of `order` that `focus` can reach; see `Overlay.step`. */
  step(forward: boolean, around: boolean, order: readonly Mark[], focus: (key: string) => boolean): boolean;
}

/** Goes from mark to mark, on from where the last one was, even when that one is gone. */
export function stepper(): Stepper {
  let current: string | undefined;
  /** Where `current` stood in reading order: if it goes away, the next one is what now stands there. */
  let place = -1;
  return {
    remember(key, order) {
      current = key;
      place = order.findIndex((m) => m.key === key);
    },
    step(forward, around, order, focus) {
      const keys = order.map((m) => m.key);
      const { length } = keys;
      const at = current === undefined ? -1 : keys.indexOf(current);
      const from = at >= 0 ? at : place < 0 ? (forward ? -1 : length) : forward ? place - 1 : place;
      for (let n = 1; n <= length; n++) {
        const index = from + (forward ? n : -n);
        if (!around && (index < 0 || index >= length)) return false;
        const next = keys[(index + length * 2) % length];
        if (next !== undefined && focus(next)) return true;
      }
      return false;
    },
  };
}
