/**
 * The phrase table, opened: one pass over the token hashes of a text finds every phrase in it. Immutable; many
 * readers may share its bytes.
 */
import { checked } from './check';
import { bucketOf, type Counts, ENTRY_HEAD, pairHash, type Sections, singleHash } from './layout';

/** Called for each phrase found, with the place of its first token; `true` ends the scan. */
export type Visit = (phrase: number, start: number, length: number) => boolean | undefined;

/**
 * Opens a table made by `buildPhrases`, at byte `at` of `buffer`. Nothing is copied or parsed.
 * @throws PhraseError
 */
export function openPhrases(buffer: ArrayBuffer, at = 0, bytes = buffer.byteLength - at): Phrases {
  const { counts, sections } = checked(buffer, at, bytes);
  return new Phrases(counts, sections, bytes);
}

export class Phrases {
  /** Phrase numbers are below this. */
  readonly size: number;
  /** How many anchors phrases are filed under, one each. */
  readonly anchors: number;
  private readonly singleMask: number;
  private readonly pairMask: number;
  private readonly pairBuckets: number;
  private readonly singleBuckets: number;
  private readonly anySingle: boolean;

  constructor(
    counts: Counts,
    private readonly sections: Sections,
    readonly bytes: number,
  ) {
    this.size = counts.phrases;
    this.anchors = counts.singles + counts.pairs;
    this.singleMask = counts.singleFilter - 1;
    this.pairMask = counts.pairFilter - 1;
    this.pairBuckets = counts.pairBuckets;
    this.singleBuckets = counts.singleBuckets;
    this.anySingle = counts.singles > 0;
  }

  /**
   * Visits every phrase whose tokens stand in `hashes[from, to)`, in the order of their anchors. A phrase that stands
   * there twice is visited twice. Answers with the number of entries looked at, the measure of the work done.
   */
  scan(hashes: Int32Array, from: number, to: number, visit: Visit): number {
    const { pairFilter } = this.sections;
    const { pairMask } = this;
    if (this.anySingle) return this.scanBoth(hashes, from, to, visit);
    let work = 0;
    let previous = hashes[from] as number;
    for (let i = from + 1; i < to; i++) {
      const token = hashes[i] as number;
      const hash = pairHash(previous, token);
      previous = token;
      const word = pairFilter[(hash >>> 10) & pairMask] as number;
      if (((word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1) === 0) continue;
      const looked = this.look(bucketOf(hash) & (this.pairBuckets - 1), hashes, i, from, to, visit);
      work += Math.abs(looked);
      if (looked < 0) break;
    }
    return work;
  }

  private scanBoth(hashes: Int32Array, from: number, to: number, visit: Visit): number {
    const { singleFilter, pairFilter } = this.sections;
    const { singleMask, pairMask } = this;
    let work = 0;
    // The first token has none before it; whatever pair it makes with 0 is refused by `look`, which reads the tokens.
    let previous = 0;
    for (let i = from; i < to; i++) {
      const token = hashes[i] as number;
      let hash = singleHash(token);
      let word = singleFilter[(hash >>> 10) & singleMask] as number;
      if (((word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1) !== 0) {
        const looked = this.look(
          this.pairBuckets + (bucketOf(hash) & (this.singleBuckets - 1)),
          hashes,
          i,
          from,
          to,
          visit,
        );
        work += Math.abs(looked);
        if (looked < 0) break;
      }
      hash = pairHash(previous, token);
      previous = token;
      word = pairFilter[(hash >>> 10) & pairMask] as number;
      if (((word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1) === 0) continue;
      const looked = this.look(bucketOf(hash) & (this.pairBuckets - 1), hashes, i, from, to, visit);
      work += Math.abs(looked);
      if (looked < 0) break;
    }
    return work;
  }

  /** Holds the entries of one bucket against the text; answers with their number, negative if `visit` said to stop. */
  private look(
    bucket: number,
    hashes: Int32Array,
    at: number,
    from: number,
    to: number,
    visit: Visit,
  ): number {
    const { buckets, entries } = this.sections;
    const end = buckets[bucket + 1] as number;
    let work = 1;
    for (let entry = buckets[bucket] as number; entry < end; work++) {
      const packed = entries[entry + 1] as number;
      const length = packed & 0xffff;
      const start = at - (packed >>> 16);
      const tokens = entry + ENTRY_HEAD;
      if (start >= from && start + length <= to) {
        let k = 0;
        while (k < length && entries[tokens + k] === hashes[start + k]) k++;
        if (k === length && visit(entries[entry] as number, start, length) === true) return -work;
      }
      entry = tokens + length;
    }
    return work;
  }
}
