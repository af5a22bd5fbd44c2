/** The blocks a page has, by container: what a new reading of a part of it adds, keeps and takes away. */

import { elementsIn, isConnected } from '../dom/flat';
import type { Block, Piece } from '../read/blocks';
import { digest } from './digest';

export interface KnownEvents {
  /** Blocks that are new or have changed; a block that a changed one replaces is told to be gone after that. */
  readonly read: (blocks: readonly Block[]) => void;
  /** Blocks that are no longer on the page. */
  readonly gone: (blocks: readonly Block[]) => void;
}

/** Blocks handed over at a time. */
const BATCH = 64;
/** A page is read up to here; what is beyond stays unread. No page made for readers comes near. */
const MOST_BLOCKS = 200_000;
const MOST_CHARACTERS = 50_000_000;

/** An empty store that tells `events` of every block that comes or goes. */
export function createKnown({ read, gone }: KnownEvents) {
  const known = new Map<Element, readonly Block[]>();
  let blocks = 0;
  let characters = 0;
  let pieces = 0;

  const replace = (container: Element, next: readonly Block[]) => {
    const old = known.get(container) ?? [];
    const kept = new Set(next);
    const lost = old.filter((b) => !kept.has(b));
    if (next.length > 0) known.set(container, next);
    else known.delete(container);
    blocks += next.length - old.length;
    for (const b of lost) characters -= b.text.length;
    if (lost.length > 0) gone(lost);
  };

  return {
    has: (container: Element): boolean => known.has(container),
    containers: (): Iterable<Element> => known.keys(),
    counts: () => ({ containers: known.size, blocks, characters, pieces }),

    /**
     * Takes in a reading of whole containers, hands over what is new as it comes, and removes each container met
     * from `doubtful`. Blocks with the same text in the same nodes stay the same objects. Yields at every step.
     */
    *take(reading: Iterable<Block | undefined>, doubtful: Set<Element>): Generator<undefined> {
      /** Containers met: with the blocks they have now, and by first node those they had. */
      const fresh = new Map<Element, Block[]>();
      const olds = new Map<Element, Map<Node | number, Block[]>>();
      let batch: Block[] = [];
      const settle = (container: Element) => {
        doubtful.delete(container);
        replace(container, fresh.get(container) ?? []);
        olds.delete(container);
      };
      try {
        for (const block of reading) {
          if (block) {
            const { container } = block;
            pieces += block.pieces.length;
            const old = known.get(container);
            const list = fresh.get(container);
            if (!list && old) olds.set(container, byName(old));
            const before = olds.get(container);
            const same = before && takeSame(block, before);
            if (list) list.push(same ?? block);
            else {
              // Most hold one block, and an array that grew has room for many more.
              const first = [same ?? block];
              fresh.set(container, first);
              // Those that are new are known at once; what becomes of the others shows when all was read.
              if (!old) known.set(container, first);
            }
            if (!before) blocks++;
            if (!same) {
              characters += block.text.length;
              if (batch.push(block) >= BATCH) {
                read(batch);
                batch = [];
              }
              if (blocks + olds.size > MOST_BLOCKS || characters > MOST_CHARACTERS) return;
            }
          }
          yield undefined;
        }
        if (batch.length > 0) read(batch);
        batch = [];
        for (const container of olds.keys()) {
          settle(container);
          yield undefined;
        }
      } finally {
        // Also when the page made the reading fail: what was handed over must be known.
        if (batch.length > 0) read(batch);
        for (const container of olds.keys()) settle(container);
      }
    },

    /** Adds to `doubtful` the containers that are `root` or in it. Yields now and then. */
    *doubt(root: Element, doubtful: Set<Element>): Generator<undefined> {
      if (known.size === 0) return;
      let n = 0;
      for (const element of elementsIn(root)) {
        if (known.has(element)) doubtful.add(element);
        if (++n % 32 === 0) yield undefined;
      }
    },

    /** Adds to `doubtful` whatever left the page, however that escaped notice. Yields now and then. */
    *sweep(doubtful: Set<Element>): Generator<undefined> {
      let n = 0;
      for (const container of known.keys()) {
        if (!isConnected(container)) doubtful.add(container);
        if (++n % 64 === 0) yield undefined;
      }
    },

    /** Lets go of the text of blocks in which nothing was found: a digest tells whether they change. */
    release: (blocks: Iterable<Block>): void => {
      for (const block of blocks) {
        if (block.digest !== undefined || !known.get(block.container)?.includes(block)) continue;
        characters -= block.text.length;
        Object.assign(block, { digest: digest(block.text), text: '', pieces: NONE });
      }
    },

    /** Hands over every block anew: at once those whose text is here, the others when they are read again. */
    again: (): void => {
      const here: Block[] = [];
      for (const blocks of known.values())
        for (const block of blocks) {
          if (block.digest === undefined) here.push(block);
          else Object.assign(block, { digest: -1 });
        }
      if (here.length > 0) read(here);
    },

    /** Lets go of the blocks of these containers. */
    drop: (containers: Iterable<Element>): void => {
      for (const container of containers) if (known.has(container)) replace(container, []);
    },
    clear: (): void => known.clear(),
  };
}

const NONE: readonly Piece[] = [];

/** Blocks by their first node, or by digest where that is all there is. */
function byName(blocks: readonly Block[]): Map<Node | number, Block[]> {
  const map = new Map<Node | number, Block[]>();
  for (const block of blocks) {
    const name = block.digest ?? (block.pieces[0]?.node as Node);
    const list = map.get(name);
    if (list) list.push(block);
    else map.set(name, [block]);
  }
  return map;
}

/** Takes out of `olds` the one that `block` is the same as. */
function takeSame(block: Block, olds: ReadonlyMap<Node | number, Block[]>): Block | undefined {
  const whole = olds.get(block.pieces[0]?.node as Node)?.find((b) => isSame(b, block));
  // Two alike in one container are two still.
  return whole ?? olds.get(digest(block.text))?.shift();
}

/** The same text out of the same nodes: nothing new to find, and every offset still leads to its place. */
function isSame(a: Block, b: Block): boolean {
  return (
    a.text === b.text &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((p, i) => {
      const q = b.pieces[i];
      return p.node === q?.node && p.from === q.from && p.start === q.start && p.length === q.length;
    })
  );
}
