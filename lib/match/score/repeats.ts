/** Whether a sentence repeats a claim, and which. */
import { type CandidateOf, ClaimTerms } from '../segment/segment';
import { sharersOver } from '../segment/sharers';
import { readTerms, type Term } from '../segment/terms';
import type { Collection } from './collection';
import { copiesOf, sayTheSame } from './copies';
import type { Featured } from './features';
import { chanceOf, type Gate, NARROW, ruleFor, WIDE, worthsOf } from './gate';
import { heldOne, type Place } from './held';
import { boundOf, rawScore, type Strictness, scoreOf, sizedScore, THRESHOLDS, type Weights } from './model';
import type { Ranked } from './rank';
import { type Around, Sentence } from './sentence';

/** Candidates looked at for one sentence: of 100 claims that are badged, 99 are the first or second by BM25. */
const FEW = 4;

/** So many are asked for if the first few all say the same. */
const MANY = 32;

/** Candidates that score less than this share of the best are no match for it. */
const CLOSE = 0.6;

/** A sentence as text, or as the terms that were read from it in the collection's language. */
export type Said = string | readonly Term[];

const first = new ClaimTerms();
const scratch = new ClaimTerms();

/** Has the claim itself two different terms? With one, its title alone would be what is repeated. */
function saysSomething({ hashes, inClaim }: ClaimTerms): boolean {
  for (let i = 1; i < inClaim; i++) if (hashes[i] !== hashes[0]) return true;
  return false;
}

interface Placed {
  readonly at: CandidateOf;
  readonly place: Place;
}

/** A sentence with the claims that pass the gate, best first by BM25; undefined if none does. */
function gated(collection: Collection, said: Said, gate: Gate, around?: Around, less = 0) {
  const terms = typeof said === 'string' ? readTerms(said, collection.language).terms : said;
  const { worths, total } = worthsOf(collection, terms, less);
  const ask = (k: number) => sharersOver(collection.segments, worths, k, ruleFor(collection, total, gate));
  const found = ask(FEW);
  if (found.length === 0) return undefined;
  const copies = copiesOfFirst(collection, found);
  const all = copies.size === FEW - 1 ? withOthers(collection, found, ask(MANY)) : found;
  // What a wrong claim may well come to, where none was found beside the first.
  const chance = chanceOf(ruleFor(collection, total, WIDE));
  return {
    sentence: new Sentence(collection, terms, around, less),
    candidates: placed(collection, all, copies, chance),
  };
}

/** Which of `found` say the same as its first. */
function copiesOfFirst(collection: Collection, found: readonly CandidateOf[]): Set<CandidateOf> {
  const [best, ...others] = found;
  if (!best || others.length === 0) return new Set();
  collection.claimTerms(best, first);
  const weigh = (hash: number) => collection.weight(hash);
  return new Set(others.filter((at) => sayTheSame(first, collection.claimTerms(at, scratch), weigh)));
}

/** `found`, and as many of `more` that say something else than its first. */
function withOthers(collection: Collection, found: readonly CandidateOf[], more: readonly CandidateOf[]) {
  const copies = copiesOfFirst(collection, more);
  return [
    ...found,
    ...more
      .slice(1)
      .filter((at) => !copies.has(at))
      .slice(0, FEW - 1),
  ];
}

/** How each of `found` stands: claims that say the same as the best, `copies`, do not stand against each other. */
function placed(
  collection: Collection,
  found: readonly CandidateOf[],
  copies: ReadonlySet<CandidateOf>,
  chance: number,
): Placed[] {
  const least = CLOSE * (found[0]?.score ?? 0);
  const kept = found.filter((at) => at.score >= least && saysSomething(collection.claimTerms(at, scratch)));
  const best = kept[0]?.score ?? 0;
  const second = found.find((at, i) => i > 0 && !copies.has(at))?.score ?? 0;
  let rank = 1;
  return kept.map((at, i) =>
    i === 0 || copies.has(at)
      ? { at, place: { best, other: Math.max(chance, second), rank: 1 } }
      : { at, place: { best, other: best, rank: ++rank } },
  );
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
  if (!found) return [];
  return found.candidates.map(({ at, place }) => heldOne(collection, found.sentence, at, place));
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
  let best: Ranked | undefined;
  let most = rawScore(least, collection.size);
  for (const { at, place } of found.candidates) {
    const bounded = heldOne(collection, found.sentence, at, place, {}, false);
    if (boundOf(weights, 'detect', bounded) <= most) continue;
    const score = scoreOf(weights, 'detect', heldOne(collection, found.sentence, at, place));
    if (score <= most) continue;
    most = score;
    best = { at, score: sizedScore(score, collection.size) };
  }
  return best;
}

/** A claim that a sentence repeats. */
export interface Repeated extends Ranked {
  /** Other claims that say the same, the newest check first, then by id. */
  readonly copies: readonly CandidateOf[];
}

/**
 * The claim that a sentence repeats, if it repeats one as surely as `strictness` asks. Of several that say the same the
 * one with the newest check stands for all, so that it is the same one on every page.
 */
export function repeats(
  collection: Collection,
  weights: Weights,
  said: Said,
  strictness: Strictness,
  around?: Around,
): Repeated | undefined {
  const best = bestClaim(collection, weights, said, around, THRESHOLDS[strictness]);
  if (!best) return undefined;
  const [at = best.at, ...copies] = copiesOf(collection, best.at);
  return { at, score: best.score, copies };
}
