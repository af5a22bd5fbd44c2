/**
 * The score of single claims, from their forward lists: about 0.1 µs a claim however many terms the query has, where
 * looking a claim up in each posting list costs a decoded block apiece.
 */
import { IMPACTS, MOST_REPEATS } from './impact';
import { GROUP, type Sections, SegmentError } from './layout';

/** Weight and worth by term number for the query under way, 0 for terms it does not hold. */
let weights = new Int32Array(0);
let worths = new Int32Array(0);

/** A term of the query by its number in the segment. */
interface Known {
  readonly term: number;
  /** Of BM25, in whole steps. */
  readonly weight: number;
  /** To whoever asks (`sharers.ts`). */
  readonly worth?: number;
}

/** What a claim's terms come to. */
export class Exact {
  score = 0;
  worth = 0;
}
/** Terms of the record being read, and the matching ones with their repeats. */
const said = new Uint32Array(256);
const matched = new Uint32Array(256);
const repeats = new Uint8Array(256);

/** Sets the query's weights for a segment with `terms` terms. Call `forget` afterwards, whatever happens. */
export function learn(terms: number, wanted: readonly Known[]): void {
  if (weights.length < terms) {
    weights = new Int32Array(terms);
    worths = new Int32Array(terms);
  }
  for (const { term, weight, worth = 0 } of wanted) {
    weights[term] = weight;
    worths[term] = worth;
  }
}

export function forget(wanted: readonly { readonly term: number }[]): void {
  for (const { term } of wanted) weights[term] = 0;
}

const exact = new Exact();

/**
 * Whole-number score of a claim by the weights set.
 * @throws SegmentError if its record is malformed.
 */
export function exactScore(sections: Sections, claim: number): number {
  readExact(sections, claim, exact);
  return exact.score;
}

/**
 * Score of a claim by the weights set, and what its terms are worth, each counted once.
 * @throws SegmentError if its record is malformed.
 */
export function readExact({ forward, forwardStarts, lengths }: Sections, claim: number, into: Exact): void {
  // Past the end of `forward` a byte reads as undefined, which counts as 0: no loop runs away.
  let at = forwardStarts[Math.floor(claim / GROUP)] as number;
  let end = at;
  for (let skip = claim % GROUP; skip >= 0; skip--) {
    at = end;
    let byte = forward[at++] as number;
    let length = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = forward[at++] as number;
      length |= (byte & 127) << shift;
    }
    end = at + (length >>> 0);
  }
  const length = lengths[claim] as number;
  let inClaim = 255;
  let found = 0;
  for (let i = -1; i < length; i++) {
    let byte = forward[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = forward[at++] as number;
      value |= (byte & 127) << shift;
    }
    value >>>= 0;
    if (i < 0) {
      inClaim = value >>> 1;
      continue;
    }
    const shared = i >= inClaim && (value & 1) === 1;
    const term = shared ? (said[(value >>> 1) & 255] as number) : i < inClaim ? value >>> 1 : value >>> 2;
    said[i] = term;
    if (!((weights[term] as number) > 0)) continue;
    let m = 0;
    while (m < found && matched[m] !== term) m++;
    if (m === found) {
      matched[found++] = term;
      repeats[m] = 1;
    } else if ((repeats[m] as number) < MOST_REPEATS) repeats[m] = (repeats[m] as number) + 1;
  }
  if (at !== end) throw new SegmentError('the segment is malformed: a forward list of the wrong length');
  into.score = 0;
  into.worth = 0;
  for (let m = 0; m < found; m++) {
    const term = matched[m] as number;
    into.score += (weights[term] as number) * (IMPACTS[((repeats[m] as number) << 8) | length] as number);
    into.worth += worths[term] as number;
  }
}
