/**
 * How far a batch of the student's unit vectors is from the teacher's, and which way is nearer: the cosine
 * of each pair, the likenesses within the batch (squared error), and which of the batch's teacher vectors is
 * nearest (Kullback–Leibler divergence at a low temperature, as in contrastive learning).
 */

const WITHIN = 5;
const NEAREST = 0.3;
const TEMPERATURE = 0.05;

/**
 * Fills `gradient` for `student`; both hold `rows` unit vectors of `n` numbers, as `teacher` does. Returns
 * the loss.
 */
export function distance(
  student: Float32Array,
  teacher: Float32Array,
  rows: number,
  n: number,
  gradient: Float32Array,
): number {
  let loss = 0;
  const own = likenesses(student, rows, n);
  const theirs = likenesses(teacher, rows, n);
  const across = new Float64Array(rows);
  const wanted = new Float64Array(rows);
  const g = new Float64Array(n);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      const off = own[i * rows + j]! - theirs[i * rows + j]!;
      across[j] = dot(student, i * n, teacher, j * n, n) / TEMPERATURE;
      wanted[j] = theirs[i * rows + j]! / TEMPERATURE;
      loss += (WITHIN * off * off) / (rows * rows);
    }
    loss += (1 - across[i]! * TEMPERATURE) / rows;
    softmax(across);
    softmax(wanted);
    g.fill(0);
    for (let d = 0; d < n; d++) g[d] = -teacher[i * n + d]! / rows;
    for (let j = 0; j < rows; j++) {
      if (wanted[j]! > 0)
        loss += (NEAREST * wanted[j]! * Math.log(wanted[j]! / Math.max(across[j]!, 1e-30))) / rows;
      const a = (WITHIN * 4 * (own[i * rows + j]! - theirs[i * rows + j]!)) / (rows * rows);
      const b = (NEAREST * (across[j]! - wanted[j]!)) / (rows * TEMPERATURE);
      for (let d = 0, at = j * n; d < n; d++, at++) g[d]! += a * student[at]! + b * teacher[at]!;
    }
    gradient.set(g, i * n);
  }
  return loss;
}

/** The products of every two of the vectors. */
function likenesses(vectors: Float32Array, rows: number, n: number): Float32Array {
  const out = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      const product = dot(vectors, i * n, vectors, j * n, n);
      out[i * rows + j] = product;
      out[j * rows + i] = product;
    }
  return out;
}

function dot(a: Float32Array, i: number, b: Float32Array, j: number, n: number): number {
  let sum = 0;
  for (let d = 0; d < n; d++) sum += a[i + d]! * b[j + d]!;
  return sum;
}

/** In place. */
function softmax(values: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] = Math.exp(values[i]! - most);
  for (let i = 0; i < values.length; i++) values[i]! /= sum;
}
