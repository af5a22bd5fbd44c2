/**
 * What each folded word is to the index: a term, a number, or nothing. Looked up once a word and language and
 * remembered, because most words of a text have been seen before.
 */
import { hashWord } from '../fold';
import { type Rules, rulesOf } from '../language/rules';
import type { Language } from '../language/tag';
import { isFigures } from './numbers';

export type Kind = 'term' | 'number' | 'stop' | 'negation';

export interface Entry {
  readonly kind: Kind;
  /** Hash of the stem; 0 unless a term. */
  readonly hash: number;
}

/** Words remembered at most for a language; past this the older half is forgotten. About 100 bytes each. */
const MOST_WORDS = 65_536;
/** Languages remembered at most. */
const MOST_LANGUAGES = 16;

const NUMBER: Entry = { kind: 'number', hash: 0 };
const STOP: Entry = { kind: 'stop', hash: 0 };
const NEGATION: Entry = { kind: 'negation', hash: 0 };

/** The words of one language. */
export class Lexicon {
  readonly rules: Rules;
  /**
   * Xor-ed with the hashes of all terms, so that no claim shares a term with a passage in another language, be it a
   * name or a number: they are never held against each other, and `once` is not eleven. English has none: its hashes
   * are those the background counts were made of.
   */
  readonly salt: number;
  private young = new Map<string, Entry>();
  private old = new Map<string, Entry>();

  constructor(readonly language: Language) {
    this.rules = rulesOf(language);
    this.salt = language === 'en' ? 0 : hashWord(`@${language}`);
  }

  lookUp(word: string): Entry {
    const known = this.young.get(word);
    if (known !== undefined) return known;
    const entry = this.old.get(word) ?? this.classify(word);
    // A megabyte without a space is read, but not remembered.
    if (word.length > 64) return entry;
    if (this.young.size >= MOST_WORDS / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(word, entry);
    return entry;
  }

  private classify(word: string): Entry {
    const { denies, stop, numbers, stem } = this.rules;
    if (denies.has(word)) return NEGATION;
    if (isFigures(word) || numbers.has(word)) return NUMBER;
    if (stop.has(word)) return STOP;
    return { kind: 'term', hash: hashWord(stem(word)) ^ this.salt };
  }
}

const lexicons = new Map<Language, Lexicon>();

/** The words of a language, shared by all who read it. */
export function lexiconOf(language: Language): Lexicon {
  const known = lexicons.get(language);
  if (known) return known;
  if (lexicons.size >= MOST_LANGUAGES) lexicons.clear();
  const lexicon = new Lexicon(language);
  lexicons.set(language, lexicon);
  return lexicon;
}

/** Hash of the term that a word (not a number) stands for. `word` is folded, as `wordsIn` gives it. */
export function wordTerm(word: string, language: Language = 'en'): number {
  const { rules, salt } = lexiconOf(language);
  return hashWord(rules.stem(word)) ^ salt;
}

/** Hash of the term of a number. No folded word holds a `#`, so the two kinds never meet but by chance (2^-32). */
export const numberTerm = (value: number, language: Language = 'en'): number =>
  hashWord(`#${value}`) ^ lexiconOf(language).salt;
