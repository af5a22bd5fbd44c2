/**
 * The claims whose meaning is nearest to a sentence's, by trying all: 14,000 claims take some ten
 * milliseconds. Each claim has four vectors of 8-bit numbers: all its words, those of the claim, of the
 * title and of the subtitle.
 */
import type { Vectors } from './vectors';

/** The terms of one claim, by field; an empty field is one the claim lacks. */
export type Fields = readonly (readonly number[])[];

const FIELDS = 3;
/** All the words together, then the fields. */
const EACH = 1 + FIELDS;

export class ClaimMeanings {
  readonly size: number;
  private readonly values: Int8Array;
  private readonly dimensions: number;

  constructor(
    readonly vectors: Vectors,
    claims: readonly Fields[],
  ) {
    this.size = claims.length;
    this.dimensions = vectors.dimensions;
    this.values = new Int8Array(claims.length * EACH * this.dimensions);
    const meaning = new Float32Array(this.dimensions);
    claims.forEach((fields, claim) => {
      for (let i = 0; i < EACH; i++) {
        vectors.meaning(i === 0 ? fields.flat() : (fields[i - 1] ?? []), meaning);
        const from = (claim * EACH + i) * this.dimensions;
        for (let d = 0; d < this.dimensions; d++)
          this.values[from + d] = Math.round((meaning[d] as number) * ONE);
      }
    });
  }

  /**
   * How near each claim is to `meaning`: cosine with all its words, plus that with its best field; from -2
   * to 2.
   */
  nearness(meaning: Float32Array): Float32Array {
    const out = new Float32Array(this.size);
    const n = this.dimensions;
    const cosine = (from: number) => {
      let sum = 0;
      for (let d = 0; d < n; d++) sum += (meaning[d] as number) * (this.values[from + d] as number);
      return sum / ONE;
    };
    for (let claim = 0; claim < this.size; claim++) {
      const from = claim * EACH * n;
      let best = cosine(from + n);
      for (let i = 2; i < EACH; i++) best = Math.max(best, cosine(from + i * n));
      out[claim] = cosine(from) + best;
    }
    return out;
  }

  /**
   * The `k` nearest by `nearness`, nearest first, equally near ones in the order of the claims. A claim that
   * is not near at all is none of them.
   */
  nearest(nearness: Float32Array, k: number): number[] {
    const best: number[] = [];
    const at = (i: number) => nearness[best[i] as number] as number;
    for (let claim = 0; claim < this.size; claim++) {
      const value = nearness[claim] as number;
      if (!(value > 0) || (best.length === k && (k === 0 || value <= at(k - 1)))) continue;
      let place = best.length < k ? best.length : k - 1;
      for (; place > 0 && at(place - 1) < value; place--) best[place] = best[place - 1] as number;
      best[place] = claim;
    }
    return best;
  }
}

/** What 1 is in 8 bits: parts of a vector of length 1 hardly pass ½, and rounding may not pass 127. */
const ONE = 127;
