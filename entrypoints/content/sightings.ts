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

/** Milliseconds between two tellings. */
const REST = 120;
/**
 * A page that renders a sentence again brings it back, and reading it again takes its time: nothing is taken off the
 * list before that. (What is drawn goes at once when its words do.)
 */
const LOSE_AFTER = 1_500;

export interface Sighting {
  /** The same for the same sentence and check, however often the page renders it again. */
  readonly key: string;
  readonly block: Block;
  readonly match: FoundMatch;
  /** The best sentence for its check in its block gets the badge; the rest are in the lists only. */
  readonly marked: boolean;
}

export interface Sightings {
  /** Takes in the answer for a block: its matches, or none. */
  set(block: Block, matches: readonly FoundMatch[]): void;
  /** The block left the page. */
  lose(block: Block): void;
  /** Text may have come to light or gone out of sight: all is looked at again. */
  look(): void;
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
  const visible = new Map<Block, readonly FoundMatch[]>();
  const doubtful = new Set<Block>();
  let order: Block[] = [];
  let changed = false;
  let running: Promise<void> | undefined;
  let losing: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(losing));

  const run = () => {
    running ??= lookAndTell().finally(() => {
      running = undefined;
    });
  };
  const lookAndTell = async () => {
    while (doubtful.size > 0 || changed) {
      changed = false;
      await inSlices(look(), signal);
      if (signal.aborted) return;
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

  return {
    set(block, matches) {
      if (matches.length > 0) found.set(block, matches);
      else if (!found.delete(block)) return;
      doubtful.add(block);
      changed = true;
      run();
    },
    lose(block) {
      if (!found.delete(block)) return;
      changed = true;
      losing ??= setTimeout(() => {
        losing = undefined;
        run();
      }, LOSE_AFTER);
    },
    look() {
      for (const block of found.keys()) doubtful.add(block);
      changed = true;
      run();
    },
    settled: () => running ?? Promise.resolve(),
    get unseen() {
      for (const [block, matches] of found) if (visible.get(block)?.length !== matches.length) return true;
      return false;
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
