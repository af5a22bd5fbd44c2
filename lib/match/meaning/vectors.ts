/**
 * Word vectors: static numbers for each term, so that terms that mean alike have vectors that point alike.
 * Learnt by `npm run train:meaning`; a common word's vector is short, one that tells much is long.
 */
import { readVectors, type VectorSections } from './layout';

export { MeaningError } from './layout';

export class Vectors {
  readonly terms: number;
  readonly dimensions: number;
  /** 1 / length of each term's vector before scaling. */
  private readonly inverse: Float32Array;

  constructor(private readonly sections: VectorSections) {
    this.terms = sections.terms;
    this.dimensions = sections.dimensions;
    this.inverse = new Float32Array(this.terms);
    for (let at = 0; at < this.terms; at++) {
      const length = Math.sqrt(this.dot(at, at));
      this.inverse[at] = length > 0 ? 1 / length : 0;
    }
  }

  /** Number of the term with this hash; -1 if there is none. */
  find(hash: number): number {
    const { hashes } = this.sections;
    const wanted = hash >>> 0;
    let low = 0;
    let high = hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = hashes[middle] as number;
      if (found === wanted) return middle;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** How alike two terms are, by number: the cosine of their vectors, from -1 to 1. */
  likeness(a: number, b: number): number {
    return this.dot(a, b) * (this.inverse[a] as number) * (this.inverse[b] as number);
  }

  /**
   * What a text with these terms says as a whole, a vector of length 1 (0 if nothing is known of it): the
   * sum of its different terms' vectors, less what all claims say alike.
   */
  meaning(hashes: Iterable<number>, out = new Float32Array(this.dimensions)): Float32Array {
    const { mean, scales, values } = this.sections;
    const { dimensions } = this;
    out.fill(0);
    for (const hash of new Set(hashes)) {
      const at = this.find(hash);
      if (at < 0) continue;
      const scale = scales[at] as number;
      for (let i = 0, v = at * dimensions; i < dimensions; i++, v++)
        out[i] = (out[i] as number) + scale * (values[v] as number);
    }
    if (!unit(out)) return out;
    for (let i = 0; i < dimensions; i++) out[i] = (out[i] as number) - (mean[i] as number);
    unit(out);
    return out;
  }

  private dot(a: number, b: number): number {
    const { values } = this.sections;
    let sum = 0;
    for (let i = a * this.dimensions, j = b * this.dimensions, end = i + this.dimensions; i < end; i++, j++)
      sum += (values[i] as number) * (values[j] as number);
    return sum;
  }
}

/** Makes it a vector of length 1; false if it is 0. */
function unit(vector: Float32Array): boolean {
  let square = 0;
  for (const value of vector) square += value * value;
  if (!(square > 1e-20)) {
    vector.fill(0);
    return false;
  }
  const by = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * by;
  return true;
}

/**
 * Opens the bytes that `npm run train:meaning` wrote. The vectors are views of `buffer`.
 * @throws MeaningError if they are damaged or of another version.
 */
export const openVectors = (buffer: ArrayBuffer): Vectors => new Vectors(readVectors(buffer));
