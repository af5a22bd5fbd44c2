/** The claims that a sentence is held against: one segment or several, taken as one, and what is known beside them. */
import type { Language } from '../language/tag';
import { sizeIn } from '../segment/query';
import {
  type CandidateOf,
  type ClaimTerms,
  candidatesOver,
  type Segment,
  type TermHash,
} from '../segment/segment';
import { together } from '../segment/together';
import type { Background } from './background';

/** What a feed may tell of a claim beside its words. */
export interface Beside {
  /** Day of the check, counted from 1970-01-01 (UTC). */
  readonly day?: number | undefined;
  /** How many of the terms after the claim's belong to the title; the rest are a subtitle's. */
  readonly inTitle?: number | undefined;
  /** Number of its publisher, as whoever built the index counts them. */
  readonly publisher?: number | undefined;
}

export class Collection {
  /** How many claims it holds in its language. */
  readonly size: number;
  /** Sentences must be read in it; claims in other languages are not found and weigh nothing. */
  readonly language: Language;
  private readonly terms = new Map<number, Known>();
  private readonly others = new Map<Language, Collection>();

  /**
   * `beside` answers for claim number `claim` of segment number `segment`. Without `language` it is that of most
   * claims.
   */
  constructor(
    readonly segments: readonly Segment[],
    readonly background: Background,
    readonly beside: (segment: number, claim: number) => Beside | undefined = () => undefined,
    language?: Language,
  ) {
    this.language = language ?? mainLanguage(segments);
    this.size = sizeIn(segments, this.language);
  }

  /** The claims in `language`, if not known those in that of most; undefined if there are none. */
  in(language: Language | undefined): Collection | undefined {
    if (language === undefined || language === this.language) return this.size > 0 ? this : undefined;
    let other = this.others.get(language);
    if (other === undefined && sizeIn(this.segments, language) > 0) {
      other = new Collection(this.segments, this.background, this.beside, language);
      this.others.set(language, other);
    }
    return other;
  }

  /** The `k` best by BM25, best first. */
  candidates(terms: readonly TermHash[], k: number): CandidateOf[] {
    return candidatesOver(this.segments, terms, k, { language: this.language });
  }

  claimTerms(at: CandidateOf, into: ClaimTerms): ClaimTerms {
    return (this.segments[at.segment] as Segment).claimTerms(at.claim, into);
  }

  idOf = (at: CandidateOf): string => (this.segments[at.segment] as Segment).idOf(at.claim);

  /** How many claims hold the term. */
  frequency(hash: number): number {
    return this.known(hash).frequency;
  }

  private known(hash: number): Known {
    let known = this.terms.get(hash);
    if (known === undefined) {
      let frequency = 0;
      for (const segment of this.segments) frequency += segment.documentFrequency(hash);
      known = { frequency, weight: (this.idfOf(hash, frequency) + this.background.idf(hash)) / 2 };
      if (this.terms.size >= MOST_TERMS) this.terms.clear();
      this.terms.set(hash, known);
    }
    return known;
  }

  /**
   * Inverse document frequency among the claims (BM25's). So many sentences of ordinary news are counted among them: a
   * handful of claims does not tell which words are rare, and a term's weight must not hang on how many claims there are.
   */
  idf(hash: number): number {
    return this.idfOf(hash, this.frequency(hash));
  }

  private idfOf(hash: number, frequency: number): number {
    const n = frequency + PRIOR * this.background.share(hash);
    return Math.log(1 + (this.size + PRIOR - n + 0.5) / (n + 0.5));
  }

  /**
   * Weight of a term: mean of its idf among the claims and in ordinary news. The claims alone think common news words
   * rare (MATCHING, “Weights”). `less`: as in `Background.idf`.
   */
  weight(hash: number, less = 0): number {
    const { weight } = this.known(hash);
    return less === 0 ? weight : (this.idf(hash) + this.background.idf(hash, less)) / 2;
  }

  /** How many claims hold both terms; a guess if both are common (`segment/together.ts`). */
  together(a: number, b: number): number {
    let n = 0;
    for (const segment of this.segments) {
      const s = segment.termOf(a);
      const t = segment.termOf(b);
      if (s >= 0 && t >= 0)
        n += s === t ? (segment.sections.frequencies[s] as number) : together(segment.sections, s, t);
    }
    return n;
  }
}

/** The language of most claims, English before others; of equals the first by code. */
function mainLanguage(segments: readonly Segment[]): Language {
  const all = new Set(['en', ...segments.flatMap((s) => [...s.languages.keys()]).sort()]);
  let main = 'en';
  for (const language of all) if (sizeIn(segments, language) > sizeIn(segments, main)) main = language;
  return main;
}

/** Ordinary sentences counted among the claims. */
const PRIOR = 1_000;

/** What is remembered of a term, and of how many at most: about 100 bytes each. */
interface Known {
  readonly frequency: number;
  readonly weight: number;
}

const MOST_TERMS = 32_768;
