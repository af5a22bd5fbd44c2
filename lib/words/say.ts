/**
 * What Factmark says, in the reader's language. The words are in `lib/words/<language>/<room>.json`; the build makes the
 * browser's own `_locales` of them, so that a page holds one language only. Every context names once where its
 * words come from (`sayWith`): our pages and scripts the browser, the command line and the tests the English files.
 */
import type { CountKey, WordKey } from './keys';

/** Answers with the text of a key, with `$1` to `$9` replaced by `values`; '' if it has none. */
export type Words = (key: string, values: readonly string[]) => string;

let words: Words = (key, values) => [key, ...values].join(' ');
let tag = 'en';
let plurals = new Intl.PluralRules(tag);
let numbers = new Intl.NumberFormat(tag);

/**
 * Names the source of all words of this context. `wanted` is the reader's own language tag (BCP 47), whose dates and
 * numbers are used where the words are of that language; else those of the words' own language, which is their
 * entry `ext_language`.
 */
export function sayWith(source: Words, wanted: string): void {
  words = source;
  const own = source('ext_language', []) || 'en';
  tag = wanted.split('-')[0] === own ? wanted : own;
  plurals = new Intl.PluralRules(tag);
  numbers = new Intl.NumberFormat(tag);
}

/** Language tag for `Intl`, and for `lang` of what we say. */
export const locale = (): string => tag;

/** The way the words run. */
export const direction = (): 'ltr' | 'rtl' => (/^(ar|he)\b/.test(tag) ? 'rtl' : 'ltr');

/** 1243 → “1,243”. */
export const sayNumber = (n: number): string => numbers.format(n);

/**
 * In text that runs from right to left, a host name or a title would drag the words around it along: it is isolated
 * (Unicode FSI and PDI, UAX #9).
 */
const isolated = (value: string): string => (direction() === 'rtl' ? `\u2068${value}\u2069` : value);

const asText = (value: string | number): string =>
  typeof value === 'number' ? sayNumber(value) : isolated(value);

/** “a, b and c”; `plain`: “a, b, c”. */
export const sayList = (parts: readonly string[], plain = false): string =>
  new Intl.ListFormat(tag, plain ? { type: 'unit', style: 'short' } : {}).format(parts.map(isolated));

/** The text of `key`, its `$1` to `$9` replaced by `values`. */
export const say = (key: WordKey, ...values: readonly (string | number)[]): string =>
  words(key, values.map(asText)) || key;

/**
 * The text of `key` in the form that goes with `n` (`<key>_one`, `<key>_other`, …, as CLDR names them); `$1` is `n`
 * as a number of that language, `$2` to `$9` are `values`.
 */
export function sayCount(key: CountKey, n: number, ...values: readonly (string | number)[]): string {
  const all = [sayNumber(n), ...values.map(asText)];
  return words(`${key}_${plurals.select(n)}`, all) || words(`${key}_other`, all) || key;
}

/** Pieces of `key`'s text, in order: its words, and where a value goes, that value's number counted from 0. */
export function piecesOf(key: WordKey, values: number): (string | number)[] {
  // Marks that no text of ours holds (Unicode noncharacters) stand in for the values.
  const marks = Array.from({ length: values }, (_, i) => `\uFDD0${i}\uFDD1`);
  return (words(key, marks) || key)
    .split(/\uFDD0(\d)\uFDD1/)
    .map((piece, i) => (i % 2 === 1 ? Number(piece) : piece))
    .filter((piece) => piece !== '');
}
