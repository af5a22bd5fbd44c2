/** Figures of ranking and detection, with bootstrap confidence intervals. */

/** Average precision of the first `k`: mean over the relevant of the precision where each is found. */
export function averagePrecision(
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
  k: number,
): number {
  let hits = 0;
  let sum = 0;
  const seen = new Set<string>();
  ranked.slice(0, k).forEach((id, i) => {
    if (!relevant.has(id) || seen.has(id)) return;
    seen.add(id);
    sum += ++hits / (i + 1);
  });
  const most = Math.min(k, relevant.size);
  return most === 0 ? 0 : sum / most;
}

/** 1 / rank of the first relevant, 0 if there is none. */
export function reciprocalRank(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const at = ranked.findIndex((id) => relevant.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** The least threshold above which (strictly) at most `rate` of these scores lie; NaN counts as never badged. */
export function thresholdAt(scores: readonly number[], rate: number): number {
  const falling = scores.map((s) => (Number.isNaN(s) ? Number.NEGATIVE_INFINITY : s)).sort((a, b) => b - a);
  return falling[Math.floor(falling.length * rate + 1e-9)] ?? Number.NEGATIVE_INFINITY;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

const RESAMPLES = 2_000;

/** 95 % interval of the mean: percentile bootstrap (Efron 1979), always from the same seed. */
export function interval(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 0];
  let state = 12_345;
  // Numerical Recipes' linear congruential generator; the high bits choose.
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const means: number[] = [];
  for (let r = 0; r < RESAMPLES; r++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[below(values.length)] as number;
    means.push(sum / values.length);
  }
  means.sort((a, b) => a - b);
  return [means[Math.floor(RESAMPLES * 0.025)] as number, means[Math.ceil(RESAMPLES * 0.975) - 1] as number];
}
