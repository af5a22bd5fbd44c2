/**
 * What a claim must share with a sentence to be a candidate for a badge: rare words that weigh so much together. Nearly
 * no sentence that repeats a claim fails it, and most ordinary ones do, which need not be looked at further; figures:
 * docs/matching-log.md, “Speed”.
 */
import type { TermHash } from '../segment/query';
import type { Rule, Worth } from '../segment/sharers';
import type { Collection } from './collection';

/** Whole steps to one unit of weight. */
const STEPS = 128;

/** A word in at most this share of the claims is rare, or in at most so many claims. */
const RARE = 1 / 32;
const FEW = 64;

/**
 * Least weight shared, and least share of the sentence's weight, among as many claims as the gate was measured with.
 * More claims share more by chance, a little for each e-fold of them, so more is asked of them.
 */
const MEASURED_WITH = 14_231;
const LEAST = 7;
const LEAST_EACH_FOLD = 1.9;
const SHARE = 0.12;
const SHARE_EACH_FOLD = 0.043;

/** A long sentence may hold a claim and more: of its weight, what is past this does not raise the bar. */
const MOST_WEIGHT = 110;

/** Below this, two rare words are too little in a library of any size. */
const LEAST_EVER = 5;

/** The rule for a sentence whose different terms weigh `total`. */
export function ruleFor(collection: Collection, total: number): Rule {
  const folds = Math.log(Math.max(1, collection.size) / MEASURED_WITH);
  const least = Math.max(
    LEAST_EVER,
    LEAST + LEAST_EACH_FOLD * folds,
    (SHARE + SHARE_EACH_FOLD * folds) * Math.min(total, MOST_WEIGHT),
  );
  return { rare: RARE, few: FEW, least: Math.round(STEPS * least), language: collection.language };
}

/** The different terms of a sentence as `sharersOver` asks for them, and what they weigh together. */
export function worthsOf(collection: Collection, terms: readonly TermHash[], less: number) {
  const worths: Worth[] = [];
  const seen = new Set<number>();
  let total = 0;
  for (const { hash } of terms) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    const weight = collection.weight(hash, less);
    total += weight;
    worths.push({ hash, worth: Math.round(STEPS * weight), frequency: collection.frequency(hash) });
  }
  return { worths, total };
}

/** A BM25 score that a claim which just passes the gate may have: what an unwritten second candidate counts as. */
export const chanceOf = (rule: Rule): number => rule.least / STEPS;
