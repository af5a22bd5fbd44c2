/**
 * A first guess at the best claims: those that hold the query's rarest terms. What the worst of `k` such claims scores
 * is a bar that the best `k` must reach, and nearly always close to theirs.
 */
import type { Cursor } from './cursor';
import { exactScore } from './exact';
import { IMPACTS } from './impact';
import type { Sections } from './layout';
import { isOff } from './off';

/** Most postings looked at. */
const MOST_POSTINGS = 1_024;

/** A table of claims by open addressing, twice as large as it can get full: claim + 1, and the score so far. */
const SLOTS = 2 * MOST_POSTINGS;
const claims = new Int32Array(SLOTS);
const scores = new Int32Array(SLOTS);
const taken = new Int32Array(MOST_POSTINGS);

/** Most claims scored in full: nobody asks for the best hundreds of a sentence. */
const MOST_SCORED = 96;
const partial = new Int32Array(MOST_SCORED);
const best = new Int32Array(MOST_SCORED);

/**
 * A score that at least `k` claims reach that are not `off`, whole steps; 0 if too few hold a rare term. Moves no cursor
 * it is given.
 */
export function seedBar(
  sections: Sections,
  lists: readonly Cursor[],
  k: number,
  off: Uint8Array | undefined,
): number {
  if (k > MOST_SCORED) return 0;
  let count = 0;
  let left = MOST_POSTINGS;
  for (const list of lists) {
    left -= list.frequency;
    if (left < 0) break;
    count = add(list, sections.lengths, off, count);
  }
  // Partial scores: the common terms will change the order, so half as many again are scored in full.
  const most = Math.min(MOST_SCORED, k + (k >> 1));
  let scored = 0;
  for (let i = 0; i < count; i++) {
    const slot = taken[i] as number;
    scored = insert(partial, scored, most, scores[slot] as number, (claims[slot] as number) - 1);
    claims[slot] = 0;
    scores[slot] = 0;
  }
  if (scored < k) return 0;
  const exact = best.slice(0, scored).map((claim) => exactScore(sections, claim));
  return exact.sort((a, b) => b - a)[k - 1] as number;
}

/** Keeps `score` and its claim among the `most` highest, in falling order; returns how many there are. */
function insert(list: Int32Array, count: number, most: number, score: number, claim: number): number {
  if (count === most && score <= (list[count - 1] as number)) return count;
  let i = count === most ? count - 1 : count;
  for (; i > 0 && (list[i - 1] as number) < score; i--) {
    list[i] = list[i - 1] as number;
    best[i] = best[i - 1] as number;
  }
  list[i] = score;
  best[i] = claim;
  return Math.min(count + 1, most);
}

function add(list: Cursor, lengths: Uint8Array, off: Uint8Array | undefined, before: number): number {
  let count = before;
  list.forEach((claim, repeats) => {
    if (off && isOff(off, claim)) return;
    const score = list.weight * (IMPACTS[(repeats << 8) | (lengths[claim] as number)] as number);
    let slot = Math.imul(claim, 0x9e3779b1) >>> 21;
    while (claims[slot] !== 0 && claims[slot] !== claim + 1) slot = (slot + 1) & (SLOTS - 1);
    if (claims[slot] === 0) {
      claims[slot] = claim + 1;
      taken[count++] = slot;
    }
    scores[slot] = (scores[slot] as number) + score;
  });
  return count;
}
