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

/** What a character folds to: one of these, or the one code unit it becomes (a letter or digit, so above them). */
const UNKNOWN = 0;
const SEPARATOR = 1;
const SKIP = 2;
/** Folds to several letters, is a word by itself, or lies outside the Basic Multilingual Plane. */
const RARE = 3;

/** By code unit, filled on first sight of each: folding all of Unicode at once costs 20-30 ms on a cold page. */
const table = new Uint16Array(0x10000);
table.fill(RARE, 0xd800, 0xe000);

/** `table[code]` for a code unit, computed if it is not known yet. */
function foldUnit(code: number): number {
  const known = table[code] as number;
  if (known !== UNKNOWN) return known;
  const letters = foldPoint(code);
  let folded = SEPARATOR;
  if (letters === undefined) folded = SKIP;
  else if (letters !== '') folded = letters.length > 1 || isUnspaced(code) ? RARE : letters.charCodeAt(0);
  table[code] = folded;
  return folded;
}

/** What a code point folds to: letters, '' for a separator, `undefined` if it vanishes. */
function foldPoint(code: number): string | undefined {
  if (code === APOSTROPHE || vanishes(code)) return undefined;
  return lettersOf(String.fromCodePoint(code));
}

/** `foldPoint`, remembered: a page in Chinese is made of nothing else. */
const rare = new Map<number, string | undefined>();
function foldRare(code: number): string | undefined {
  if (rare.has(code)) return rare.get(code);
  const folded = foldPoint(code);
  if (rare.size < MOST_RARE) rare.set(code, folded);
  return folded;
}
const MOST_RARE = 20_000;
const SPACE = 0x20;
const APOSTROPHE = 0x27;

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
  const folded = at < text.length ? foldUnit(text.charCodeAt(at)) : SEPARATOR;
  return folded >= 48 && folded <= 57;
};
const isApostrophe = (c: number) => c === 0x27 || c === 0x2018 || c === 0x2019 || c === 0x2bc || c === 0xff07;

/** What may stand between the digits of one number: `.` and `,`, also as Arabic has them. */
const isPoint = (c: number) => c === 0x2e || c === 0x2c || c === 0x66b || c === 0x66c;

/** Where the loop writes: hashes, starts and ends of its tokens. Kept from call to call. */
let scratch = [new Int32Array(1_024), new Int32Array(1_024), new Int32Array(1_024)] as const;

function grow(): typeof scratch {
  const twice = (old: Int32Array) => {
    const next = new Int32Array(2 * old.length);
    next.set(old);
    return next;
  };
  scratch = [twice(scratch[0]), twice(scratch[1]), twice(scratch[2])];
  return scratch;
}

/**
 * Tokens of `text`. Inside a number `.` is kept (`3.8bn` is one token) and a thousands comma is dropped;
 * a possessive `’s` is left out of the token. With `words`, the folded spelling of each token is pushed to it.
 */
export function fold(text: string, words?: string[]): Tokens {
  const count = scan(text, words);
  const [hashes, starts, ends] = scratch;
  return {
    text,
    hashes: hashes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  };
}

/**
 * The hashes of `fold(text)` alone, all that a page sends: a view that the next call of this room overwrites. The same
 * as `scan` for text without what is rare, with half the work a character; every page runs it over every word.
 */
export function foldHashes(text: string): Int32Array {
  const { length } = text;
  while (scratch[0].length <= length / 2) grow();
  const [hashes] = scratch;
  let count = 0;
  let open = false;
  let hash = FNV_OFFSET;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    let folded = table[code] as number;
    if (folded === UNKNOWN) folded = foldUnit(code);
    if (folded > RARE) {
      hash = Math.imul(hash ^ folded, FNV_PRIME);
      open = true;
      continue;
    }
    if (folded === RARE) return scratch[0].subarray(0, scan(text, undefined));
    if (!open) continue;
    if (folded === SKIP) {
      if (!isApostrophe(code) || !isPossessive(text, i + 1)) continue;
      i++;
    } else if (isPoint(code) && isDigit(text, i - 1) && isDigit(text, i + 1)) {
      if (code === 0x2e || code === 0x66b) hash = mix(hash, 0x2e);
      continue;
    }
    hashes[count++] = hash;
    hash = FNV_OFFSET;
    open = false;
  }
  if (open) hashes[count++] = hash;
  return hashes.subarray(0, count);
}

/** Fills `scratch`; answers with the number of tokens. */
function scan(text: string, words: string[] | undefined): number {
  const { length } = text;
  let [hashes, starts, ends] = scratch;
  let count = 0;
  let start = -1;
  let end = 0;
  let hash = FNV_OFFSET;
  let letters = '';
  // One step past the end, where a separator closes the last token.
  for (let i = 0; i <= length; i++) {
    const code = i < length ? text.charCodeAt(i) : SPACE;
    let folded = table[code] as number;
    if (folded === UNKNOWN) folded = foldUnit(code);
    if (folded > RARE) {
      if (start < 0) start = i;
      end = i + 1;
      hash = Math.imul(hash ^ folded, FNV_PRIME);
      if (words) letters += String.fromCharCode(folded);
      continue;
    }
    const first = i;
    let alone = '';
    if (folded === SEPARATOR) {
      if (start < 0) continue;
      if (isPoint(code) && isDigit(text, i - 1) && isDigit(text, i + 1)) {
        if (code === 0x2e || code === 0x66b) hash = mix(hash, 0x2e);
        if (words && (code === 0x2e || code === 0x66b)) letters += '.';
        continue;
      }
    } else if (folded === SKIP) {
      if (start < 0 || !isApostrophe(code) || !isPossessive(text, i + 1)) continue;
      i++;
    } else {
      const point = text.codePointAt(i) as number;
      const rare = foldRare(point);
      if (point > 0xffff) i++;
      if (rare === undefined) continue;
      if (rare !== '' && !isUnspaced(point)) {
        if (start < 0) start = first;
        end = i + 1;
        for (let k = 0; k < rare.length; k++) hash = mix(hash, rare.charCodeAt(k));
        if (words) letters += rare;
        continue;
      }
      alone = rare;
    }
    // A word by itself may end another: room for two.
    if (count + 2 > hashes.length) [hashes, starts, ends] = grow();
    if (start >= 0) {
      starts[count] = start;
      ends[count] = end;
      hashes[count++] = hash;
      words?.push(letters);
      start = -1;
      hash = FNV_OFFSET;
      letters = '';
    }
    if (alone !== '') {
      starts[count] = first;
      ends[count] = i + 1;
      hashes[count++] = hashWord(alone);
      words?.push(alone);
    }
  }
  return count;
}

/** Is `text[at]` the `s` of a possessive, that is, an `s` with no letter of the same word after it? */
function isPossessive(text: string, at: number): boolean {
  const c = text.charCodeAt(at) | 32;
  if (c !== 0x73) return false;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    const after = foldPoint(code);
    if (after !== undefined) return after === '' || isUnspaced(code);
  }
  return true;
}

/** Folds a single word written in a check or a word list; '' if it holds no letter or digit. */
export function foldWord(word: string): string {
  const words: string[] = [];
  fold(word, words);
  return words.join('');
}
