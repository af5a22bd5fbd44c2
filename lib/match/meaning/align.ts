/**
 * Soft alignment: how much of what one text says the other says in like words. Each term counts by its
 * weight and by its likeness to the likest term of the other side (a relaxed word mover's distance, Kusner
 * et al. 2015).
 */
import type { Vectors } from './vectors';

/** Shares, from 0 to 1; 0 of a side without terms. */
export interface Alignment {
  /** Of the text's weight what the other side says in like words. */
  readonly covers: number;
  /** The same the other way round. */
  readonly covered: number;
}

/** A term of the claim: its weight, and how like each of the text's terms is to it. */
interface Row {
  readonly weight: number;
  readonly likeness: Float32Array;
}

/** A text made ready to be aligned with many claims. */
export class Aligner {
  private readonly hashes: readonly number[];
  private readonly places: readonly number[];
  private readonly weights: readonly number[];
  private readonly total: number;
  private readonly rows = new Map<number, Row>();

  /** `weight` of a term; to the power 1.5, so that a name outweighs several plain words. */
  constructor(
    private readonly vectors: Vectors,
    text: Iterable<number>,
    private readonly weight: (hash: number) => number,
  ) {
    this.hashes = [...new Set(text)];
    this.places = this.hashes.map((hash) => vectors.find(hash));
    this.weights = this.hashes.map((hash) => weight(hash) ** 1.5);
    this.total = this.weights.reduce((a, b) => a + b, 0);
  }

  /** Aligns the text with each field of a claim; `covers`: the share of the text that any field says. */
  align(fields: readonly (readonly number[])[]): { readonly covers: number; readonly fields: Alignment[] } {
    const most = new Float64Array(this.hashes.length);
    const alignments = fields.map((field) => {
      const best = new Float64Array(this.hashes.length);
      let covered = 0;
      let total = 0;
      for (const hash of new Set(field)) {
        const { weight, likeness } = this.row(hash);
        let likest = 0;
        for (let i = 0; i < best.length; i++) {
          const value = likeness[i] as number;
          if (value > likest) likest = value;
          if (value > (best[i] as number)) best[i] = value;
        }
        covered += weight * likest;
        total += weight;
      }
      for (let i = 0; i < best.length; i++) most[i] = Math.max(most[i] as number, best[i] as number);
      return { covers: this.share(best), covered: total > 0 ? covered / total : 0 };
    });
    return { covers: this.share(most), fields: alignments };
  }

  private share(best: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < best.length; i++) sum += (this.weights[i] as number) * (best[i] as number);
    return this.total > 0 ? sum / this.total : 0;
  }

  /** The same word is 1, whether or not it has a vector; nothing is less than 0. */
  private row(hash: number): Row {
    let row = this.rows.get(hash);
    if (!row) {
      const place = this.vectors.find(hash);
      const likeness = Float32Array.from(this.places, (other, i) => {
        if (this.hashes[i] === hash) return 1;
        if (place < 0 || other < 0) return 0;
        return Math.max(0, Math.min(1, this.vectors.likeness(place, other)));
      });
      row = { weight: this.weight(hash) ** 1.5, likeness };
      this.rows.set(hash, row);
    }
    return row;
  }
}
