/**
 * Posting lists: for each term, the claims that hold it in rising order. A posting is one variable-length number,
 * `(gap - 1) << 1 | repeated`, where the gap is counted from the claim before (or from the last claim of the block
 * before), so that claims can only rise; a repeated term is followed by one byte, its number of occurrences.
 *
 * In a wide list (`isWide`) a posting is a 16-bit word, `place in its window << 1 | repeated`; a table tells where each
 * window's start. The numbers of occurrences follow the last.
 */
import { ByteWriter } from './bytes';
import type { Row } from './collect';
import { IMPACTS, MOST_REPEATS } from './impact';
import { BLOCK, isWide, WINDOW, windowsOf } from './layout';

export interface Inverted {
  readonly postings: Uint8Array;
  readonly postingStarts: Uint32Array;
  readonly termImpacts: Uint8Array;
  readonly firstBlocks: Uint32Array;
  readonly windowStarts: Uint32Array;
  readonly blockLasts: Uint32Array;
  readonly blockStarts: Uint32Array;
  readonly blockImpacts: Uint8Array;
}

/** Inverts `rows`, which are in their final order, with terms numbered by falling frequency. */
export function writePostings(rows: readonly Row[], frequencies: Uint32Array): Inverted {
  const terms = frequencies.length;
  const { claims, repeats, ends } = invert(rows, frequencies);
  const out = new ByteWriter();
  const postingStarts = new Uint32Array(terms + 1);
  const termImpacts = new Uint8Array(terms);
  const firstBlocks: number[] = [0];
  const blockLasts: number[] = [];
  const blockStarts: number[] = [];
  const blockImpacts: number[] = [];
  const windows = windowsOf(rows.length);
  const windowStarts: number[] = [];
  for (let term = 0; term < terms; term++) {
    const end = ends[term] as number;
    const start = end - (frequencies[term] as number);
    const blocked = end - start > BLOCK;
    const wide = isWide(end - start, rows.length);
    if (wide && out.length % 2 === 1) out.byte(0);
    postingStarts[term] = out.length;
    if (blocked)
      windowStarts.push(
        ...(wide ? countByWindow(claims.subarray(start, end), windows) : new Uint32Array(windows + 1)),
      );
    if (wide)
      for (let i = start; i < end; i++) {
        const word = (((claims[i] as number) % WINDOW) << 1) | ((repeats[i] as number) > 1 ? 1 : 0);
        out.byte(word & 255);
        out.byte(word >> 8);
      }
    let last = -1;
    for (let from = start; from < end; from += BLOCK) {
      if (blocked) blockStarts.push(out.length);
      const to = Math.min(from + BLOCK, end);
      let most = 0;
      for (let i = from; i < to; i++) {
        const claim = claims[i] as number;
        const tf = repeats[i] as number;
        if (!wide) out.number(((claim - last - 1) << 1) | (tf > 1 ? 1 : 0));
        if (tf > 1) out.byte(tf);
        last = claim;
        const length = (rows[claim] as Row).occurrences.length;
        most = Math.max(most, IMPACTS[(tf << 8) | length] as number);
      }
      termImpacts[term] = Math.max(termImpacts[term] as number, most);
      if (blocked) {
        blockLasts.push(last);
        blockImpacts.push(most);
      }
    }
    if (blocked) firstBlocks.push(blockLasts.length);
  }
  postingStarts[terms] = out.length;
  return {
    postings: out.bytes,
    postingStarts,
    termImpacts,
    firstBlocks: Uint32Array.from(firstBlocks),
    windowStarts: Uint32Array.from(windowStarts),
    blockLasts: Uint32Array.from(blockLasts),
    blockStarts: Uint32Array.from(blockStarts),
    blockImpacts: Uint8Array.from(blockImpacts),
  };
}

/** How many of `claims`, which rise, come before each window; and how many there are. */
function countByWindow(claims: Uint32Array, windows: number): Uint32Array {
  const before = new Uint32Array(windows + 1);
  for (const claim of claims) {
    const next = Math.floor(claim / WINDOW) + 1;
    before[next] = (before[next] as number) + 1;
  }
  for (let w = 1; w <= windows; w++) before[w] = (before[w] as number) + (before[w - 1] as number);
  return before;
}

/** All postings in two arrays, term after term; `ends` says where each term's stop. */
function invert(rows: readonly Row[], frequencies: Uint32Array) {
  const ends = new Uint32Array(frequencies.length);
  let total = 0;
  frequencies.forEach((frequency, term) => {
    ends[term] = total;
    total += frequency;
  });
  const claims = new Uint32Array(total);
  const repeats = new Uint8Array(total);
  /** Last claim that each term was seen in. */
  const seen = new Int32Array(frequencies.length).fill(-1);
  rows.forEach(({ occurrences }, claim) => {
    for (const o of occurrences) {
      const term = o >> 1;
      const end = ends[term] as number;
      if (seen[term] === claim) {
        repeats[end - 1] = Math.min(MOST_REPEATS, (repeats[end - 1] as number) + 1);
        continue;
      }
      seen[term] = claim;
      claims[end] = claim;
      repeats[end] = 1;
      ends[term] = end + 1;
    }
  });
  return { claims, repeats, ends };
}
