/**
 * The learned scorers: two linear functions of the features, one to rank the claims of a post, one to decide whether a
 * sentence repeats a claim. `npm run train` writes their weights in `weights.ts`. What a missing
 * title would have told must not count against a claim, so there is a pair of scorers for each shape of claim.
 */
import { FEATURES, type Featured } from './features';

/** A linear function: `bias` plus one weight for each feature (already divided by the feature's spread). */
export interface Linear {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** The two scorers of claims of one shape. */
export interface Scorers {
  readonly rank: Linear;
  /**
   * Scaled so that 0 and 1 are the scores above which 1 in 1,000 and 1 in 10,000 ordinary news sentences (of
   * negatives-dev) are badged, whatever the shape: scores of claims of different shapes may be compared.
   */
  readonly detect: Linear;
}

/** What was learnt. `names` must be `FEATURES`, or the weights are of another version. */
export interface Weights {
  readonly names: readonly string[];
  /** By shape: claim alone, with a title, with title and subtitle. */
  readonly shapes: readonly Scorers[];
}

/** Scores of `detect` that must be passed, by loudness. */
export const THRESHOLDS = { normal: 0, strict: 1 } as const;

/** How loud: at most 1 in 1,000 (`normal`) or 10,000 (`strict`) ordinary news sentences badged. */
export type Loudness = keyof typeof THRESHOLDS;

/** @throws RangeError if the weights are not for these features. */
export function checkWeights(weights: Weights): Weights {
  const { names, shapes } = weights;
  const fits = (l: Linear) => l.weights.length === FEATURES.length;
  if (
    names.length !== FEATURES.length ||
    names.some((n, i) => n !== FEATURES[i]) ||
    shapes.length !== SHAPES ||
    !shapes.every(({ rank, detect }) => fits(rank) && fits(detect))
  )
    throw new RangeError('the weights were learnt for other features: npm run train');
  return weights;
}

export const SHAPES = 3;

export function apply({ bias, weights }: Linear, x: Float64Array): number {
  let score = bias;
  for (let i = 0; i < weights.length; i++) score += (weights[i] as number) * (x[i] as number);
  return score;
}

/** The score of a candidate by the scorer for its shape. */
export const scoreOf = (weights: Weights, by: keyof Scorers, { shape, x }: Featured): number =>
  apply((weights.shapes[shape] as Scorers)[by], x);

/** What each feature adds to a score, largest first: what `explain` shows. */
export function parts({ weights }: Linear, x: Float64Array): { name: string; value: number; part: number }[] {
  return FEATURES.map((name, i) => ({
    name,
    value: x[i] as number,
    part: (weights[i] as number) * (x[i] as number),
  }))
    .filter(({ part }) => part !== 0)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
}
