/**
 * From text to terms: what the index of bare claims knows of a sentence. Words are folded, stop words dropped, the
 * rest stemmed and hashed; numbers become terms of their own by value; each occurrence notes whether it is a name.
 */
import { hashWord } from '../fold';
import { readWords, type Word } from '../words';
import { Capitals } from './capitals';
import { type Entry, lookUp, wordTerm } from './lexicon';
import { readNumber } from './numbers';

export { wordTerm } from './lexicon';

/** Flags of an occurrence, to be or-ed. `NAME`: written like a name (a capital inside the sentence, or all capitals). */
export const NAME = 1;
/** A number, written in figures or words. */
export const NUMBER = 2;
/** A number that is most likely a year; always with `NUMBER`. */
export const YEAR = 4;
/** It stands in the claim's title, not in the claim. Set by the index only. */
export const TITLE = 8;

/** One occurrence of a term in a text. */
export interface Term {
  /** 32-bit hash, signed, of the stem, or of `#` and the value for a number. */
  readonly hash: number;
  readonly flags: number;
  /** Offsets into the text, UTF-16, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The terms of a text in reading order. */
export interface Terms {
  readonly terms: readonly Term[];
  /** Does the text hold a word that denies? */
  readonly negated: boolean;
}

/** Hash of the term of a number. No folded word holds a `#`, so the two kinds never meet but by chance (2^-32). */
export const numberTerm = (value: number): number => hashWord(`#${value}`);

const PERCENT = wordTerm('percent');

/** Reads the terms of `text`, one sentence or title. Time is linear in the text. */
export function readTerms(text: string): Terms {
  const words = readWords(text);
  const entries = words.map(({ word }) => lookUp(word));
  const capitals = new Capitals(text, words, (i) => entries[i]?.kind === 'term');
  const terms: Term[] = [];
  let negated = false;
  for (let i = 0; i < words.length; i++) {
    const { word, start, end } = words[i] as Word;
    const { kind, hash } = entries[i] as Entry;
    if (kind === 'term') terms.push({ hash, flags: capitals.isName(i) ? NAME : 0, start, end });
    else if (kind === 'negation') negated = true;
    else if (kind === 'number') {
      const { value, width, year } = readNumber(word, words[i + 1]?.word);
      const last = words[i + width - 1] as Word;
      i += width - 1;
      terms.push({ hash: numberTerm(value), flags: year ? NUMBER | YEAR : NUMBER, start, end: last.end });
      if (text[last.end] === '%') terms.push({ hash: PERCENT, flags: 0, start: last.end, end: last.end + 1 });
    }
  }
  return { terms, negated };
}
