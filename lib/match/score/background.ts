/**
 * What ordinary news is full of: in how many of its sentences each term stands. Shipped as numbers (hashes and counts),
 * learnt by `npm run train`; from it a term's idf in ordinary text is computed.
 */

import { BitReader, BitWriter } from './bits';

/** Terms in fewer sentences than this are not kept: they count as never seen. */
const FEWEST = 2;

/**
 * Terms are known by the upper 24 bits of their hash: a fifth of the extension's own code would else be hashes, and a word
 * that was never counted is taken for one that was once in 1,600 times.
 */
const LOST_BITS = 8;

/** Orders of the codes that are shortest for ten thousand such hashes, and for their counts, most of which are 2 to 5. */
const GAP_BITS = 10;
const COUNT_BITS = 1;

export class Background {
  constructor(
    /** Sentences counted. */
    readonly size: number,
    /** By hash without its lowest bits. */
    private readonly counts: ReadonlyMap<number, number>,
  ) {}

  /** ln(1 + (N - n + ½) / (n + ½)), as BM25 has it; `less` sentences are left out (in training, the one asked about). */
  idf(hash: number, less = 0): number {
    const n = Math.max(0, (this.counts.get(hash >>> LOST_BITS) ?? 0) - less);
    return Math.log(1 + (this.size - n + 0.5) / (n + 0.5));
  }

  /** Share of ordinary sentences that hold the term; what a gate asks (`lib/match/segment/gate.ts`). */
  share(hash: number): number {
    return (this.counts.get(hash >>> LOST_BITS) ?? 0) / Math.max(1, this.size);
  }

  /** As text (`bits.ts`): how many terms; then each hash, rising, as the gap from the one before, and its count. */
  write(): string {
    const kept = [...this.counts].filter(([, count]) => count >= FEWEST).sort(([a], [b]) => a - b);
    const out = new BitWriter();
    out.number(this.size, COUNT_BITS);
    out.number(kept.length, COUNT_BITS);
    let last = -1;
    for (const [hash, count] of kept) {
      out.rice(hash - last - 1, GAP_BITS);
      out.number(count - FEWEST, COUNT_BITS);
      last = hash;
    }
    return out.end();
  }

  /** @throws RangeError if `text` is not what `write` gave. */
  static read(text: string): Background {
    const bits = new BitReader(text);
    const size = bits.number(COUNT_BITS);
    const counts = new Map<number, number>();
    let last = -1;
    for (let n = bits.number(COUNT_BITS); n > 0; n--) {
      last += bits.rice(GAP_BITS) + 1;
      counts.set(last, bits.number(COUNT_BITS) + FEWEST);
    }
    bits.end();
    return new Background(size, counts);
  }

  /** Counts sentences given as their terms' hashes. */
  static count(sentences: Iterable<Iterable<number>>): Background {
    const counts = new Map<number, number>();
    let size = 0;
    for (const hashes of sentences) {
      size++;
      for (const known of new Set([...hashes].map((hash) => hash >>> LOST_BITS)))
        counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    return new Background(size, counts);
  }
}
