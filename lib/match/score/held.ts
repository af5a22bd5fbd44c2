/** The candidates of a sentence, each with its features. */
import { type CandidateOf, ClaimTerms } from '../segment/segment';
import type { Collection } from './collection';
import { FEATURES, type Featured, features } from './features';
import type { Sentence } from './sentence';

/** Who said it and when, as far as known. */
export interface Said {
  readonly day?: number | undefined;
  readonly author?: ReadonlySet<number> | undefined;
  readonly chance?: number | undefined;
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
  return candidates.map((_, i) => heldOne(collection, sentence, candidates, i, said));
}

/**
 * Features of one of `candidates`, which are in order of BM25. Not `exact`: those that take counting are upper bounds.
 * `chance`: a BM25 score that a wrong claim may well come to, for candidates that have no other beside them.
 */
export function heldOne(
  collection: Collection,
  sentence: Sentence,
  candidates: readonly CandidateOf[],
  i: number,
  { day, author = NOBODY, chance = 0 }: Said = {},
  exact = true,
): Featured {
  const at = candidates[i] as CandidateOf;
  const best = candidates[0]?.score ?? 0;
  const second = Math.max(chance, candidates[1]?.score ?? 0);
  const beside = collection.beside(at.segment, at.claim);
  const claim = collection.claimTerms(at, terms);
  const inTitle = beside?.inTitle ?? claim.length;
  const shape = claim.length <= claim.inClaim ? 0 : claim.length <= claim.inClaim + inTitle ? 1 : 2;
  const checked = beside?.day;
  const x = new Float64Array(FEATURES.length);
  const days = day === undefined || checked === undefined ? undefined : checked - day;
  features(
    sentence,
    claim,
    inTitle,
    { score: at.score, best, other: i === 0 ? second : best, rank: i + 1, days, author },
    x,
    exact,
  );
  return { at, x, shape };
}
