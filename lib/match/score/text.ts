/** A post or passage cut into sentences, each with the terms of its neighbours. */
import type { Language } from '../language/tag';
import { sentences } from '../sentences';
import { readPost } from './post';
import { termsOf } from './sentence';

/** Sentences on either side that may name what a sentence leaves unsaid. */
const NEIGHBOURS = 2;

export interface Cut {
  readonly text: string;
  readonly around: ReadonlySet<number>;
}

/** The sentences of a post, without signature, links and what holds no word. */
export function cutPost(text: string, language?: Language): Cut[] {
  const { body } = readPost(text);
  const said = sentences(body)
    .map(({ start, end }) => body.slice(start, end))
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
  return withAround(said, language);
}

/** Sentences that follow each other, each with the terms of its neighbours. */
export function withAround(said: readonly string[], language?: Language): Cut[] {
  const terms = said.map((sentence) => termsOf([sentence], language));
  return said.map((text, i) => {
    const around = new Set<number>();
    for (let j = Math.max(0, i - NEIGHBOURS); j <= i + NEIGHBOURS && j < terms.length; j++)
      if (j !== i) for (const hash of terms[j] as Set<number>) around.add(hash);
    return { text, around };
  });
}
