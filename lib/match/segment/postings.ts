/**
 * Posting lists: for each term, the claims that hold it in rising order. A posting is one variable-length number,
 * `(gap - 1) << 1 | repeated`, where the gap is counted from the claim before (or from the last claim of the block
 * before), so that claims can only rise; a repeated term is followed by one byte, its number of occurrences.
 *
 * In a wide list (`isWide`) a posting is a 16-bit word, `place in its window << 1 | repeated`; a table tells where each
 * window's start. The numbers of occurrences follow the last.
 */
import { ByteWriter } from './bytes';
import type { Rows } from './collect';
import { Column } from './growing';
import { IMPACTS, MOST_REPEATS } from './impact';
import { BLOCK, isWide, WINDOW, windowsOf } from './layout';

export interface Inverted {
  readonly postings: ByteWriter;
  readonly postingStarts: Uint32Array;
  readonly termImpacts: Uint8Array;
  readonly firstBlocks: Uint32Array;
  readonly windowStarts: Uint32Array;
  readonly blockLasts: Uint32Array;
  readonly blockStarts: Uint32Array;
  readonly blockImpacts: Uint8Array;
}

/** Claims inverted, and postings written, before others get a turn. */
const TURN = 2_000;
const TURN_POSTINGS = 50_000;

const words = (length: number) => new Uint32Array(length);

/**
 * Inverts `rows`, which come in `order` and whose terms are numbered by falling frequency. `lengths`: of each claim in
 * that order.
 */
export function* writePostings(
  rows: Rows,
  order: Uint32Array,
  lengths: Uint8Array,
  frequencies: Uint32Array,
): Generator<void, Inverted> {
  const terms = frequencies.length;
  const { claims, repeats, ends } = yield* invert(rows, order, frequencies);
  const out = new ByteWriter();
  const postingStarts = new Uint32Array(terms + 1);
  const termImpacts = new Uint8Array(terms);
  const firstBlocks = new Column(words);
  const blockLasts = new Column(words);
  const blockStarts = new Column(words);
  const blockImpacts = new Column((length) => new Uint8Array(length));
  const windows = windowsOf(order.length);
  const windowStarts = new Column(words);
  const none = new Uint32Array(windows + 1);
  let turn = 0;
  firstBlocks.push(0);
  for (let term = 0; term < terms; term++) {
    const end = ends[term] as number;
    const start = end - (frequencies[term] as number);
    turn += end - start + 10;
    if (turn > TURN_POSTINGS) {
      turn = 0;
      yield;
    }
    const blocked = end - start > BLOCK;
    const wide = isWide(end - start, order.length);
    if (wide && out.length % 2 === 1) out.byte(0);
    postingStarts[term] = out.length;
    if (blocked)
      for (const before of wide ? countByWindow(claims.subarray(start, end), windows) : none)
        windowStarts.push(before);
    if (wide) writeWide(claims, repeats, start, end, out);
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
        most = Math.max(most, IMPACTS[(tf << 8) | (lengths[claim] as number)] as number);
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
    postings: out,
    postingStarts,
    termImpacts,
    firstBlocks: firstBlocks.all,
    windowStarts: windowStarts.all,
    blockLasts: blockLasts.all,
    blockStarts: blockStarts.all,
    blockImpacts: blockImpacts.all,
  };
}

function writeWide(claims: Uint32Array, repeats: Uint8Array, start: number, end: number, out: ByteWriter) {
  for (let i = start; i < end; i++) {
    const word = (((claims[i] as number) % WINDOW) << 1) | ((repeats[i] as number) > 1 ? 1 : 0);
    out.byte(word & 255);
    out.byte(word >> 8);
  }
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
function* invert(rows: Rows, order: Uint32Array, frequencies: Uint32Array) {
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
  for (let claim = 0; claim < order.length; claim++) {
    if (claim % TURN === 0) yield;
    const row = order[claim] as number;
    const chunk = rows.chunkOf(row);
    const from = rows.startOf(row);
    for (let i = from; i < from + rows.lengthOf(row); i++) {
      const term = (chunk[i] as number) >> 1;
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
  }
  return { claims, repeats, ends };
}
