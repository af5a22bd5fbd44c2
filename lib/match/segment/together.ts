/**
 * In how many claims two terms stand together: counted if the rarer stands in few claims, else guessed from some of
 * them, spread evenly over its list. Takes microseconds however long the lists are.
 */
import { Cursor } from './cursor';
import { isWide, type Sections, WINDOW, windowsOf } from './layout';

/** Claims of the rarer term looked at. */
export const LOOKED_AT = 128;

const rarer = new Cursor();
const other = new Cursor();

/**
 * How many claims hold both terms, given by their numbers in the segment.
 * @throws SegmentError if the bytes are malformed.
 */
export function together(sections: Sections, s: number, t: number): number {
  // Terms are numbered by falling frequency.
  const rare = Math.max(s, t);
  const common = Math.min(s, t);
  const size = sections.lengths.length;
  const frequency = sections.frequencies[rare] as number;
  const looked = Math.min(frequency, LOOKED_AT);
  const isHeld = isWide(sections.frequencies[common] as number, size) ? inWide : inNarrow;
  if (isHeld === inNarrow) other.open(sections, common, 0);
  let hits = 0;
  if (isWide(frequency, size)) {
    for (let k = 0; k < looked; k++) {
      const claim = claimAt(sections, rare, Math.floor(((k + 0.5) * frequency) / looked));
      if (isHeld(sections, common, claim)) hits++;
    }
    return (hits * frequency) / looked;
  }
  rarer.open(sections, rare, 0);
  let seen = 0;
  let claim = -1;
  for (let k = 0; k < looked; k++) {
    claim = rarer.seek(
      frequency <= LOOKED_AT ? claim + 1 : Math.max(claim + 1, Math.floor((k * size) / looked)),
    );
    if (claim >= size) break;
    seen++;
    if (isHeld(sections, common, claim)) hits++;
  }
  return seen === 0 ? 0 : (hits * frequency) / seen;
}

/** The claim of posting `i` of a wide list. */
function claimAt(
  { postingWords, postingStarts, windowStarts, lengths }: Sections,
  term: number,
  i: number,
): number {
  const windows = windowsOf(lengths.length);
  const table = term * (windows + 1);
  let window = 0;
  while (window < windows - 1 && (windowStarts[table + window + 1] as number) <= i) window++;
  const word = postingWords[((postingStarts[term] as number) >> 1) + i] as number;
  return window * WINDOW + (word >> 1);
}

/** Does a wide list hold the claim? */
function inWide(
  { postingWords, postingStarts, windowStarts, lengths }: Sections,
  term: number,
  claim: number,
): boolean {
  const window = Math.floor(claim / WINDOW);
  const table = term * (windowsOf(lengths.length) + 1) + window;
  const start = (postingStarts[term] as number) >> 1;
  const place = claim % WINDOW;
  let low = start + (windowStarts[table] as number);
  let high = start + (windowStarts[table + 1] as number);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = (postingWords[middle] as number) >> 1;
    if (found === place) return true;
    if (found < place) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Does the list that `other` reads hold the claim? Claims must rise. */
const inNarrow = (_: Sections, __: number, claim: number): boolean => other.seek(claim) === claim;
