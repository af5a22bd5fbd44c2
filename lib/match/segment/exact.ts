/**
 * The score of single claims, from their forward lists: about 0.1 µs a claim however many terms the query has, where
 * looking a claim up in each posting list costs a decoded block apiece.
 */
import { IMPACTS, MOST_REPEATS } from './impact';
import { GROUP, type Sections, SegmentError } from './layout';

/** Weight by term number for the query under way, 0 for terms it does not hold. */
let weights = new Int32Array(0);
/** Terms of the record being read, and the matching ones with their repeats. */
const said = new Uint32Array(256);
const matched = new Uint32Array(256);
const repeats = new Uint8Array(256);

/** Sets the query's weights for a segment with `terms` terms. Call `forget` afterwards, whatever happens. */
export function learn(
  terms: number,
  wanted: readonly { readonly term: number; readonly weight: number }[],
): void {
  if (weights.length < terms) weights = new Int32Array(terms);
  for (const { term, weight } of wanted) weights[term] = weight;
}

export function forget(wanted: readonly { readonly term: number }[]): void {
  for (const { term } of wanted) weights[term] = 0;
}

/**
 * Whole-number score of a claim by the weights set.
 * @throws SegmentError if its record is malformed.
 */
export function exactScore({ forward, forwardStarts, lengths }: Sections, claim: number): number {
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
  let score = 0;
  for (let m = 0; m < found; m++)
    score +=
      (weights[matched[m] as number] as number) * (IMPACTS[((repeats[m] as number) << 8) | length] as number);
  return score;
}
