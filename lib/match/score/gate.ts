/**
 * What a claim must share with a sentence to be a candidate for a badge: rare words that weigh so much together. Nearly
 * no sentence that repeats a claim fails it, and most ordinary ones do, which need not be looked at further; figures:
 * docs/researchers/matching-log.md, “Speed”.
 */
import type { TermHash } from '../segment/query';
import { type Rule, rareWorth, type Worth } from '../segment/sharers';
import type { Collection } from './collection';

/** Whole steps to one unit of weight. */
const STEPS = 128;

/** A word in at most this share of the claims is rare, or in at most so many claims. */
const RARE = 1 / 32;
const FEW = 64;

/**
 * Least weight shared, and least share of the sentence's weight, among as many claims as the gates were measured with.
 * More claims share more by chance, a little for each e-fold of them, so more is asked of them.
 */
export interface Gate {
  readonly least: number;
  readonly leastEachFold: number;
  readonly share: number;
  readonly shareEachFold: number;
}

const MEASURED_WITH = 14_231;

/** For a badge: nearly all that are rightly badged pass. */
export const NARROW: Gate = { least: 10, leastEachFold: 1.1, share: 0.2, shareEachFold: 0.0225 };
/** To learn from, and to explain: a scorer that has seen only what passes the narrow gate is worse. */
export const WIDE: Gate = { least: 7, leastEachFold: 1.9, share: 0.12, shareEachFold: 0.043 };

/** A long sentence may hold a claim and more: of its weight, what is past this does not raise the bar. */
const MOST_WEIGHT = 110;

/** Below this, two rare words are too little in a library of any size. */
const LEAST_EVER = 5;

/** The rule for a sentence whose different terms weigh `total`. */
export function ruleFor(collection: Collection, total: number, gate: Gate): Rule {
  const folds = Math.log(Math.max(1, collection.size) / MEASURED_WITH);
  const least = Math.max(
    LEAST_EVER,
    gate.least + gate.leastEachFold * folds,
    (gate.share + gate.shareEachFold * folds) * Math.min(total, MOST_WEIGHT),
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

/**
 * The rule for what shares all but `share` of the weight of these terms, which weigh `total`; undefined if that says
 * nothing of the rare ones.
 */
export function ruleForMost(
  collection: Collection,
  worths: readonly Worth[],
  total: number,
  share: number,
): Rule | undefined {
  const rule = { rare: RARE, few: FEW, language: collection.language };
  // Worths are rounded, each by half a step at the most.
  const missing = STEPS * share * total + worths.length;
  const least = Math.floor(rareWorth(collection.segments, worths, rule) - missing);
  return least > 0 ? { ...rule, least } : undefined;
}

/** A BM25 score that a claim which just passes the gate may have: what an unwritten second candidate counts as. */
export const chanceOf = (rule: Rule): number => rule.least / STEPS;
