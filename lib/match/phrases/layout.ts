/**
 * Where everything lies in a phrase table's one ArrayBuffer. All numbers are little-endian 32-bit words: a header,
 * two filters, the buckets, the entries; each section is a view.
 *
 * A phrase is a run of token hashes filed under one anchor: two adjacent tokens of it, or its only token. An entry
 * holds the phrase's number, its length, where in it the anchor ends, and all its tokens, so that a hit of the anchor
 * is confirmed where it was found. Entries with the same bucket of anchor hashes stand next to each other.
 */

/** A phrase table's bytes are not what they must be. `message` says what is wrong. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

/** `FMPH` */
export const MAGIC = 0x48504d46;
export const VERSION = 1;

export const HEADER_WORDS = 16;
export const H = {
  magic: 0,
  version: 1,
  /** Length of the table in bytes. */
  bytes: 2,
  /** `checksum` of everything after this word. */
  checksum: 3,
  /** Numbers given to phrases: they are below this. */
  phrases: 4,
  /** Anchors of one token, of two: how many phrases are filed under them. */
  singles: 5,
  pairs: 6,
  /** Words of the two filters, powers of two. */
  singleFilter: 7,
  pairFilter: 8,
  /** Buckets of either kind, powers of two. */
  singleBuckets: 9,
  pairBuckets: 10,
  /** Words of all entries. */
  entries: 11,
  /** Length in tokens of the longest phrase. */
  longest: 12,
} as const;

/** Counts as the header names them. */
export interface Counts {
  readonly phrases: number;
  readonly singles: number;
  readonly pairs: number;
  readonly singleFilter: number;
  readonly pairFilter: number;
  readonly singleBuckets: number;
  readonly pairBuckets: number;
  readonly entries: number;
  readonly longest: number;
}

/** The sections, as views into the buffer. */
export interface Sections {
  /** A word of bits per few anchors; an anchor sets `filterBits` of its hash in the word at `filterWord`. */
  readonly singleFilter: Int32Array;
  readonly pairFilter: Int32Array;
  /** Where each bucket's entries start; one more for the end. */
  readonly buckets: Uint32Array;
  /** Entries: number, length and end of the anchor (`shape`), tokens. */
  readonly entries: Int32Array;
}

/** Words of an entry before its tokens. */
export const ENTRY_HEAD = 2;
/** Most tokens of a phrase. */
export const LONGEST = 0xffff;

/** Length of a phrase and the place of its anchor's last token in it, in one word. */
export const shape = (length: number, anchor: number): number => length | (anchor << 16);

/** Hash of an anchor of two tokens; all its bits depend on both. Asked for every word of a page, so kept short. */
export function pairHash(a: number, b: number): number {
  let x = (Math.imul(a, 0x9e3779b1) + b) | 0;
  x = Math.imul(x ^ (x >>> 15), 0x85ebca77);
  return x ^ (x >>> 13);
}

/** Hash of an anchor of one token: token hashes are good hashes, but for their upper bits in short words. */
export const singleHash = (a: number): number => a ^ (a >>> 15);

/** The filter word of a hash, before masking: other bits than those that `filterBits` reads. */
export const filterWord = (hash: number): number => hash >>> 10;
/** Two bits for each hash. */
export const filterBits = (hash: number): number => (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
/**
 * The bucket of a hash, before masking. Anchors of one token have buckets of their own, after those of two: so no entry
 * is looked at twice for the same place in a text.
 */
export const bucketOf = (hash: number): number => hash >>> 7;

/** How many buckets there are: first those of pairs. */
export const bucketsOf = (c: Counts): number => c.pairBuckets + c.singleBuckets;

/** Lays the sections over `buffer` from byte `at`; the counts must fit. */
export function sectionsOf(buffer: ArrayBuffer, at: number, c: Counts): Sections {
  let from = at + HEADER_WORDS * 4;
  const place = (words: number) => {
    const start = from;
    from += 4 * words;
    return start;
  };
  return {
    singleFilter: new Int32Array(buffer, place(c.singleFilter), c.singleFilter),
    pairFilter: new Int32Array(buffer, place(c.pairFilter), c.pairFilter),
    buckets: new Uint32Array(buffer, place(bucketsOf(c) + 1), bucketsOf(c) + 1),
    entries: new Int32Array(buffer, place(c.entries), c.entries),
  };
}

/** Length in bytes of a table with these counts. */
export const bytesOf = (c: Counts): number =>
  4 * (HEADER_WORDS + c.singleFilter + c.pairFilter + bucketsOf(c) + 1 + c.entries);
