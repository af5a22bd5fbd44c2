/** Which claims a post is most likely about, and whether a sentence repeats one. */
import { type CandidateOf, ClaimTerms } from '../segment/segment';
import { sharersOver } from '../segment/sharers';
import { readTerms, type Term } from '../segment/terms';
import type { Collection } from './collection';
import type { Featured } from './features';
import { chanceOf, type Gate, NARROW, ruleFor, WIDE, worthsOf } from './gate';
import { held, heldOne } from './held';
import {
  boundOf,
  rawScore,
  type Scorers,
  type Strictness,
  scoreOf,
  sizedScore,
  THRESHOLDS,
  type Weights,
} from './model';
import { readPost } from './post';
import { type Around, Sentence, termsOf } from './sentence';

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

/** Candidates looked at for one sentence: of 100 claims that are badged, 99 are the first or second by BM25. */
const FEW = 4;

/** Candidates that score less than this share of the best are no match for it. */
const CLOSE = 0.6;

/** A sentence as text, or as the terms that were read from it in the collection's language. */
export type Said = string | readonly Term[];

const scratch = new ClaimTerms();

/** Has the claim itself two different terms? With one, its title alone would be what is repeated. */
function saysSomething({ hashes, inClaim }: ClaimTerms): boolean {
  for (let i = 1; i < inClaim; i++) if (hashes[i] !== hashes[0]) return true;
  return false;
}

/** A sentence with the claims that pass the gate, best first by BM25; undefined if none does. */
function gated(collection: Collection, said: Said, gate: Gate, around?: Around, less = 0) {
  const terms = typeof said === 'string' ? readTerms(said, collection.language).terms : said;
  const { worths, total } = worthsOf(collection, terms, less);
  const found = sharersOver(collection.segments, worths, FEW, ruleFor(collection, total, gate));
  const [first, second] = found;
  if (!first) return undefined;
  const candidates = found.filter(
    (at) => at.score >= CLOSE * first.score && saysSomething(collection.claimTerms(at, scratch)),
  );
  const chance = Math.max(chanceOf(ruleFor(collection, total, WIDE)), second?.score ?? 0);
  return { sentence: new Sentence(collection, terms, around, less), candidates, said: { chance } };
}

/**
 * The candidates of one sentence with their features: of the claims that share enough rare words with it, the best by
 * BM25.
 */
export function sentenceCandidates(
  collection: Collection,
  said: Said,
  around?: Around,
  less?: number,
  gate = WIDE,
): Featured[] {
  const found = gated(collection, said, gate, around, less);
  return found ? held(collection, found.sentence, found.candidates, found.said) : [];
}

/**
 * The claim that a sentence most likely repeats, with its score; undefined if no claim shares enough words with it, or
 * none comes to more than `least`: the higher that is, the faster. `around`: terms of the sentences around it.
 */
export function bestClaim(
  collection: Collection,
  weights: Weights,
  said: Said,
  around?: Around,
  least = Number.NEGATIVE_INFINITY,
): Ranked | undefined {
  const found = gated(collection, said, NARROW, around);
  if (!found) return undefined;
  const { sentence, candidates } = found;
  let best: Ranked | undefined;
  let most = rawScore(least, collection.size);
  candidates.forEach((at, i) => {
    const bounded = heldOne(collection, sentence, candidates, i, found.said, false);
    if (boundOf(weights, 'detect', bounded) <= most) return;
    const score = scoreOf(weights, 'detect', heldOne(collection, sentence, candidates, i, found.said));
    if (score <= most) return;
    most = score;
    best = { at, score: sizedScore(score, collection.size) };
  });
  return best;
}

/** The claim that a sentence repeats, if it repeats one as surely as `strictness` asks. */
export function repeats(
  collection: Collection,
  weights: Weights,
  said: Said,
  strictness: Strictness,
  around?: Around,
): Ranked | undefined {
  return bestClaim(collection, weights, said, around, THRESHOLDS[strictness]);
}
