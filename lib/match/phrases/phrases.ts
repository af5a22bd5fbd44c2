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

/** Tokens to a batch. */
const BATCH = 512;

/** Not to be scanned again from within `visit`: the batch is its own. */
export class Phrases {
  /** Phrase numbers are below this. */
  readonly size: number;
  /** How many anchors phrases are filed under, one each. */
  readonly anchors: number;
  private readonly singleMask: number;
  private readonly pairMask: number;
  private readonly pairBuckets: number;
  private readonly singleBuckets: number;
  /** Of a batch, what passed the filters: places in the text, and where their buckets begin and end. */
  private readonly places = new Int32Array(2 * BATCH);
  private readonly starts = new Int32Array(2 * BATCH);
  private readonly ends = new Int32Array(2 * BATCH);

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
  }

  /**
   * Visits every phrase whose tokens stand in `hashes[from, to)`, in the order of their anchors. A phrase that stands
   * there twice is visited twice. Answers with the number of entries looked at, the measure of the work done.
   */
  scan(hashes: Int32Array, from: number, to: number, visit: Visit): number {
    const { singleFilter, pairFilter, buckets } = this.sections;
    const { singleMask, pairMask, pairBuckets, singleBuckets, places, ends, starts } = this;
    let work = 0;
    // The first token has none before it; whatever pair it makes with 0 is refused by `look`, which reads the tokens.
    let previous = 0;
    for (let i = from; i < to; ) {
      // What passes the filters is put by, and looked at a batch at a time: the processor then waits for memory once
      // for several buckets, not for each by itself.
      let passed = 0;
      for (const end = Math.min(to, i + BATCH); i < end; i++) {
        const token = hashes[i] as number;
        let hash = singleHash(token);
        let word = singleFilter[(hash >>> 10) & singleMask] as number;
        if (((word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1) !== 0) {
          places[passed] = i;
          starts[passed++] = pairBuckets + (bucketOf(hash) & (singleBuckets - 1));
        }
        hash = pairHash(previous, token);
        previous = token;
        word = pairFilter[(hash >>> 10) & pairMask] as number;
        if (((word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1) === 0) continue;
        places[passed] = i;
        starts[passed++] = bucketOf(hash) & (pairBuckets - 1);
      }
      for (let k = 0; k < passed; k++) {
        const bucket = starts[k] as number;
        starts[k] = buckets[bucket] as number;
        ends[k] = buckets[bucket + 1] as number;
      }
      for (let k = 0; k < passed; k++) {
        const looked = this.look(
          starts[k] as number,
          ends[k] as number,
          hashes,
          places[k] as number,
          from,
          to,
          visit,
        );
        work += Math.abs(looked);
        if (looked < 0) return work;
      }
    }
    return work;
  }

  /** Holds the entries of one bucket against the text; answers with their number, negative if `visit` said to stop. */
  private look(
    first: number,
    end: number,
    hashes: Int32Array,
    at: number,
    from: number,
    to: number,
    visit: Visit,
  ): number {
    const { entries } = this.sections;
    let work = 1;
    for (let entry = first; entry < end; work++) {
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
