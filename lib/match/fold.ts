/**
 * Folding: one pass over a text that yields its tokens as 32-bit hashes with offsets back to the original.
 * Case, diacritics, ligatures, full-width forms, curly apostrophes, soft hyphens and zero-width characters
 * are folded away; `U.S.` stays two tokens here (`lib/match/words.ts` joins them). What a character folds to depends
 * on nothing but the character: a page folds without knowing in what language it is (`letters.ts`).
 *
 * The same loop runs in the page (hashes only) and in the background (hashes and words), so the two agree.
 */

import { isUnspaced, lettersOf, vanishes } from './letters';

/** Tokens of a text. Arrays are parallel; offsets are UTF-16 code units into `text`, `ends` exclusive. */
export interface Tokens {
  readonly text: string;
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const SEPARATOR = 0;
const SKIP = 1;
/** Folded forms: a code unit, SEPARATOR, SKIP, or for characters that fold to several letters a string. */
type Fold = number | string;

const cache: (Fold | undefined)[] = [];
for (let c = 0; c < 0x80; c++) cache[c] = foldAscii(c);

function foldAscii(c: number): number {
  const s = String.fromCharCode(c);
  if (/[a-z0-9]/.test(s)) return c;
  if (/[A-Z]/.test(s)) return c + 32;
  return s === "'" ? SKIP : SEPARATOR;
}

/** Computed on first sight of each character: building a table of all of Unicode costs 20-30 ms on a cold page. */
function foldCode(code: number): Fold {
  const known = cache[code];
  if (known !== undefined) return known;
  const char = String.fromCodePoint(code);
  let fold: Fold = SEPARATOR;
  if (vanishes(code)) fold = SKIP;
  else {
    const letters = lettersOf(char);
    if (letters !== '') fold = letters.length === 1 ? letters.charCodeAt(0) : letters;
  }
  // Only the Basic Multilingual Plane is cached by index: a sparse array of a million holes would be slow.
  if (code <= 0xffff) cache[code] = fold;
  return fold;
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const mix = (hash: number, unit: number) => Math.imul(hash ^ unit, FNV_PRIME);

/** Hash of an already folded word, equal to the token hash of any text that folds to it (32-bit FNV-1a). */
export function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i));
  return hash;
}

/** Is the character at `at` a digit of any script? */
const isDigit = (text: string, at: number) => {
  const c = text.charCodeAt(at);
  const folded = cache[c] ?? (at < text.length ? foldCode(c) : SEPARATOR);
  return typeof folded === 'number' && folded >= 48 && folded <= 57;
};
const isApostrophe = (c: number) => c === 0x27 || c === 0x2018 || c === 0x2019 || c === 0x2bc || c === 0xff07;

/** What may stand between the digits of one number: `.` and `,`, also as Arabic has them. */
const isPoint = (c: number) => c === 0x2e || c === 0x2c || c === 0x66b || c === 0x66c;

/**
 * Tokens of `text`. Inside a number `.` is kept (`3.8bn` is one token) and a thousands comma is dropped;
 * a possessive `’s` is left out of the token. With `words`, the folded spelling of each token is pushed to it.
 */
export function fold(text: string, words?: string[]): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  let start = -1;
  let end = 0;
  let hash = FNV_OFFSET;
  let letters = '';
  const close = () => {
    if (start < 0) return;
    starts.push(start);
    ends.push(end);
    hashes.push(hash);
    words?.push(letters);
    start = -1;
    hash = FNV_OFFSET;
    letters = '';
  };
  const add = (unit: number) => {
    hash = mix(hash, unit);
    if (words) letters += String.fromCharCode(unit);
  };
  const length = text.length;
  for (let i = 0; i < length; ) {
    let code = text.charCodeAt(i);
    let width = 1;
    if (code >= 0xd800 && code <= 0xdbff) {
      code = text.codePointAt(i) as number;
      width = code > 0xffff ? 2 : 1;
    }
    const folded = cache[code] ?? foldCode(code);
    const next = i + width;
    if (folded === SKIP) {
      if (start >= 0 && isApostrophe(code) && isPossessive(text, next)) {
        close();
        i = next + 1;
        continue;
      }
    } else if (folded === SEPARATOR) {
      const point = start >= 0 && isPoint(code) && isDigit(text, i - 1) && isDigit(text, next);
      if (!point) close();
      else if (code === 0x2e || code === 0x66b) add(0x2e);
    } else {
      const alone = code >= 0xe00 && isUnspaced(code);
      if (alone) close();
      if (start < 0) start = i;
      end = next;
      if (typeof folded === 'number') add(folded);
      else for (let k = 0; k < folded.length; k++) add(folded.charCodeAt(k));
      if (alone) close();
    }
    i = next;
  }
  close();
  return {
    text,
    hashes: Int32Array.from(hashes),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  };
}

/** Is `text[at]` the `s` of a possessive, that is, an `s` with no letter of the same word after it? */
function isPossessive(text: string, at: number): boolean {
  const c = text.charCodeAt(at) | 32;
  if (c !== 0x73) return false;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    const after = foldCode(code);
    if (after !== SKIP) return after === SEPARATOR || (code >= 0xe00 && isUnspaced(code));
  }
  return true;
}

/** Folds a single word written in a check or a word list; '' if it holds no letter or digit. */
export function foldWord(word: string): string {
  const words: string[] = [];
  fold(word, words);
  return words.join('');
}
