/** The sentences of a passage as terms, each read once, and what stands around each of them. */
import type { Passage } from '../find';
import type { Language } from '../language/tag';
import { termsOf } from '../score/sentence';
import { withAround } from '../score/text';
import type { Term } from '../segment/terms';
import { sentences } from '../sentences';

/** Sentences of the text before a passage that count as standing around its first ones. */
const BEFORE = 2;

export interface TermsAround {
  readonly terms: readonly Term[];
  /** Terms that the sentence may leave unsaid (“no such treaty exists”): those around it, and the page's headline's. */
  readonly around: () => ReadonlySet<number>;
}

/** `texts` are the sentences of `passage`. */
export function termsAround(passage: Passage, texts: readonly string[], language: Language): TermsAround[] {
  const before = sentences(passage.before ?? '')
    .slice(-BEFORE)
    .map((s) => (passage.before as string).slice(s.start, s.end));
  const headline = passage.headline ? termsOf([passage.headline], language) : new Set<number>();
  return withAround([...before, ...texts], language)
    .slice(before.length)
    .map(({ terms, around }) => ({ terms, around: () => new Set([...around(), ...headline]) }));
}
