/**
 * What meaning adds to what words say of a text and a claim, in numbers; `MEANING_FEATURES` names them in
 * order.
 */
import type { Featured } from '../score/features';
import { scoreOf, type Weights } from '../score/model';
import type { Aligner } from './align';
import type { Fields } from './nearest';

export const MEANING_FEATURES = [
  'words', // the score by words (`lib/match/score`)
  'share by words', // ln of its share of the list by that score, cut off below
  'nearness', // of the claim to the text (`nearest.ts`)
  'covers', // share of the text that the claim, title or subtitle says in like words
  'a field covers', // the same of the better of claim and title
  'covered', // share of the claim or the title, the better, that the text says in like words
] as const;

/** A share by words below this is as good as none. */
const LEAST_SHARE = 1e-3;

/** The features of each candidate, in order. All are finite. */
export function meaningFeatures(
  candidates: readonly Featured[],
  weights: Weights,
  text: Aligner,
  claimOf: (candidate: Featured) => { readonly fields: Fields; readonly nearness: number },
): Float64Array[] {
  const scores = candidates.map((candidate) => scoreOf(weights, 'rank', candidate));
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
  return candidates.map((candidate, i) => {
    const score = scores[i] as number;
    const { fields, nearness } = claimOf(candidate);
    const { covers, fields: aligned } = text.align(fields);
    const short = aligned.slice(0, 2);
    return Float64Array.of(
      score,
      Math.log(LEAST_SHARE + Math.exp(score - highest) / sum),
      nearness,
      covers,
      Math.max(0, ...short.map((field) => field.covers)),
      Math.max(0, ...short.map((field) => field.covered)),
    );
  });
}

/** @throws RangeError if the weights are not for these features. */
export function checkMeaningWeights(names: readonly string[], weights: readonly number[]): readonly number[] {
  if (names.join() !== MEANING_FEATURES.join() || weights.length !== names.length)
    throw new RangeError('the weights of meaning were learnt for other features: npm run train:meaning');
  return weights;
}
