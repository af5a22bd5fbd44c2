/**
 * The student: a text's vector is the sum of its terms' vectors, brought to length 1. A term's vector is its
 * weight times (its GloVe vector through one matrix, plus a remainder of its own), so that terms in few
 * texts, or in none, mean what GloVe says. Learnt so that texts lie to each other as the teacher's vectors
 * of them do.
 */
import { Adam } from './adam';
import { GLOVE_DIMENSIONS as GLOVE } from './glove';
import { distance } from './loss';
import { random, shuffled } from './random';

const BATCH = 512;
/** More rounds fit the texts better and paraphrases worse. */
const ROUNDS = 2;
const RATES = { matrix: 3e-3, rest: 3e-3, weight: 2e-3 };

export interface Lesson {
  /** GloVe vectors of the terms, zeros for a term it lacks. */
  readonly glove: Float32Array;
  /** Logarithms of the weights to begin with. */
  readonly weights: Float32Array;
  /** Different terms of each text, by number. */
  readonly texts: readonly Int32Array[];
  /** The teacher's vector of each text, of length 1. */
  readonly teacher: Float32Array;
  readonly dimensions: number;
}

export class Student {
  private readonly n: number;
  private readonly matrix: Adam;
  private readonly rest: Adam;
  private readonly weight: Adam;
  private readonly gradients: { matrix: Float32Array; rest: Float32Array; weight: Float32Array };

  constructor(private readonly lesson: Lesson) {
    this.n = lesson.dimensions;
    const terms = lesson.weights.length;
    const next = random(1);
    this.matrix = new Adam(
      Float32Array.from({ length: GLOVE * this.n }, () => (next() - 0.5) / 5),
      RATES.matrix,
    );
    this.rest = new Adam(new Float32Array(terms * this.n), RATES.rest);
    this.weight = new Adam(Float32Array.from(lesson.weights), RATES.weight);
    this.gradients = {
      matrix: new Float32Array(GLOVE * this.n),
      rest: new Float32Array(terms * this.n),
      weight: new Float32Array(terms),
    };
  }

  /** The vector of a term with this GloVe vector, logarithm of its weight, and remainder. */
  vector(glove: Float32Array | Float64Array, weight: number, rest?: Float32Array): Float64Array {
    const out = new Float64Array(this.n);
    const { values } = this.matrix;
    if (rest) out.set(rest);
    for (let k = 0; k < GLOVE; k++) {
      const g = glove[k]!;
      if (g !== 0) for (let d = 0, m = k * this.n; d < this.n; d++, m++) out[d]! += g * values[m]!;
    }
    const by = Math.exp(weight);
    for (let d = 0; d < this.n; d++) out[d]! *= by;
    return out;
  }

  /** The vector of a term of the lesson. */
  vectorOf(term: number): Float64Array {
    return this.vector(
      this.lesson.glove.subarray(term * GLOVE, (term + 1) * GLOVE),
      this.weight.values[term]!,
      this.rest.values.subarray(term * this.n, (term + 1) * this.n),
    );
  }

  learn(say: (text: string) => void): void {
    const next = random(2);
    for (let round = 0; round < ROUNDS; round++) {
      const order = shuffled(this.lesson.texts.length, next);
      let loss = 0;
      let batches = 0;
      for (let from = 0; from + BATCH <= order.length; from += BATCH, batches++)
        loss += this.batch(order.subarray(from, from + BATCH), 1 - round / ROUNDS);
      say(`student: round ${round + 1}, loss ${(loss / batches).toFixed(4)}`);
    }
  }

  private batch(texts: Int32Array, share: number): number {
    const { n } = this;
    const { teacher } = this.lesson;
    const vectors = new Map<number, Float64Array>();
    const sums = new Float32Array(texts.length * n);
    const wanted = new Float32Array(texts.length * n);
    const lengths = new Float64Array(texts.length);
    texts.forEach((text, i) => {
      const sum = new Float64Array(n);
      for (const term of this.lesson.texts[text]!) {
        let vector = vectors.get(term);
        if (!vector) {
          vector = this.vectorOf(term);
          vectors.set(term, vector);
        }
        for (let d = 0; d < n; d++) sum[d]! += vector[d]!;
      }
      const length = Math.sqrt(sum.reduce((s, x) => s + x * x, 0)) || 1;
      lengths[i] = length;
      for (let d = 0; d < n; d++) sums[i * n + d] = sum[d]! / length;
      wanted.set(teacher.subarray(text * n, (text + 1) * n), i * n);
    });
    const gradient = new Float32Array(sums.length);
    const loss = distance(sums, wanted, texts.length, n, gradient);
    this.pass(texts, sums, lengths, gradient, vectors);
    this.matrix.descend(this.gradients.matrix, share);
    this.rest.descend(this.gradients.rest, share);
    this.weight.descend(this.gradients.weight, share);
    return loss;
  }

  /** Brings the gradient of the texts' unit vectors back to the parameters. */
  private pass(
    texts: Int32Array,
    sums: Float32Array,
    lengths: Float64Array,
    gradient: Float32Array,
    vectors: ReadonlyMap<number, Float64Array>,
  ): void {
    const { n } = this;
    const ofTerms = new Map<number, Float64Array>(
      [...vectors.keys()].map((term) => [term, new Float64Array(n)]),
    );
    texts.forEach((text, i) => {
      let along = 0;
      for (let d = 0, at = i * n; d < n; d++, at++) along += gradient[at]! * sums[at]!;
      for (const term of this.lesson.texts[text]!) {
        const g = ofTerms.get(term)!;
        for (let d = 0, at = i * n; d < n; d++, at++)
          g[d]! += (gradient[at]! - along * sums[at]!) / lengths[i]!;
      }
    });
    const { matrix } = this.gradients;
    for (const [term, g] of ofTerms) {
      const by = Math.exp(this.weight.values[term]!);
      const vector = vectors.get(term)!;
      for (let d = 0; d < n; d++) {
        this.gradients.weight[term]! += vector[d]! * g[d]!;
        this.gradients.rest[term * n + d] = by * g[d]!;
      }
      for (let k = 0; k < GLOVE; k++) {
        const x = by * this.lesson.glove[term * GLOVE + k]!;
        if (x !== 0) for (let d = 0, m = k * n; d < n; d++, m++) matrix[m]! += x * g[d]!;
      }
    }
  }
}
