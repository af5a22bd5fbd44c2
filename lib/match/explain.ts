/** Why an authored claim was found in a sentence or not: for each claim that could be meant, how near it came. */
import { type Passage, readPassage, THRESHOLD } from './find';
import type { Library } from './library';
import { sentences } from './sentences';
import { type Miss, tryWay } from './try-way';

export interface TriedClaim {
  readonly check: string;
  readonly claim: string;
  /** How many of its ways could have been in the sentence. */
  readonly ways: number;
  /** What came of the way that came nearest, in words. */
  readonly outcome: string;
}

export interface TriedSentence {
  readonly sentence: string;
  /** Nearest first. */
  readonly claims: readonly TriedClaim[];
}

/** Nearer is later. */
const STAGES: readonly Miss[] = ['countries', 'words', 'near miss', 'parties', 'subject'];

const OUTCOMES: Readonly<Record<Miss, string>> = {
  countries: 'missing: a country that its ways of saying name',
  words: 'missing: the words of its ways of saying, in their order',
  'near miss': 'its words are there, but so is something that makes it a near miss (“unless”)',
  parties: 'its words are there, but its parties are not, or they are said of others',
  subject: 'points back at something, but nothing before speaks of the claim’s subject',
};

/** The `k` claims nearest to each sentence of `passage`. */
export function explainAuthored(library: Library, passage: Passage, k: number): TriedSentence[] {
  const tried = new Map<number, TriedClaim[]>();
  for (const { at, ways } of readPassage(library, passage)) {
    const nearest = new Map<string, { claim: TriedClaim; rank: number }>();
    for (const way of ways) {
      const { check, claim } = way.claim;
      const key = `${check} ${claim}`;
      const before = nearest.get(key);
      const got = tryWay(way, at);
      const rank = typeof got === 'string' ? STAGES.indexOf(got) : STAGES.length + got.score;
      const outcome =
        typeof got === 'string'
          ? OUTCOMES[got]
          : `found, score ${got.score} (shown from ${THRESHOLD}): ${got.reasons.join('; ')}`;
      const count = (before?.claim.ways ?? 0) + 1;
      if (!before || rank > before.rank)
        nearest.set(key, { claim: { check, claim, ways: count, outcome }, rank });
      else nearest.set(key, { ...before, claim: { ...before.claim, ways: count } });
    }
    const sorted = [...nearest.values()].sort((a, b) => b.rank - a.rank);
    tried.set(
      at.span.start,
      sorted.slice(0, k).map(({ claim }) => claim),
    );
  }
  return sentences(passage.text).map(({ start, end }) => ({
    sentence: passage.text.slice(start, end),
    claims: tried.get(start) ?? [],
  }));
}
