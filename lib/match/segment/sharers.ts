/**
 * The claims that share rare words with a sentence: the candidates of a badge. Claims whose rare words in common with it
 * say too little are never scored, and most sentences are thereby answered without scoring anything.
 */
import type { Language } from '../language/tag';
import { Exact, forget, learn, readExact } from './exact';
import { SCORE_UNIT, weightOf } from './impact';
import { isOff } from './off';
import { type CandidateOf, goesBefore, MOST_QUERY_TERMS, sizeIn } from './query';
import { MOST_LISTS, MOST_WORTH, readTogether } from './rare-lists';
import type { Segment } from './segment';
import { Top } from './top';

/** A different term of a sentence. */
export interface Worth {
  readonly hash: number;
  /** What it is worth to whoever asks: a whole number, of which up to `MOST_WORTH` counts. */
  readonly worth: number;
  /** How many claims of all segments hold it. */
  readonly frequency: number;
}

export interface Rule {
  /** A term is rare if at most this share of the claims hold it, in a small library if at most `few` claims do. */
  readonly rare: number;
  readonly few: number;
  /** What the rare terms that a claim shares must be worth together, above 0. */
  readonly least: number;
  /** The language the terms were read in: words are rare or not in its claims alone. */
  readonly language?: Language | undefined;
}

/** Postings that the rare terms of one sentence may have, the rarest terms' first: bounds the time of the longest. */
export const MOST_POSTINGS = 1 << 16;

/** Looking a claim up costs as much as reading so many postings; measured. */
const LOOKING_UP = 150;

const exact = new Exact();

/**
 * The `k` claims of all segments together that score highest by BM25 of those that share rare terms as `rule` asks. Best
 * first; equal scores by length, then id.
 * @throws SegmentError if a segment's bytes are malformed.
 */
export function sharersOver(
  segments: readonly Segment[],
  terms: readonly Worth[],
  k: number,
  { rare, few, least, language }: Rule,
): CandidateOf[] {
  const size = sizeIn(segments, language);
  const known = knownTerms(terms);
  const count = rareTerms(known, Math.max(few, rare * size));
  const essential = essentialTerms(known, count, least);
  if (k < 1 || essential === 0) return [];
  const { read, bar } = plan(known, count, essential, least, size);
  const top = new Top(Math.floor(k), (s, a, t, b) => goesBefore(segments, s, a, t, b));
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s] as Segment;
    const { sections, off } = segment;
    const lists = known.slice(0, read).map(({ hash, worth }) => ({
      term: segment.termOf(hash),
      worth: Math.min(worth, MOST_WORTH),
    }));
    let held: Held[] | undefined;
    try {
      readTogether(sections, lists, essential, bar, (claim) => {
        if (off && isOff(off, claim)) return;
        if (!held) {
          held = heldTerms(segment, known, count, size);
          learn(sections.hashes.length, held);
        }
        readExact(sections, claim, exact);
        if (exact.worth >= least) top.offer(exact.score, s, claim);
      });
    } finally {
      if (held) forget(held);
    }
  }
  return top.drain().map(({ score, segment, claim }) => ({ segment, claim, score: score * SCORE_UNIT }));
}

/** What the rare terms of a sentence are worth together: the most that a claim can share by `rule`. */
export function rareWorth(
  segments: readonly Segment[],
  terms: readonly Worth[],
  { rare, few, language }: Omit<Rule, 'least'>,
): number {
  const known = knownTerms(terms);
  const count = rareTerms(known, Math.max(few, rare * sizeIn(segments, language)));
  return known.slice(0, count).reduce((sum, { worth }) => sum + Math.min(worth, MOST_WORTH), 0);
}

interface Held {
  readonly term: number;
  readonly weight: number;
  readonly worth: number;
}

/** The terms that the segment holds; of these, only the first `count` of all are worth anything. */
function heldTerms(segment: Segment, known: readonly Worth[], count: number, size: number): Held[] {
  const held: Held[] = [];
  known.forEach(({ hash, worth, frequency }, i) => {
    const term = segment.termOf(hash);
    const weight = weightOf(frequency, size);
    if (term >= 0) held.push({ term, weight, worth: i < count ? Math.min(worth, MOST_WORTH) : 0 });
  });
  return held;
}

/** The terms that some claim holds, rarest first. */
const knownTerms = (terms: readonly Worth[]): Worth[] =>
  terms
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || a.hash - b.hash)
    .slice(0, MOST_QUERY_TERMS);

/** How many of the terms, which come rarest first, are rare. */
function rareTerms(known: readonly Worth[], most: number): number {
  let postings = 0;
  for (let i = 0; i < known.length && i < MOST_LISTS; i++) {
    const { frequency } = known[i] as Worth;
    postings += frequency;
    if (frequency > most || postings > MOST_POSTINGS) return i;
  }
  return Math.min(known.length, MOST_LISTS);
}

/** From which on the first `count` terms are worth less than `least` together: a claim must hold one before; 0 if all. */
function essentialTerms(known: readonly Worth[], count: number, least: number): number {
  let worth = 0;
  for (let i = count; i > 0; i--) {
    worth += (known[i - 1] as Worth).worth;
    if (worth >= least) return i;
  }
  return 0;
}

/**
 * How many lists to read, from the rarest; the claims that may reach `least` with the others, which come to `bar` by
 * these, are looked up. Chosen by cost, with the number of claims that hold two terms guessed as if by chance.
 */
function plan(known: readonly Worth[], count: number, essential: number, least: number, size: number) {
  let plan = { read: count, bar: least };
  let cheapest = Number.POSITIVE_INFINITY;
  let unread = 0;
  for (let read = count; read >= essential && unread < least; read--) {
    const bar = least - unread;
    let postings = 0;
    let lookedUp = 0;
    for (let i = 0; i < read; i++) {
      const { worth, frequency } = known[i] as Worth;
      postings += frequency;
      if (worth >= bar) lookedUp += frequency;
      else
        for (let j = 0; j < i; j++) {
          const other = known[j] as Worth;
          if (other.worth < bar && other.worth + worth >= bar)
            lookedUp += (frequency * other.frequency) / size;
        }
    }
    const cost = postings + LOOKING_UP * lookedUp;
    if (cost < cheapest) {
      cheapest = cost;
      plan = { read, bar };
    }
    unread += (known[read - 1] as Worth).worth;
  }
  return plan;
}
