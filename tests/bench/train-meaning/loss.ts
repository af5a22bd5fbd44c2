/**
 * How far a batch of the student's unit vectors is from the teacher's, and which way is nearer: the cosine of each pair,
 * the likenesses within the batch (squared error), and which of the batch's teacher vectors is nearest (Kullback–Leibler
 * divergence at a low temperature, as in contrastive learning).
 */

const WITHIN = 5;
const NEAREST = 0.3;
const TEMPERATURE = 0.05;

/** Fills `gradient` for `student`; both hold `rows` unit vectors of `n` numbers, as `teacher` does. Returns the loss. */
export function distance(
  student: Float32Array,
  teacher: Float32Array,
  rows: number,
  n: number,
  gradient: Float32Array,
): number {
  let loss = 0;
  const own = new Float64Array(rows);
  const across = new Float64Array(rows);
  const wanted = new Float64Array(rows);
  const g = new Float64Array(n);
  for (let i = 0; i < rows; i++) {
    const x = student.subarray(i * n, i * n + n);
    const y = teacher.subarray(i * n, i * n + n);
    for (let j = 0; j < rows; j++) {
      let xx = 0;
      let xy = 0;
      let yy = 0;
      for (let d = 0, at = j * n; d < n; d++, at++) {
        const sx = student[at]!;
        const ty = teacher[at]!;
        xx += x[d]! * sx;
        xy += x[d]! * ty;
        yy += y[d]! * ty;
      }
      own[j] = xx - yy;
      across[j] = xy / TEMPERATURE;
      wanted[j] = yy / TEMPERATURE;
      loss += (WITHIN * own[j]! * own[j]!) / (rows * rows);
    }
    loss += (1 - across[i]! * TEMPERATURE) / rows;
    softmax(across);
    softmax(wanted);
    g.fill(0);
    for (let d = 0; d < n; d++) g[d] = -y[d]! / rows;
    for (let j = 0; j < rows; j++) {
      if (wanted[j]! > 0)
        loss += (NEAREST * wanted[j]! * Math.log(wanted[j]! / Math.max(across[j]!, 1e-30))) / rows;
      const a = (WITHIN * 4 * own[j]!) / (rows * rows);
      const b = (NEAREST * (across[j]! - wanted[j]!)) / (rows * TEMPERATURE);
      for (let d = 0, at = j * n; d < n; d++, at++) g[d]! += a * student[at]! + b * teacher[at]!;
    }
    gradient.set(g, i * n);
  }
  return loss;
}

/** In place. */
function softmax(values: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] = Math.exp(values[i]! - most);
  for (let i = 0; i < values.length; i++) values[i]! /= sum;
}
