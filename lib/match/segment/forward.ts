/**
 * Forward lists: for each claim its terms in reading order, so that a scorer needs no text. A record is the number
 * of terms in the claim `<< 1 | negated`, then the claim's occurrences as `term << 1 | name`, then the title's: a term
 * that the claim holds too as `place in the claim << 1 | 1`, any other as `term << 2 | name << 1`.
 */
import type { ByteWriter } from './bytes';
import type { Rows } from './collect';
import { SegmentError } from './layout';
import { NAME, TITLE } from './terms';

/** Writes the record of one row. Titles capitalise at will, so a shared term is a name if the claim says so. */
export function writeForward(rows: Rows, row: number, to: ByteWriter): void {
  const chunk = rows.chunkOf(row);
  const from = rows.startOf(row);
  const title = from + rows.inClaim(row);
  const end = from + rows.lengthOf(row);
  to.number(((title - from) << 1) | (rows.isNegated(row) ? 1 : 0));
  for (let i = from; i < title; i++) to.number(chunk[i] as number);
  for (let i = title; i < end; i++) {
    const o = chunk[i] as number;
    let at = from;
    while (at < title && (chunk[at] as number) >> 1 !== o >> 1) at++;
    to.number(at === title ? ((o >> 1) << 2) | ((o & 1) << 1) : ((at - from) << 1) | 1);
  }
}

/** The terms of one claim: parallel arrays of which the first `length` entries hold. To be used again and again. */
export class ClaimTerms {
  length = 0;
  /** How many of them stand in the claim; the rest stand in the title. */
  inClaim = 0;
  /** Does the claim itself hold a word that denies? */
  negated = false;
  /** Numbers of the terms in their segment. */
  readonly terms = new Uint32Array(256);
  readonly hashes = new Int32Array(256);
  /** `NAME`, `NUMBER`, `YEAR`, `TITLE`. */
  readonly flags = new Uint8Array(256);
}

/**
 * Reads the record at `from` of `bytes`, which ends before `to` and holds `length` occurrences.
 * @throws SegmentError if it does not.
 */
export function readForward(
  bytes: Uint8Array,
  from: number,
  to: number,
  length: number,
  table: { readonly hashes: Int32Array; readonly kinds: Uint8Array },
  into: ClaimTerms,
): void {
  let at = from;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= to || shift > 28) throw new SegmentError('a forward list ends in the middle of a number');
      const byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const head = number();
  const inClaim = head >>> 1;
  if (inClaim > length) throw new SegmentError('a forward list holds more terms than its claim');
  into.length = length;
  into.inClaim = inClaim;
  into.negated = (head & 1) === 1;
  for (let i = 0; i < length; i++) {
    const value = number();
    const shared = i >= inClaim && (value & 1) === 1;
    const place = value >>> 1;
    if (shared && place >= inClaim) throw new SegmentError('a title refers past the end of its claim');
    const term = shared ? (into.terms[place] as number) : i < inClaim ? value >>> 1 : value >>> 2;
    if (term >= table.hashes.length) throw new SegmentError('a forward list names a term that is not there');
    const name = shared ? (into.flags[place] as number) & NAME : i < inClaim ? value & 1 : (value >>> 1) & 1;
    into.terms[i] = term;
    into.hashes[i] = table.hashes[term] as number;
    into.flags[i] = (name === 0 ? 0 : NAME) | (i < inClaim ? 0 : TITLE) | (table.kinds[term] as number);
  }
  if (at !== to) throw new SegmentError('a forward list is longer than its claim');
}
