/**
 * Where everything lies in a way index's one ArrayBuffer: a header, which sets each way needs, and a phrase table that
 * finds the sets. All numbers are little-endian 32-bit words. Sets and ways are numbered; a way is listed under the
 * first, rarest of the sets it needs.
 */

/** `FMWY` */
export const MAGIC = 0x59574d46;
/** To be raised whenever other ways of saying would be found through the same bytes (`anchors.ts`, `spellings.ts`). */
export const VERSION = 1;

export const HEADER_WORDS = 12;
export const H = {
  magic: 0,
  version: 1,
  /** Length of the index in bytes, its phrase table included. */
  bytes: 2,
  /** `checksum` of the words between this and the phrase table, which has one of its own. */
  checksum: 3,
  /** What the index was made from, as the maker tells it. */
  fingerprint: 4,
  ways: 5,
  sets: 6,
  /** Ways that need at least one set; the others are never found. */
  listed: 7,
  /** Needs of all ways together. */
  needs: 8,
} as const;

export interface Counts {
  readonly ways: number;
  readonly sets: number;
  readonly listed: number;
  readonly needs: number;
}

/** The sections, as views into the buffer. */
export interface Sections {
  /** Where each set's ways start in `listed`; one more for the end. */
  readonly firsts: Uint32Array;
  readonly listed: Uint32Array;
  /** Where each way's needs start in `needs`; one more for the end. */
  readonly needStarts: Uint32Array;
  readonly needs: Uint32Array;
  /** One bit a way, for the maker to tell ways apart before they are compiled. */
  readonly marks: Uint32Array;
}

const sizes = (c: Counts) => [c.sets + 1, c.listed, c.ways + 1, c.needs, Math.ceil(c.ways / 32)] as const;

export function sectionsOf(buffer: ArrayBuffer, c: Counts): Sections {
  let from = HEADER_WORDS * 4;
  const [firsts, listed, needStarts, needs, marks] = sizes(c).map((words) => {
    const section = new Uint32Array(buffer, from, words);
    from += 4 * words;
    return section;
  }) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  return { firsts, listed, needStarts, needs, marks };
}

/** Bytes before the phrase table. */
export const bytesBefore = (c: Counts): number => 4 * sizes(c).reduce((sum, n) => sum + n, HEADER_WORDS);
