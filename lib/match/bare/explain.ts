/** Why a bare claim was found in a sentence or not: each candidate, feature by feature. */
import type { Passage } from '../find';
import { languageIn } from '../language/guess';
import { parts, scoreOf, sizedScore } from '../score/model';
import { sentenceCandidates } from '../score/repeats';
import { sentences } from '../sentences';
import { termsAround } from './around';
import type { BareLibrary } from './library';
import { sharedWith } from './shared';

/** What is said of one candidate. */
export interface ExplainedClaim {
  readonly claim: string;
  readonly source: string;
  /** On the scale of `detect`: above 0 it is shown at `normal`, above 1 at `strict`. */
  readonly score: number;
  /** Words of the sentence that the claim has too, heaviest first. */
  readonly shared: readonly string[];
  /** What each feature adds to the score, largest first. */
  readonly features: readonly { readonly name: string; readonly value: number; readonly part: number }[];
}

export interface ExplainedSentence {
  readonly sentence: string;
  /** Best first. */
  readonly candidates: readonly ExplainedClaim[];
}

/** The `k` best candidates of each sentence of `passage`. */
export function explainBare(library: BareLibrary, passage: Passage, k: number): ExplainedSentence[] {
  const { weights, sources } = library;
  const collection = library.collection.in(languageIn(passage.text, passage.language));
  if (!collection) return [];
  const texts = sentences(passage.text).map((s) => passage.text.slice(s.start, s.end));
  return termsAround(passage, texts, collection.language).map(({ terms, around }, i) => {
    const sentence = texts[i] as string;
    const candidates = sentenceCandidates(collection, terms, around)
      .map((found) => {
        const { detect } = weights.shapes[found.shape] as (typeof weights.shapes)[number];
        return {
          claim: collection.idOf(found.at),
          source: sources[found.at.segment] as string,
          score: sizedScore(scoreOf(weights, 'detect', found), collection.size),
          shared: sharedWith(collection, found.at, sentence).terms.map((t) => sentence.slice(t.start, t.end)),
          features: parts(detect, found.x),
        };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, k);
    return { sentence, candidates };
  });
}
