/**
 * The learned scorers: two linear functions of the features, one to rank the claims of a post, one to decide whether a
 * sentence repeats a claim. `npm run train` writes their weights in `weights.ts`. What a missing
 * title would have told must not count against a claim, so there is a pair of scorers for each shape of claim.
 */
import { FEATURES, type Featured, TOLD_AT } from './features';
import { BOUNDED } from './told';

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

/** Scores of `detect` that must be passed, by how sure the reader wants to be. */
export const THRESHOLDS = { normal: 0, strict: 1 } as const;

/** How sure: at most 1 in 1,000 (`normal`) or 10,000 (`strict`) ordinary news sentences badged. */
export type Strictness = keyof typeof THRESHOLDS;

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

/**
 * The most that the score of a candidate may be whose features of `told` are upper bounds: none of them is below 0, so
 * those that count against the claim are left out.
 */
export function boundOf(weights: Weights, by: keyof Scorers, { shape, x }: Featured): number {
  const linear = (weights.shapes[shape] as Scorers)[by];
  let bound = apply(linear, x);
  for (let i = TOLD_AT; i < TOLD_AT + BOUNDED; i++)
    bound -= Math.min(0, linear.weights[i] as number) * (x[i] as number);
  return bound;
}

/**
 * The score of a claim of a collection of `size` as it is shown. Among more claims the best wrong one scores higher, by so
 * much for each e-fold of them at the rate of `normal`; at that of `strict` nothing was measured. With this the rates of
 * false badges stay what they are (docs/researchers/matching-log.md, “Speed”).
 */
export const sizedScore = (raw: number, size: number): number => (raw - driftOf(size)) / (1 - driftOf(size));

/** The score before `sizedScore`. */
export const rawScore = (sized: number, size: number): number => sized * (1 - driftOf(size)) + driftOf(size);

/** What `normal` is raised by, of the distance to `strict`. */
const driftOf = (size: number): number =>
  Math.min(MOST_DRIFT, DRIFT_EACH_FOLD * Math.log(Math.max(1, size) / MEASURED_WITH));

/** Claims that the thresholds were measured with. */
const MEASURED_WITH = 14_231;
const DRIFT_EACH_FOLD = 0.1;
const MOST_DRIFT = 0.6;
