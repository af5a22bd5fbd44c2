/**
 * What can be said of a sentence and a claim in numbers. Everything is computed from term hashes; `FEATURES` names
 * the numbers in order. Weights are those of `Collection.weight`; “covered” means present on the other side.
 */
import type { CandidateOf, ClaimTerms } from '../segment/segment';
import { FIELD_FEATURES, FIELDS, fieldFeatures } from './fields';
import type { Sentence } from './sentence';
import { TOLD_FEATURES, told } from './told';

/** What is known of a candidate beside its words. */
export interface Standing {
  /** BM25 of this candidate, of the best one, and of the best one but this. */
  readonly score: number;
  readonly best: number;
  readonly other: number;
  /** Rank by BM25, from 1. */
  readonly rank: number;
  /** Days from the sentence to the check, if both are dated. */
  readonly days: number | undefined;
  /** Terms of who says it. */
  readonly author: ReadonlySet<number>;
}

const SENTENCE_FEATURES = [
  'bm25', // ln(1 + BM25)
  'bm25 to best', // its share of the best candidate's
  'margin', // ln of the ratio to the best other candidate
  'rank', // 1 / rank by BM25
  'covered', // share of the sentence's weight that the claim, title or subtitle holds
  'shared', // ln(1 + shared weight)
  'shared terms', // ln(1 + number)
  'names covered',
  'rest covered', // the same of the words that are not names
  'no names',
  'shared names',
  'shared rest',
  'sentence weight',
] as const;

const DATE_FEATURES = [
  'checked the next day',
  'checked in a week',
  'checked in a month',
  'days apart', // -ln(1 + days)
  'checked before',
  'author shared',
] as const;

export const FEATURES: readonly string[] = [
  ...SENTENCE_FEATURES,
  ...TOLD_FEATURES,
  ...FIELDS.flatMap((field) => FIELD_FEATURES.map((name) => `${field}: ${name}`)),
  'best fit', // the better fit of claim and title
  'best coverage',
  'fit × bm25',
  ...DATE_FEATURES,
];

/** Features that say nothing about a single sentence of ordinary text. */
export const OF_POSTS: ReadonlySet<string> = new Set(DATE_FEATURES);

const NO_FIELD = FIELD_FEATURES.map(() => 0);

/** Where the features of `told` begin among all. */
export const TOLD_AT = SENTENCE_FEATURES.length;

/**
 * Fills `out` (as long as `FEATURES`) for one sentence and one claim. All are finite. Not `exact`: those of `told` are
 * upper bounds.
 */
export function features(
  sentence: Sentence,
  claim: ClaimTerms,
  inTitle: number,
  standing: Standing,
  out: Float64Array,
  exact = true,
): void {
  const { weights, names, total, nameTotal, collection } = sentence;
  const shared = new Set<number>();
  for (let i = 0; i < claim.length; i++) {
    const hash = claim.hashes[i] as number;
    if (weights.has(hash)) shared.add(hash);
  }
  let weight = 0;
  let inNames = 0;
  for (const hash of shared) {
    const w = weights.get(hash) as number;
    weight += w;
    if (names.has(hash)) inNames += w;
  }
  const bm25 = Math.log1p(standing.score);
  const rest = total - nameTotal;
  let at = 0;
  const put = (value: number) => {
    out[at++] = Number.isFinite(value) ? value : 0;
  };
  put(bm25);
  put(standing.score / standing.best);
  put(Math.log((standing.score + 1) / (standing.other + 1)));
  put(1 / standing.rank);
  put(total > 0 ? weight / total : 0);
  put(Math.log1p(weight));
  put(Math.log1p(shared.size));
  put(nameTotal > 0 ? inNames / nameTotal : 0);
  put(rest > 0 ? (weight - inNames) / rest : 0);
  put(nameTotal > 0 ? 0 : 1);
  put(Math.log1p(inNames));
  put(Math.log1p(weight - inNames));
  put(Math.log1p(total));
  for (const value of told(sentence, shared, weight, exact)) put(value);

  const bounds = [0, claim.inClaim, Math.min(claim.length, claim.inClaim + inTitle), claim.length];
  let fit = 0;
  let coverage = 0;
  for (let f = 0; f < FIELDS.length; f++) {
    const from = bounds[f] as number;
    const to = bounds[f + 1] as number;
    const values = from < to ? fieldFeatures(sentence, claim, from, to) : NO_FIELD;
    for (const value of values) put(value);
    if (f < 2) {
      coverage = Math.max(coverage, values[0] as number);
      fit = Math.max(fit, values[2] as number);
    }
  }
  put(fit);
  put(coverage);
  put(fit * bm25);

  const { days } = standing;
  const within = (from: number, to: number) => (days !== undefined && days >= from && days <= to ? 1 : 0);
  put(within(-1, 1));
  put(within(-2, 7));
  put(within(-5, 30));
  put(days === undefined ? -MEAN_DAYS : -Math.log1p(Math.abs(days)));
  put(days !== undefined && days < -7 ? 1 : 0);
  let byAuthor = 0;
  const seen = new Set<number>();
  for (let i = 0; i < claim.length; i++) {
    const hash = claim.hashes[i] as number;
    if (!standing.author.has(hash) || seen.has(hash)) continue;
    seen.add(hash);
    byAuthor += collection.weight(hash);
  }
  put(byAuthor / 10);
}

/** ln(1 + 400 days): what an unknown distance counts as. */
const MEAN_DAYS = 6;

/** A candidate with its features. */
export interface Featured {
  /** Which fields the claim has: 0 only a claim, 1 a title too, 2 a subtitle. */
  readonly shape: number;
  readonly at: CandidateOf;
  readonly x: Float64Array;
}
