/** A post or passage cut into sentences, each with the terms of its neighbours. */
import type { Language } from '../language/tag';
import { readTerms, type Term } from '../segment/terms';
import { sentences } from '../sentences';
import { readPost } from './post';

/** Sentences on either side that may name what a sentence leaves unsaid. */
const NEIGHBOURS = 2;

export interface Cut {
  readonly text: string;
  /** The terms of `text`, and the different ones of its neighbours; put together when first asked for. */
  readonly terms: readonly Term[];
  readonly around: () => ReadonlySet<number>;
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
  const read = said.map((sentence) => readTerms(sentence, language).terms);
  return said.map((text, i) => ({
    text,
    terms: read[i] as readonly Term[],
    around: () => aroundOf(read, i),
  }));
}

function aroundOf(read: readonly (readonly Term[])[], i: number): ReadonlySet<number> {
  const around = new Set<number>();
  for (let j = Math.max(0, i - NEIGHBOURS); j <= i + NEIGHBOURS && j < read.length; j++)
    if (j !== i) for (const { hash } of read[j] as readonly Term[]) around.add(hash);
  return around;
}
