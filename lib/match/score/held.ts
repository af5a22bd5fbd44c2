/** The candidates of a sentence, each with its features. */
import { type CandidateOf, ClaimTerms } from '../segment/segment';
import type { Collection } from './collection';
import { FEATURES, type Featured, features } from './features';
import type { Sentence } from './sentence';

/** Who said it and when, as far as known. */
export interface Said {
  readonly day?: number | undefined;
  readonly author?: ReadonlySet<number> | undefined;
}

/** How a candidate stands among the others by BM25: the best score, that of the best other claim, the rank from 1. */
export interface Place {
  readonly best: number;
  readonly other: number;
  readonly rank: number;
}

const NOBODY: ReadonlySet<number> = new Set();
const terms = new ClaimTerms();

/** Features of each of `candidates`, which are in order of BM25. */
export function held(
  collection: Collection,
  sentence: Sentence,
  candidates: readonly CandidateOf[],
  said: Said = {},
): Featured[] {
  const best = candidates[0]?.score ?? 0;
  const second = candidates[1]?.score ?? 0;
  return candidates.map((at, i) =>
    heldOne(collection, sentence, at, { best, other: i === 0 ? second : best, rank: i + 1 }, said),
  );
}

/** Features of one candidate. Not `exact`: those that take counting are upper bounds. */
export function heldOne(
  collection: Collection,
  sentence: Sentence,
  at: CandidateOf,
  place: Place,
  { day, author = NOBODY }: Said = {},
  exact = true,
): Featured {
  const beside = collection.beside(at.segment, at.claim);
  const claim = collection.claimTerms(at, terms);
  const inTitle = beside?.inTitle ?? claim.length;
  const shape = claim.length <= claim.inClaim ? 0 : claim.length <= claim.inClaim + inTitle ? 1 : 2;
  const checked = beside?.day;
  const x = new Float64Array(FEATURES.length);
  const days = day === undefined || checked === undefined ? undefined : checked - day;
  features(sentence, claim, inTitle, { ...place, score: at.score, days, author }, x, exact);
  return { at, x, shape };
}
