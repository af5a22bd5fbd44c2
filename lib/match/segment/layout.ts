/**
 * Where everything lies in a segment's one ArrayBuffer. All numbers are little-endian; a header of 32-bit words names
 * the counts, and the sections follow in the order below, each aligned to 4 bytes, so that every section is a view.
 *
 * Claims are numbered by length, then by id: a claim's number is its rank in that order. Terms are numbered by
 * falling document frequency. A term in more than one block's worth of claims has a table of its blocks.
 */

/** A segment's bytes are not what they must be. `message` says what is wrong. */
export class SegmentError extends Error {
  override readonly name = 'SegmentError';
}

/** `FMSG` */
export const MAGIC = 0x47534d46;
export const VERSION = 2;

/** Claims to a block of postings. */
export const BLOCK = 128;
/** Claims to an entry of the offset tables of `forward` and `ids`. */
export const GROUP = 16;

/** Words of the header. */
export const HEADER_WORDS = 16;
export const H = {
  magic: 0,
  version: 1,
  /** Length of the whole buffer in bytes. */
  bytes: 2,
  /** `checksum` of everything after this word. */
  checksum: 3,
  claims: 4,
  terms: 5,
  /** Slots of the term table, a power of two. */
  slots: 6,
  /** Terms with a block table: those in more than `BLOCK` claims; they are numbered first. */
  blocked: 7,
  /** Blocks of those terms together. */
  blocks: 8,
  /** Bytes of the postings, the forward lists, the ids and what all ids begin with. */
  postings: 9,
  forward: 10,
  ids: 11,
  prefix: 12,
  /** Bytes of the table of languages. */
  languages: 13,
} as const;

/** Counts as the header names them. */
export interface Counts {
  readonly claims: number;
  readonly terms: number;
  readonly slots: number;
  readonly blocked: number;
  readonly blocks: number;
  readonly postings: number;
  readonly forward: number;
  readonly ids: number;
  readonly prefix: number;
  readonly languages: number;
}

/** The sections, as views into the buffer. */
export interface Sections {
  /** Open addressing by `slotOf`: term number + 1, 0 for an empty slot. */
  readonly slots: Uint32Array;
  readonly hashes: Int32Array;
  readonly frequencies: Uint32Array;
  /** Where a term's postings start; one more entry for the end. */
  readonly postingStarts: Uint32Array;
  /** First block of each blocked term; one more entry for the end. */
  readonly firstBlocks: Uint32Array;
  /** Of each blocked term, how many of its postings come before each window; one more entry for all. Wide terms' hold. */
  readonly windowStarts: Uint32Array;
  /** Last claim of each block, and where in `postings` the block starts (of a wide list, its numbers of occurrences). */
  readonly blockLasts: Uint32Array;
  readonly blockStarts: Uint32Array;
  /** Where each group of `GROUP` claims starts in `forward` and `ids`; one more entry for the end. */
  readonly forwardStarts: Uint32Array;
  readonly idStarts: Uint32Array;
  /** `NUMBER` and `YEAR` of each term. */
  readonly kinds: Uint8Array;
  /** Largest impact of a term, and of each block. */
  readonly termImpacts: Uint8Array;
  readonly blockImpacts: Uint8Array;
  /** Term occurrences of each claim with its title. */
  readonly lengths: Uint8Array;
  readonly postings: Uint8Array;
  /** The same bytes as 16-bit words: lists that are `isWide` are read from these. */
  readonly postingWords: Uint16Array;
  readonly forward: Uint8Array;
  readonly ids: Uint8Array;
  readonly prefix: Uint8Array;
  readonly languages: Uint8Array;
}

const align = (bytes: number) => (bytes + 3) & ~3;

/** Lays the sections over `buffer`, which must be of `bytesOf(counts)` bytes. */
export function sectionsOf(buffer: ArrayBuffer, counts: Counts): Sections {
  const c = counts;
  let at = HEADER_WORDS * 4;
  const place = (bytes: number) => {
    const from = at;
    at += align(bytes);
    return from;
  };
  const words = (n: number) => new Uint32Array(buffer, place(4 * n), n);
  const bytes = (n: number) => new Uint8Array(buffer, place(n), n);
  const groups = Math.ceil(c.claims / GROUP) + 1;
  const views = {
    slots: words(c.slots),
    hashes: new Int32Array(buffer, place(4 * c.terms), c.terms),
    frequencies: words(c.terms),
    postingStarts: words(c.terms + 1),
    firstBlocks: words(c.blocked + 1),
    windowStarts: words(c.blocked * (windowsOf(c.claims) + 1)),
    blockLasts: words(c.blocks),
    blockStarts: words(c.blocks),
    forwardStarts: words(groups),
    idStarts: words(groups),
    kinds: bytes(c.terms),
    termImpacts: bytes(c.terms),
    blockImpacts: bytes(c.blocks),
    lengths: bytes(c.claims),
    postings: bytes(c.postings),
    forward: bytes(c.forward),
    ids: bytes(c.ids),
    prefix: bytes(c.prefix),
    languages: bytes(c.languages),
  };
  const { byteOffset } = views.postings;
  return { ...views, postingWords: new Uint16Array(buffer, byteOffset, c.postings >> 1) };
}

/**
 * Is the list of a term in this many of `claims` claims written in 16-bit words, by windows? Lists of rare words, which
 * are read whole for every sentence, are: they are read several times faster than numbers of variable length.
 */
export const isWide = (frequency: number, claims: number): boolean =>
  frequency > BLOCK && frequency * 32 <= claims;

/** Claims to a window of wide lists: a place in it and a flag fill 16 bits. */
export const WINDOW = 1 << 15;
/** How many windows a segment has. */
export const windowsOf = (claims: number): number => Math.ceil(claims / WINDOW);

/** Length in bytes of a segment with these counts. */
export function bytesOf(c: Counts): number {
  const groups = Math.ceil(c.claims / GROUP) + 1;
  const words =
    HEADER_WORDS +
    c.slots +
    2 * c.terms +
    (c.terms + 1) +
    (c.blocked + 1) +
    c.blocked * (windowsOf(c.claims) + 1) +
    2 * c.blocks +
    2 * groups;
  const byteSections = [
    c.terms,
    c.terms,
    c.blocks,
    c.claims,
    c.postings,
    c.forward,
    c.ids,
    c.prefix,
    c.languages,
  ];
  return byteSections.reduce((sum, n) => sum + align(n), 4 * words);
}

/** First slot to try for a term. FNV's low bits are good enough to be taken as they are. */
export const slotOf = (hash: number, slots: number): number => (hash ^ (hash >>> 15)) & (slots - 1);

/**
 * A 32-bit sum over all words from `from`, in four lanes that a processor can run side by side (as xxHash32 does).
 * It tells damage by accident, not by intent.
 */
export function checksum(words: Int32Array, from: number): number {
  const PRIME = 0x9e3779b1;
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  let i = from;
  for (const end = words.length - 3; i < end; i += 4) {
    a = Math.imul(a ^ (words[i] as number), PRIME);
    b = Math.imul(b ^ (words[i + 1] as number), PRIME);
    c = Math.imul(c ^ (words[i + 2] as number), PRIME);
    d = Math.imul(d ^ (words[i + 3] as number), PRIME);
  }
  for (; i < words.length; i++) a = Math.imul(a ^ (words[i] as number), PRIME);
  const e = a ^ (b >>> 7) ^ (b << 25) ^ (c >>> 14) ^ (c << 18) ^ (d >>> 21) ^ (d << 11);
  return Math.imul(e ^ (e >>> 15), 0x85ebca77) | 0;
}
