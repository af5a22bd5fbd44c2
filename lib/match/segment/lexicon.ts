/**
 * What each folded word is to the index: a term, a number, or nothing. Looked up once a word and remembered, because
 * most words of a text have been seen before.
 */
import { hashWord } from '../fold';
import { isFigures, spelledNumber } from './numbers';
import { stem } from './stems';
import { isNegation, isStop } from './stop';

export type Kind = 'term' | 'number' | 'stop' | 'negation';

export interface Entry {
  readonly kind: Kind;
  /** Hash of the stem; 0 unless a term. */
  readonly hash: number;
}

/** Words remembered at most; past this the older half is forgotten. About 100 bytes each. */
const MOST_WORDS = 65_536;

let young = new Map<string, Entry>();
let old = new Map<string, Entry>();

export function lookUp(word: string): Entry {
  const known = young.get(word);
  if (known !== undefined) return known;
  const entry = old.get(word) ?? classify(word);
  // A megabyte without a space is read, but not remembered.
  if (word.length > 64) return entry;
  if (young.size >= MOST_WORDS / 2) {
    old = young;
    young = new Map();
  }
  young.set(word, entry);
  return entry;
}

const NUMBER: Entry = { kind: 'number', hash: 0 };
const STOP: Entry = { kind: 'stop', hash: 0 };
const NEGATION: Entry = { kind: 'negation', hash: 0 };

function classify(word: string): Entry {
  if (isNegation(word)) return NEGATION;
  if (isStop(word)) return STOP;
  if (isFigures(word) || spelledNumber(word) !== undefined) return NUMBER;
  return { kind: 'term', hash: wordTerm(word) };
}

/** Hash of the term that a word (not a number) stands for. `word` is folded, as `readWords` gives it. */
export const wordTerm = (word: string): number => hashWord(stem(word));
