/**
 * A segment opened: an immutable search index of bare claims in one ArrayBuffer, read through views. Nothing is
 * copied and nothing decoded until it is asked for.
 */

import type { Language } from '../language/tag';
import { decode } from './bytes';
import { checked } from './check';
import { ClaimTerms, readForward } from './forward';
import { readLanguages } from './languages';
import { GROUP, type Sections, SegmentError, slotOf } from './layout';
import { checkMask } from './off';
import { type Ask, type Candidate, candidatesOver, type TermHash } from './query';

export { ClaimTerms } from './forward';
export type { Gate } from './gate';
export { SegmentError } from './layout';
export { type Ask, type Candidate, type CandidateOf, candidatesOver, type TermHash } from './query';

export class Segment {
  /** How many claims it holds. They are numbered from 0 by falling brevity, then by id. */
  readonly size: number;

  /** @internal */
  constructor(
    readonly buffer: ArrayBuffer,
    /** @internal */
    readonly sections: Sections,
    private readonly idPrefix: string,
    /** How many claims it holds in each language. */
    readonly languages: ReadonlyMap<Language, number>,
    /** Claims that never are candidates (`off.ts`). They are counted wherever claims are. */
    readonly off: Uint8Array | undefined,
  ) {
    this.size = sections.lengths.length;
  }

  /** Number of the term with this hash in this segment, -1 if no claim holds it. */
  termOf(hash: number): number {
    const { slots, hashes } = this.sections;
    // There is always an empty slot: `checked` counted.
    for (let slot = slotOf(hash, slots.length); ; slot = (slot + 1) & (slots.length - 1)) {
      const term = (slots[slot] as number) - 1;
      if (term < 0 || hashes[term] === hash) return term;
    }
  }

  /** How many claims hold the term. */
  documentFrequency(hash: number): number {
    const term = this.termOf(hash);
    return term < 0 ? 0 : (this.sections.frequencies[term] as number);
  }

  /** The `k` claims that score highest by BM25 for these terms (repetitions count once), best first. */
  candidates(terms: readonly TermHash[], k: number, ask?: Ask): Candidate[] {
    return candidatesOver([this], terms, k, ask);
  }

  /**
   * The terms of a claim with its title. Give `into` to have no memory allocated.
   * @throws RangeError if there is no such claim, SegmentError if the bytes are malformed.
   */
  claimTerms(claim: number, into: ClaimTerms = new ClaimTerms()): ClaimTerms {
    const { forward, forwardStarts, lengths } = this.sections;
    const { from, to } = this.record(forward, forwardStarts, claim);
    readForward(forward, from, to, lengths[claim] as number, this.sections, into);
    return into;
  }

  /** The id of a claim. Errors as `claimTerms`. */
  idOf(claim: number): string {
    const { ids, idStarts } = this.sections;
    const { from, to } = this.record(ids, idStarts, claim);
    return this.idPrefix + decode(ids, from, to);
  }

  /** Calls `visit` with every id, by claim number: quicker than asking for one after the other. Errors as `claimTerms`. */
  eachId(visit: (id: string, claim: number) => void): void {
    const { ids, idStarts } = this.sections;
    for (let claim = 0, from = 0; claim < this.size; claim++) {
      if (claim % GROUP === 0) from = idStarts[claim / GROUP] as number;
      const record = recordAt(ids, from, idStarts[Math.floor(claim / GROUP) + 1] as number);
      visit(this.idPrefix + decode(ids, record.from, record.to), claim);
      from = record.to;
    }
  }

  /** Bytes of a claim's record in a section of grouped records. */
  private record(bytes: Uint8Array, starts: Uint32Array, claim: number): Place {
    if (!(claim >= 0 && claim < this.size)) throw new RangeError(`no claim ${claim} among ${this.size}`);
    const group = Math.floor(claim / GROUP);
    const end = starts[group + 1] as number;
    let record = recordAt(bytes, starts[group] as number, end);
    for (let skip = claim % GROUP; skip > 0; skip--) record = recordAt(bytes, record.to, end);
    return record;
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the record whose length stands at `at` lies, in a group that ends at `end`. */
function recordAt(bytes: Uint8Array, at: number, end: number): Place {
  let from = at;
  let length = 0;
  let byte = 128;
  for (let shift = 0; byte > 127; shift += 7) {
    if (from >= end || shift > 28) throw new SegmentError('the segment is malformed: a record is cut short');
    byte = bytes[from++] as number;
    length |= (byte & 127) << shift;
  }
  const to = from + (length >>> 0);
  if (to > end) throw new SegmentError('the segment is malformed: a record runs past its group');
  return { from, to };
}

/**
 * Opens the segment in `buffer`, which must not change while the segment is in use. `off`: claims that are never to be
 * found (`off.ts`).
 * @throws SegmentError if the bytes are not a segment that this program can read, or the mask is of another.
 */
export function openSegment(buffer: ArrayBuffer, off?: Uint8Array): Segment {
  const { sections } = checked(buffer);
  const { prefix, languages, lengths } = sections;
  if (off) checkMask(off, lengths.length);
  return new Segment(
    buffer,
    sections,
    decode(prefix, 0, prefix.length),
    readLanguages(languages, lengths.length),
    off,
  );
}
