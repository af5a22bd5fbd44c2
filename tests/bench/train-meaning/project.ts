/**
 * The teacher's vectors brought to fewer dimensions: their main directions (orthogonal iteration), then
 * length 1.
 */
import { random } from './random';

/** Vectors sampled for the directions: every so manyeth. */
const EVERY = 9;
const ITERATIONS = 40;

/** `rows` vectors of `from` numbers, less their mean, along their `to` main directions; each of length 1. */
export function project(vectors: Float32Array, from: number, to: number): Float32Array {
  const rows = vectors.length / from;
  const mean = new Float64Array(from);
  for (let r = 0; r < rows; r++) for (let d = 0; d < from; d++) mean[d]! += vectors[r * from + d]! / rows;
  const basis = directions(covariance(vectors, from, mean), from, to);
  const out = new Float32Array(rows * to);
  const x = new Float64Array(from);
  for (let r = 0; r < rows; r++) {
    for (let d = 0; d < from; d++) x[d] = vectors[r * from + d]! - mean[d]!;
    let square = 0;
    const y = basis.map((b) => dot(b, x));
    for (const value of y) square += value * value;
    const by = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let k = 0; k < to; k++) out[r * to + k] = y[k]! * by;
  }
  return out;
}

function covariance(vectors: Float32Array, n: number, mean: Float64Array): Float64Array[] {
  const sums = Array.from({ length: n }, () => new Float64Array(n));
  const x = new Float64Array(n);
  for (let r = 0; r < vectors.length / n; r += EVERY) {
    for (let d = 0; d < n; d++) x[d] = vectors[r * n + d]! - mean[d]!;
    for (let i = 0; i < n; i++) {
      const row = sums[i]!;
      const xi = x[i]!;
      for (let j = 0; j < n; j++) row[j]! += xi * x[j]!;
    }
  }
  return sums;
}

function directions(matrix: readonly Float64Array[], n: number, k: number): Float64Array[] {
  const next = random(7);
  let basis = Array.from({ length: k }, () => Float64Array.from({ length: n }, () => next() - 0.5));
  for (let i = 0; i < ITERATIONS; i++) {
    basis = basis.map((b) => Float64Array.from(matrix, (row) => dot(row, b)));
    orthogonalise(basis);
  }
  return basis;
}

/** Gram–Schmidt, in place. */
function orthogonalise(basis: readonly Float64Array[]): void {
  basis.forEach((b, i) => {
    for (let j = 0; j < i; j++) {
      const a = basis[j]!;
      const along = dot(a, b);
      for (let d = 0; d < b.length; d++) b[d]! -= along * a[d]!;
    }
    const by = 1 / Math.sqrt(dot(b, b));
    for (let d = 0; d < b.length; d++) b[d]! *= by;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
