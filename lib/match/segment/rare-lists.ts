/**
 * Reads the posting lists of a sentence's rare words side by side and adds up what each claim's are worth. Every posting
 * is read once, about a nanosecond each, without a branch that a processor could guess wrong.
 */
import { isWide, type Sections, SegmentError, WINDOW, windowsOf } from './layout';

/** Most lists, and most that a word may be worth, so that sums fit 16 bits. */
export const MOST_LISTS = 31;
export const MOST_WORTH = Math.floor(0xffff / MOST_LISTS);

/** Sums by place in the window, all zero between windows. */
const sums = new Uint16Array(WINDOW);

/** A term by its number in the segment, -1 if no claim of the segment holds it. */
export interface Listed {
  readonly term: number;
  readonly worth: number;
}

/** Claims of the lists that are not wide, decoded, list after list. Grows to the longest such lists seen. */
let decoded = new Int32Array(1 << 12);

/** Where each list stands: in the words of the segment if wide, else in `decoded`, and where it ends there. */
const ats = new Int32Array(MOST_LISTS);
const ends = new Int32Array(MOST_LISTS);
/** Where a list that is not wide stands in the next window. */
const nexts = new Int32Array(MOST_LISTS);
/** Where the table of its windows starts, -1 if it is not wide. */
const tables = new Int32Array(MOST_LISTS);

/**
 * Calls `visit` once for each claim that holds one of the first `essential` terms and whose terms are worth `bar`
 * (above 0) or more together.
 * @throws SegmentError if the bytes are malformed.
 */
export function readTogether(
  sections: Sections,
  terms: readonly Listed[],
  essential: number,
  bar: number,
  visit: (claim: number) => void,
): void {
  try {
    openAll(sections, terms);
    const size = sections.lengths.length;
    for (let window = 0, from = 0; from < size; window++, from += WINDOW) {
      for (let i = 0; i < terms.length; i++) {
        const { worth } = terms[i] as Listed;
        if ((tables[i] as number) < 0) addDecoded(i, from, worth);
        else addWide(sections, i, window, worth);
      }
      // The essential lists first: the others' places are only set to 0 again, which is quicker than the whole window.
      for (let i = 0; i < terms.length; i++) {
        const least = i < essential ? bar : NEVER;
        if ((tables[i] as number) < 0) visitDecoded(i, from, least, visit);
        else visitWide(sections, i, window, least, visit);
      }
    }
  } catch (error) {
    sums.fill(0);
    throw error;
  }
}

/** More than any sum. */
const NEVER = 0x10000;

function addWide({ postingWords, windowStarts }: Sections, i: number, window: number, worth: number): void {
  const start = ats[i] as number;
  const table = tables[i] as number;
  const to = start + (windowStarts[table + window + 1] as number);
  for (let at = start + (windowStarts[table + window] as number); at < to; at++) {
    const place = (postingWords[at] as number) >> 1;
    sums[place] = (sums[place] as number) + worth;
  }
}

/** Visits the claims of the list in the window that come to `bar`, and sets all its places to 0. */
function visitWide(
  { postingWords, windowStarts, lengths }: Sections,
  i: number,
  window: number,
  bar: number,
  visit: (claim: number) => void,
): void {
  const start = ats[i] as number;
  const table = tables[i] as number;
  const to = start + (windowStarts[table + window + 1] as number);
  for (let at = start + (windowStarts[table + window] as number); at < to; at++) {
    const place = (postingWords[at] as number) >> 1;
    const sum = sums[place] as number;
    sums[place] = 0;
    if (sum < bar) continue;
    const claim = window * WINDOW + place;
    if (claim >= lengths.length) fail();
    visit(claim);
  }
}

function addDecoded(i: number, from: number, worth: number): void {
  const to = from + WINDOW;
  const end = ends[i] as number;
  let at = ats[i] as number;
  for (; at < end && (decoded[at] as number) < to; at++) {
    const place = (decoded[at] as number) - from;
    sums[place] = (sums[place] as number) + worth;
  }
  nexts[i] = at;
}

function visitDecoded(i: number, from: number, bar: number, visit: (claim: number) => void): void {
  const end = nexts[i] as number;
  for (let at = ats[i] as number; at < end; at++) {
    const claim = decoded[at] as number;
    const sum = sums[claim - from] as number;
    sums[claim - from] = 0;
    if (sum >= bar) visit(claim);
  }
  ats[i] = end;
}

/** Sets all lists at their start. */
function openAll(sections: Sections, terms: readonly Listed[]): void {
  const { frequencies, lengths, postingStarts } = sections;
  const size = lengths.length;
  let count = 0;
  for (let i = 0; i < terms.length; i++) {
    const { term } = terms[i] as Listed;
    const frequency = term < 0 ? 0 : (frequencies[term] as number);
    if (isWide(frequency, size)) {
      ats[i] = (postingStarts[term] as number) >> 1;
      tables[i] = term * (windowsOf(size) + 1);
      continue;
    }
    ats[i] = count;
    tables[i] = -1;
    if (frequency > 0) count = decode(sections, term, count);
    ends[i] = count;
  }
}

/** Decodes a list that is not wide to `decoded` from `from`; returns where it ends. */
function decode(
  { postings, postingStarts, frequencies, lengths }: Sections,
  term: number,
  from: number,
): number {
  const to = from + (frequencies[term] as number);
  if (to > decoded.length) {
    const larger = new Int32Array(2 * to);
    larger.set(decoded);
    decoded = larger;
  }
  let at = postingStarts[term] as number;
  let claim = -1;
  for (let i = from; i < to; i++) {
    // Past the end of `postings` a byte reads as undefined, which counts as 0: a short number, no loop.
    let value = postings[at++] as number;
    if (value > 127) {
      let byte = postings[at++] as number;
      value = (value & 127) | ((byte & 127) << 7);
      for (let shift = 14; byte > 127; shift += 7) {
        byte = postings[at++] as number;
        value |= (byte & 127) << shift;
      }
    }
    at += value & 1;
    claim += (value >>> 1) + 1;
    if (claim >= lengths.length) fail();
    decoded[i] = claim;
  }
  return to;
}

function fail(): never {
  throw new SegmentError('the segment is malformed: a posting past its last claim');
}
