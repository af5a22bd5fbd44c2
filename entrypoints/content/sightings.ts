/**
 * What was found in a frame and can be seen: kept in reading order, looked at again in slices, told at most a few
 * times a second however fast answers come in.
 */
import type { FoundMatch } from '../../lib/messages/calls';
import { isVisible } from '../../lib/page/dom/safe';
import type { Block } from '../../lib/page/read/blocks';
import { isReadable } from '../../lib/page/read/readable';
import { pause } from '../../lib/page/time/lifecycle';
import { inSlices } from '../../lib/page/time/slices';

/**
 * Matches kept of a frame; the background believes no more of one (`background/tabs.ts`). Each is drawn, listed and sent, so
 * that a page that says a claim a million times would otherwise be as slow as it likes.
 */
export const MOST_MATCHES = 2_000;
/** Milliseconds between two tellings. */
const REST = 120;
/**
 * A page that renders a sentence again brings it back, and reading it again takes its time: nothing is taken off the
 * list before that. (What is drawn goes at once when its words do.)
 */
const LOSE_AFTER = 1_500;
/** Milliseconds after a page was read again until what nobody could see is looked at again; no more often than this. */
const LOOK_AFTER = 500;

export interface Sighting {
  /** The same for the same sentence and check, however often the page renders it again. */
  readonly key: string;
  readonly block: Block;
  readonly match: FoundMatch;
  /** The best sentence for its check in its block gets the badge; the rest are in the lists only. */
  readonly marked: boolean;
}

export interface Sightings {
  /** Takes in the answer for a block, its matches or none; false if nothing of it is kept. */
  set(block: Block, matches: readonly FoundMatch[]): boolean;
  /** The block left the page. */
  lose(block: Block): void;
  /**
   * The page was read again. What was only moved is told to nobody, and stands elsewhere now; and what could not be seen in
   * the midst of a change that left no trace, such as a text node split and joined, may be seen now.
   */
  readAgain(): void;
  /** Text may have come to light or gone out of sight: all is looked at again. */
  look(): void;
  /** Are as many matches held as are kept of a frame? */
  readonly full: boolean;
  /** Is there a match that nobody could see when last looked at? */
  readonly unseen: boolean;
  /** Resolves once all that was taken in so far has been looked at and told. */
  settled(): Promise<void>;
}

/** Tells `show` of all that can be seen, in reading order; `onHidden` of containers that are not rendered. */
export function createSightings(
  show: (sightings: readonly Sighting[]) => void,
  onHidden: (container: Element) => void,
  signal: AbortSignal,
): Sightings {
  const found = new Map<Block, readonly FoundMatch[]>();
  /** Matches in `found`. */
  let held = 0;
  const visible = new Map<Block, readonly FoundMatch[]>();
  const doubtful = new Set<Block>();
  let order: Block[] = [];
  let changed = false;
  let moved = false;
  let running: Promise<void> | undefined;
  /** Has looking shown something else than before? */
  let differs = false;
  let losing: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    clearTimeout(losing);
    clearTimeout(looking);
  });

  const run = () => {
    running ??= lookAndTell().finally(() => {
      running = undefined;
    });
  };
  const lookAndTell = async () => {
    while (doubtful.size > 0 || changed || moved) {
      const before = order.slice();
      differs = changed;
      changed = moved = false;
      await inSlices(look(), signal);
      if (signal.aborted) return;
      if (!differs && order.every((block, i) => block === before[i])) continue;
      show(sightingsOf(order, visible));
      await pause(REST, signal);
    }
  };

  function* look(): Generator<undefined> {
    const gone = order.filter((b) => !found.has(b));
    for (const block of gone) visible.delete(block);
    if (gone.length > 0) order = order.filter((b) => found.has(b));
    for (const block of doubtful) {
      doubtful.delete(block);
      const matches = found.get(block);
      if (!matches) continue;
      try {
        if (!isVisible(block.container)) onHidden(block.container);
        const seen = matches.filter((m) => isReadable(block, m.sentenceStart, m.sentenceEnd));
        if (!visible.has(block)) order.splice(placeOf(block, order), 0, block);
        if (visible.get(block)?.length !== seen.length) differs = true;
        visible.set(block, seen);
      } catch (error) {
        // A page can always think of something: the other blocks are told all the same.
        console.debug('factmark: could not look at a sentence of this page.', error);
      }
      yield undefined;
    }
    // What the page moved stands elsewhere now.
    for (let i = 1; i < order.length; i++) {
      if (isAfter(order[i - 1] as Block, order[i] as Block)) {
        order.sort((a, b) => (isAfter(a, b) ? 1 : -1));
        return;
      }
      if (i % 64 === 0) yield undefined;
    }
  }

  /** Blocks with a match that nobody could see when last looked at. */
  function* unseen(): Generator<Block> {
    for (const [block, matches] of found) if (visible.get(block)?.length !== matches.length) yield block;
  }

  /** Nothing is found in the block any more; false if nothing was. */
  const drop = (block: Block): boolean => {
    held -= found.get(block)?.length ?? 0;
    return found.delete(block);
  };

  return {
    set(block, matches) {
      const had = drop(block);
      const kept = matches.slice(0, MOST_MATCHES - held);
      held += kept.length;
      if (kept.length > 0) found.set(block, kept);
      else if (!had) return false;
      doubtful.add(block);
      changed = true;
      run();
      return kept.length > 0;
    },
    lose(block) {
      if (!drop(block)) return;
      changed = true;
      losing ??= setTimeout(() => {
        losing = undefined;
        run();
      }, LOSE_AFTER);
    },
    readAgain() {
      if (!unseen().next().done)
        looking ??= setTimeout(() => {
          looking = undefined;
          for (const block of unseen()) doubtful.add(block);
          run();
        }, LOOK_AFTER);
      if (order.length < 2) return;
      moved = true;
      run();
    },
    look() {
      for (const block of found.keys()) doubtful.add(block);
      changed = true;
      run();
    },
    settled: () => running ?? Promise.resolve(),
    get full() {
      return held >= MOST_MATCHES;
    },
    get unseen() {
      return !unseen().next().done;
    },
  };
}

/** Where `block` belongs among blocks in reading order. */
function placeOf(block: Block, order: readonly Block[]): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(order[middle] as Block, block)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Does `a` stand after `b` on the page? Not if they share their first node. */
function isAfter(a: Block, b: Block): boolean {
  const [x, y] = [a.pieces[0]?.node, b.pieces[0]?.node];
  if (!x || !y || x === y) return false;
  return (x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** The sightings of blocks in reading order: one mark per check and block, a key for each sentence. */
function sightingsOf(
  order: readonly Block[],
  visible: ReadonlyMap<Block, readonly FoundMatch[]>,
): Sighting[] {
  const times = new Map<string, number>();
  return order.flatMap((block) => {
    const matches = [...(visible.get(block) ?? [])].sort((a, b) => a.sentenceStart - b.sentenceStart);
    const best = new Map<string, FoundMatch>();
    for (const m of matches) if (m.score > (best.get(m.check)?.score ?? -1)) best.set(m.check, m);
    return matches.map((match) => {
      const name = `${match.check} ${match.sentence.replace(/\s+/g, ' ')}`;
      const n = times.get(name) ?? 0;
      times.set(name, n + 1);
      return { key: `${name} ${n}`, block, match, marked: best.get(match.check) === match };
    });
  });
}
