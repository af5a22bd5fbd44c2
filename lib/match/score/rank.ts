/** Which claims a post is most likely about. */
import type { CandidateOf } from '../segment/segment';
import type { Collection } from './collection';
import type { Featured } from './features';
import { held } from './held';
import { type Scorers, scoreOf, type Weights } from './model';
import { readPost } from './post';
import { Sentence, termsOf } from './sentence';

export interface Ranked {
  readonly at: CandidateOf;
  readonly score: number;
}

/** Candidates looked at for a post, and among which more are looked for that were checked when it was posted. */
const CANDIDATES = 60;
const POOL = 300;
const MORE_DATED = 20;
/** Days from a post to the check of what it says: most checks follow within a month. */
const SOONEST = -5;
const LATEST = 30;

/**
 * The candidates of a post with their features, in order of BM25; then those of `others` that are not among them
 * (claims found otherwise than by words: `lib/match/meaning`).
 */
export function postCandidates(
  collection: Collection,
  text: string,
  k = CANDIDATES,
  others: readonly CandidateOf[] = [],
): Featured[] {
  const { body, author, day } = readPost(text);
  const sentence = new Sentence(collection, body === '' ? author : body);
  const most = Math.max(CANDIDATES, k);
  const pool = collection.candidates(sentence.terms, Math.max(POOL, most));
  const looked = pool.slice(0, most);
  if (day !== undefined) {
    let more = 0;
    for (const at of pool.slice(most)) {
      const checked = collection.beside(at.segment, at.claim)?.day;
      if (checked === undefined || checked - day < SOONEST || checked - day > LATEST) continue;
      looked.push(at);
      if (++more === MORE_DATED) break;
    }
  }
  const key = ({ segment, claim }: CandidateOf) => segment * 2 ** 32 + claim;
  const seen = new Set(looked.map(key));
  const inPool = new Map(pool.map((at) => [key(at), at]));
  for (const at of others) if (!seen.has(key(at))) looked.push(inPool.get(key(at)) ?? at);
  return held(collection, sentence, looked, { day, author: termsOf([author], collection.language) });
}

/** The `k` claims that `text`, a post or a sentence, most likely repeats or is about, best first. No threshold. */
export function rank(collection: Collection, weights: Weights, text: string, k: number): Ranked[] {
  return ordered(postCandidates(collection, text, k), weights, 'rank').slice(0, k);
}

/** By score, best first; equal scores in order of BM25. Scores are finite, so the order is total. */
export function ordered(candidates: readonly Featured[], weights: Weights, by: keyof Scorers): Ranked[] {
  return candidates
    .map((candidate, i) => ({ at: candidate.at, score: scoreOf(weights, by, candidate), i }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map(({ at, score }) => ({ at, score }));
}
