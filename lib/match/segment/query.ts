/** The candidates for a sentence, over one segment or several as if they were one (as Lucene does). */
import type { Language } from '../language/tag';
import { type Gate, passes } from './gate';
import { SCORE_UNIT, weightOf } from './impact';
import type { Segment } from './segment';
import { sweep, type Wanted } from './sweep';
import { Top } from './top';

/** Anything with a term hash: a `Term` of `readTerms`. */
export interface TermHash {
  readonly hash: number;
}

export interface Candidate {
  /** Number of the claim in its segment. */
  readonly claim: number;
  /** BM25, impacts in 255 steps. */
  readonly score: number;
}

export interface CandidateOf extends Candidate {
  /** Which of the segments asked. */
  readonly segment: number;
}

export interface Ask {
  /** Candidates with a lower score are of no interest. The higher, the faster. */
  readonly least?: number | undefined;
  /** Sentences that do not pass are answered with none. */
  readonly gate?: Gate | undefined;
  /** The language the terms were read in: words are weighed by how rare they are in its claims alone. */
  readonly language?: Language | undefined;
}

/** Different terms of one query that count, rarest first; scores of this many fit 31 bits (see `impact.ts`). */
export const MOST_QUERY_TERMS = 128;

interface Weighed {
  readonly hash: number;
  readonly frequency: number;
  readonly weight: number;
}

/**
 * The `k` claims of all segments together that score highest by BM25 for these terms; repeated terms count once, and
 * a claim that shares none is no candidate. Best first; equal scores by length, then id.
 * @throws SegmentError if a segment's bytes are malformed.
 */
export function candidatesOver(
  segments: readonly Segment[],
  terms: readonly TermHash[],
  k: number,
  { least = 0, gate, language }: Ask = {},
): CandidateOf[] {
  const size = sizeIn(segments, language);
  const weighed = weigh(segments, terms, size);
  if (k < 1 || weighed.length === 0 || (gate && !passes(gate, weighed, size))) return [];
  const floor = Math.max(1, Math.ceil(least / SCORE_UNIT));
  const top = new Top(Math.floor(k), (s, a, t, b) => goesBefore(segments, s, a, t, b));
  segments.forEach((segment, s) => {
    const wanted: Wanted[] = [];
    for (const { hash, weight } of weighed) {
      const term = segment.termOf(hash);
      if (term >= 0) wanted.push({ term, weight });
    }
    if (wanted.length > 0) sweep(segment, s, wanted, top, floor);
  });
  return top.drain().map(({ score, segment, claim }) => ({ segment, claim, score: score * SCORE_UNIT }));
}

/** How many claims all segments hold together, in one language or in any. */
export const sizeIn = (segments: readonly Segment[], language?: Language): number =>
  segments.reduce((n, s) => n + (language === undefined ? s.size : (s.languages.get(language) ?? 0)), 0);

/** The different terms that some claim holds, rarest first. */
function weigh(segments: readonly Segment[], terms: readonly TermHash[], size: number): Weighed[] {
  const seen = new Set<number>();
  const weighed: Weighed[] = [];
  for (const { hash } of terms) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    let frequency = 0;
    for (const segment of segments) frequency += segment.documentFrequency(hash);
    const weight = frequency === 0 ? 0 : weightOf(frequency, size);
    if (weight > 0) weighed.push({ hash, frequency, weight });
  }
  weighed.sort((a, b) => b.weight - a.weight || a.hash - b.hash);
  return weighed.slice(0, MOST_QUERY_TERMS);
}

/** Order of claims with equal scores. Within a segment it is that of their numbers. */
export function goesBefore(
  segments: readonly Segment[],
  s: number,
  a: number,
  t: number,
  b: number,
): boolean {
  if (s === t) return a < b;
  const x = segments[s] as Segment;
  const y = segments[t] as Segment;
  const shorter = (x.sections.lengths[a] as number) - (y.sections.lengths[b] as number);
  if (shorter !== 0) return shorter < 0;
  const p = x.idOf(a);
  const q = y.idOf(b);
  return p === q ? s < t : p < q;
}
