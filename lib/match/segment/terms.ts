/**
 * From text to terms: what the index of bare claims knows of a sentence. Words are folded, stop words dropped, the
 * rest stemmed and hashed; numbers become terms of their own by value; each occurrence notes whether it is a name.
 */
import type { Language } from '../language/tag';
import { wordsIn } from '../language/words';
import type { Word } from '../words';
import { Capitals } from './capitals';
import { type Entry, lexiconOf, numberTerm, wordTerm } from './lexicon';
import { readNumber } from './numbers';

export { numberTerm, wordTerm } from './lexicon';

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

/** Percent signs, the Arabic and the full-width one among them; most languages put a space before. */
const PERCENT = /^[\s\u00a0\u202f]?[%\u066a\uff05]/;

/**
 * Reads the terms of `text`, one sentence or title, in the language it is in. Terms of different languages never are
 * the same. Time is linear in the text. `hear` is told each word (folded) that becomes a term, and which one.
 */
export function readTerms(
  text: string,
  language: Language = 'en',
  hear?: (word: string, term: number) => void,
): Terms {
  const lexicon = lexiconOf(language);
  const { rules } = lexicon;
  const words = wordsIn(text, language);
  const entries = words.map(({ word }) => lexicon.lookUp(word));
  const capitals = new Capitals(text, words, (i) => entries[i]?.kind === 'term');
  const terms: Term[] = [];
  let negated = false;
  for (let i = 0; i < words.length; i++) {
    const { word, start, end } = words[i] as Word;
    const { kind, hash } = entries[i] as Entry;
    if (kind === 'term') {
      const flags = !rules.capitalNouns && capitals.isName(i) ? NAME : 0;
      hear?.(word, terms.length);
      terms.push({ hash, flags, start, end });
    } else if (kind === 'negation') negated = true;
    else if (kind === 'number') {
      const { value, width, year } = readNumber(word, words[i + 1]?.word, rules);
      const last = words[i + width - 1] as Word;
      i += width - 1;
      const flags = year ? NUMBER | YEAR : NUMBER;
      terms.push({ hash: numberTerm(value, language), flags, start, end: last.end });
      const sign = PERCENT.exec(text.slice(last.end, last.end + 2))?.[0].length;
      if (sign !== undefined) {
        const at = last.end + sign;
        terms.push({ hash: wordTerm(rules.percent, language), flags: 0, start: at - 1, end: at });
      }
    }
  }
  return { terms, negated };
}
