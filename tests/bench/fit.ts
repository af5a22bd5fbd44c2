/** Fitting of linear scorers: full batches, Adam, everything in a fixed order, so that the same data gives the same bits. */

/** A linear function of raw features: `weights` are already divided by each feature's spread. */
export interface Fitted {
  readonly bias: number;
  readonly weights: number[];
}

type Rows = readonly Float64Array[];

interface Spread {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function spreadOf(rows: Rows, n: number): Spread {
  const mean = new Float64Array(n);
  const deviation = new Float64Array(n);
  for (const x of rows) for (let j = 0; j < n; j++) mean[j]! += x[j]! / rows.length;
  for (const x of rows) for (let j = 0; j < n; j++) deviation[j]! += (x[j]! - mean[j]!) ** 2 / rows.length;
  // A feature that (nearly) never varies cannot be learnt from: a huge deviation gives it a weight of nothing.
  for (let j = 0; j < n; j++) deviation[j] = deviation[j]! > 1e-9 ? Math.sqrt(deviation[j]!) : 1e9;
  return { mean, deviation };
}

function standardised(rows: Rows, { mean, deviation }: Spread, skip: ReadonlySet<number>): Float64Array {
  const n = mean.length;
  const z = new Float64Array(rows.length * n);
  rows.forEach((x, i) => {
    for (let j = 0; j < n; j++) z[i * n + j] = skip.has(j) ? 0 : (x[j]! - mean[j]!) / deviation[j]!;
  });
  return z;
}

/** Six significant figures: what is written to the file. */
const short = (value: number) => Number(value.toPrecision(6));

function raw(w: Float64Array, bias: number, { mean, deviation }: Spread): Fitted {
  const n = mean.length;
  let shifted = bias;
  for (let j = 0; j < n; j++) shifted -= (w[j]! * mean[j]!) / deviation[j]!;
  return { bias: short(shifted), weights: Array.from({ length: n }, (_, j) => short(w[j]! / deviation[j]!)) };
}

/** Adam (Kingma & Ba 2015) with a falling step. `gradient` fills its argument for the weights. */
function descend(
  n: number,
  steps: number,
  step: number,
  gradient: (w: Float64Array, g: Float64Array) => void,
) {
  const w = new Float64Array(n);
  const first = new Float64Array(n);
  const second = new Float64Array(n);
  const g = new Float64Array(n);
  for (let t = 1; t <= steps; t++) {
    g.fill(0);
    gradient(w, g);
    const rate = step * (1 - t / steps) + 0.002;
    for (let j = 0; j < n; j++) {
      first[j] = 0.9 * first[j]! + 0.1 * g[j]!;
      second[j] = 0.999 * second[j]! + 0.001 * g[j]! * g[j]!;
      w[j]! -= (rate * (first[j]! / (1 - 0.9 ** t))) / (Math.sqrt(second[j]! / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}

/** Candidates of one query; `right[i]` tells whether candidate `i` is relevant. */
export interface Group {
  readonly rows: Rows;
  readonly right: readonly boolean[];
}

/** List-wise softmax (ListNet, Cao et al. 2007): the right candidates' share of each list, with an L2 penalty. */
export function fitLists(all: readonly Group[], n: number, penalty = 1e-3, steps = 250): Fitted {
  const groups = all.filter(({ right }) => right.includes(true));
  const spread = spreadOf(
    groups.flatMap(({ rows }) => rows),
    n,
  );
  const none = new Set<number>();
  const lists = groups.map(({ rows, right }) => ({
    z: standardised(rows, spread, none),
    right,
    wanted: right.filter(Boolean).length,
  }));
  const w = descend(n, steps, 0.1, (w, g) => {
    for (const { z, right, wanted } of lists) {
      const scores = right.map((_, i) => dot(w, z, i * n));
      const most = Math.max(...scores);
      const shares = scores.map((s) => Math.exp(s - most));
      const total = shares.reduce((a, b) => a + b, 0);
      for (let i = 0; i < right.length; i++) {
        const error = (shares[i]! / total - (right[i] ? 1 / wanted : 0)) / lists.length;
        if (Math.abs(error) > 1e-9) for (let j = 0; j < n; j++) g[j]! += error * z[i * n + j]!;
      }
    }
    for (let j = 0; j < n; j++) g[j]! += penalty * w[j]!;
  });
  return raw(w, 0, spread);
}

function dot(w: Float64Array, z: Float64Array, from: number): number {
  let sum = 0;
  for (let j = 0; j < w.length; j++) sum += w[j]! * z[from + j]!;
  return sum;
}

/** Logistic regression on pairs, `positive` counted `weight` times, with an L2 penalty; features in `skip` get 0. */
export function fitPairs(
  positive: Rows,
  negative: Rows,
  n: number,
  skip: ReadonlySet<number>,
  { penalty = 3e-3, weight = 5, steps = 100 } = {},
): Fitted {
  const rows = [...positive, ...negative];
  const spread = spreadOf(rows, n);
  const z = standardised(rows, spread, skip);
  const total = positive.length * weight + negative.length;
  const w = descend(n + 1, steps, 0.15, (w, g) => {
    const weights = w.subarray(0, n);
    for (let i = 0; i < rows.length; i++) {
      const isRight = i < positive.length;
      const score = w[n]! + dot(weights, z, i * n);
      const error = ((1 / (1 + Math.exp(-score)) - (isRight ? 1 : 0)) * (isRight ? weight : 1)) / total;
      for (let j = 0; j < n; j++) g[j]! += error * z[i * n + j]!;
      g[n]! += error;
    }
    for (let j = 0; j < n; j++) g[j]! += penalty * w[j]!;
  });
  return raw(w.subarray(0, n), w[n]!, spread);
}
