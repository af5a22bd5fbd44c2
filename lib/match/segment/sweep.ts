/**
 * One sweep over a segment: finds the claims that may be among the best without scoring the rest. MaxScore (H. Turtle &
 * J. Flood, “Query evaluation: strategies and optimizations”, 1995) by windows of claims with the bounds of their
 * blocks (S. Ding & T. Suel, “Faster top-k document retrieval using block-max indexes”, 2011), as Lucene does it.
 * As claims are numbered by length, bounds fall from window to window, and later windows are soon skipped whole.
 */
import { Cursor, END } from './cursor';
import { exactScore, forget, learn } from './exact';
import { IMPACTS } from './impact';
import type { Sections } from './layout';
import { isOff } from './off';
import { seedBar } from './seed';
import type { Top } from './top';

/** Claims to a window. Its scores fit a processor's nearest cache (32 kB). */
const WINDOW = 8_192;

/** A term of the query that the segment holds. */
export interface Wanted {
  readonly term: number;
  readonly weight: number;
}

/**
 * Lists are set aside, to be looked up for single claims only, while together they are worth no more than this share
 * of what a claim must reach. A larger share leaves fewer postings to read and more claims to look up; measured.
 */
const SET_ASIDE = 0.35;

/** With fewer postings than this, reading them all costs less than a first guess. */
const WORTH_SEEDING = 16_384;

/** Scratch, used again by every sweep. `scores` is all zero between windows. */
const scores = new Int32Array(WINDOW);
const reached = new Int32Array(WINDOW);
const pool: Cursor[] = [];

/** A segment's sections, and the claims of it that are off. */
export interface Swept {
  readonly sections: Sections;
  readonly off: Uint8Array | undefined;
}

/**
 * Offers `top`, which keeps `k`, every claim of the segment that can get into it with a score of at least `floor`
 * (whole steps); none that is off. `wanted` is sorted by weight, heaviest first.
 * @throws SegmentError if the segment's bytes are malformed.
 */
export function sweep(
  swept: Swept,
  segment: number,
  wanted: readonly Wanted[],
  top: Top,
  floor: number,
): void {
  const { sections, off } = swept;
  while (pool.length < wanted.length) pool.push(new Cursor());
  const lists = pool.slice(0, wanted.length);
  learn(sections.hashes.length, wanted);
  try {
    wanted.forEach(({ term, weight }, i) => {
      lists[i]?.open(sections, term, weight);
    });
    const postings = lists.reduce((n, list) => n + list.frequency, 0);
    const seeded = top.full || postings < WORTH_SEEDING ? 0 : seedBar(sections, lists, top.most, off);
    sweepWindows(swept, segment, lists, top, Math.max(floor, seeded));
  } catch (error) {
    scores.fill(0);
    throw error;
  } finally {
    forget(wanted);
  }
}

function sweepWindows(
  { sections, off }: Swept,
  segment: number,
  lists: readonly Cursor[],
  top: Top,
  floor: number,
): void {
  const size = sections.lengths.length;
  const n = lists.length;
  /** Most that a claim of the window scores by list `i` and all after it. */
  const rest = new Int32Array(n + 1);
  for (let from = 0; from < size; from += WINDOW) {
    const to = Math.min(from + WINDOW, size);
    // Claims of another segment with the same score may go after: they must be offered, hence no “+ 1”.
    const bar = top.full ? Math.max(floor, top.least) : floor;
    for (let i = n - 1; i >= 0; i--)
      rest[i] = (rest[i + 1] as number) + (lists[i] as Cursor).boundWithin(from, to);
    if ((rest[0] as number) < bar) continue;
    let read = n;
    while (read > 1 && (rest[read - 1] as number) < bar * SET_ASIDE) read--;
    const aside = rest[read] as number;
    let count = 0;
    for (let i = 0; i < read; i++)
      if ((rest[i] as number) > (rest[i + 1] as number))
        count = gather(lists[i] as Cursor, sections.lengths, from, to, bar - aside, count);
    for (let i = 0; i < count; i++) {
      const claim = from + (reached[i] as number);
      if (off && isOff(off, claim)) continue;
      const exact = aside === 0 ? (scores[reached[i] as number] as number) : exactScore(sections, claim);
      if (exact >= bar) top.offer(exact, segment, claim);
    }
    scores.fill(0);
  }
}

/**
 * Adds the scores of all the list's postings in the window, and notes in `reached`, after `before` others, each claim
 * that thereby comes to `least`. Returns how many are noted.
 */
function gather(
  cursor: Cursor,
  lengths: Uint8Array,
  from: number,
  to: number,
  least: number,
  before: number,
): number {
  const { claims, repeats, weight } = cursor;
  const impacts = IMPACTS;
  let count = before;
  let claim = cursor.seek(from);
  for (;;) {
    let at = cursor.at;
    while (claim < to) {
      const place = claim - from;
      const old = scores[place] as number;
      const score =
        old + weight * (impacts[((repeats[at] as number) << 8) | (lengths[claim] as number)] as number);
      scores[place] = score;
      if (score >= least && old < least) reached[count++] = place;
      claim = claims[++at] as number;
    }
    cursor.at = at;
    if (claim < END || !cursor.nextBlock()) return count;
    claim = claims[0] as number;
  }
}
