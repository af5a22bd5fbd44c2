/**
 * Ranking by words and by meaning: to the candidates that share words with a text come those whose meaning
 * is nearest, and a linear function of both kinds of evidence puts them in order. For texts in English.
 */
import type { Collection } from '../score/collection';
import type { Featured } from '../score/features';
import type { Weights } from '../score/model';
import { readPost } from '../score/post';
import { postCandidates, type Ranked } from '../score/rank';
import { type CandidateOf, ClaimTerms } from '../segment/segment';
import { readTerms } from '../segment/terms';
import { Aligner } from './align';
import { MEANING_FEATURES, meaningFeatures } from './features';
import { ClaimMeanings } from './nearest';
import type { Vectors } from './vectors';

/** Candidates by meaning that are held against a text. More find more, and cost more. */
const NEAREST = 120;
/**
 * Words are sure of a claim to which they give this share of the list. Higher: more paraphrases, fewer
 * repeats.
 */
const SURE = 0.75;
const WORDS = MEANING_FEATURES.indexOf('words');
const SHARE = MEANING_FEATURES.indexOf('share by words');

/** A candidate with its features, those of meaning in the order of `MEANING_FEATURES`. */
export interface Meant {
  readonly featured: Featured;
  readonly x: Float64Array;
}

/** A collection whose claims are also known by their meaning. */
export class MeantCollection {
  private readonly claims: ClaimMeanings;
  /** Claims of the segments before each. */
  private readonly before: number[] = [];
  private readonly terms = new ClaimTerms();

  constructor(
    readonly collection: Collection,
    readonly vectors: Vectors,
  ) {
    const all: number[][][] = [];
    collection.segments.forEach((segment, s) => {
      this.before.push(all.length);
      for (let claim = 0; claim < segment.size; claim++) all.push(this.fieldsOf(s, claim));
    });
    this.claims = new ClaimMeanings(vectors, all);
  }

  /** The candidates of a post, by words and by meaning, with their features. */
  candidates(weights: Weights, text: string, k: number): Meant[] {
    const { collection, vectors } = this;
    const { body, author } = readPost(text);
    const hashes = readTerms(body === '' ? author : body, collection.language).terms.map(({ hash }) => hash);
    const nearness = this.claims.nearness(vectors.meaning(hashes));
    const near = this.claims.nearest(nearness, NEAREST).map((at) => this.candidateAt(at));
    const candidates = postCandidates(collection, text, k, near);
    const aligner = new Aligner(vectors, hashes, (hash) => collection.weight(hash));
    const features = meaningFeatures(candidates, weights, aligner, ({ at }) => ({
      fields: this.fieldsOf(at.segment, at.claim),
      nearness: nearness[(this.before[at.segment] as number) + at.claim] as number,
    }));
    return candidates.map((featured, i) => ({ featured, x: features[i] as Float64Array }));
  }

  /**
   * The `k` claims that `text` most likely repeats or is about, best first. No threshold. If words are sure
   * of one claim they give the order; else words and meaning together.
   */
  rank(weights: Weights, meaning: readonly number[], text: string, k: number): Ranked[] {
    const candidates = this.candidates(weights, text, k);
    const sure = candidates.some(({ x }) => (x[SHARE] as number) > Math.log(SURE));
    return candidates
      .map(({ featured, x }, i) => ({
        at: featured.at,
        score: sure ? (x[WORDS] as number) : x.reduce((sum, v, j) => sum + v * (meaning[j] as number), 0),
        i,
      }))
      .sort((a, b) => b.score - a.score || a.i - b.i)
      .slice(0, k)
      .map(({ at, score }) => ({ at, score }));
  }

  private candidateAt(place: number): CandidateOf {
    let segment = this.before.length - 1;
    while (segment > 0 && (this.before[segment] as number) > place) segment--;
    return { segment, claim: place - (this.before[segment] as number), score: 0 };
  }

  /** Terms of claim, title and subtitle. */
  private fieldsOf(segment: number, claim: number): number[][] {
    const { terms, collection } = this;
    collection.claimTerms({ segment, claim, score: 0 }, terms);
    const hashes = Array.from(terms.hashes.subarray(0, terms.length));
    const title = terms.inClaim + (collection.beside(segment, claim)?.inTitle ?? terms.length);
    return [hashes.slice(0, terms.inClaim), hashes.slice(terms.inClaim, title), hashes.slice(title)];
  }
}
