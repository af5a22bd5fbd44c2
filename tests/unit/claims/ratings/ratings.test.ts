import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RATINGS } from '../../../../lib/claims';
import { HOSTS } from '../../../../lib/claims/ratings/hosts';
import { keyOf } from '../../../../lib/claims/ratings/key';
import { DISPUTED, rate, tableOf } from '../../../../lib/claims/ratings/rate';
import { WORDS } from '../../../../lib/claims/ratings/words';
import type { Table } from '../../../../lib/claims/ratings/words/table';

const FIXTURES = readFileSync(resolve(import.meta.dirname, '../../../fixtures/ratings.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { label: string; language?: string; host?: string; rating: string });

/** A word as one publisher or another writes it. */
const spellings = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word.toLowerCase(),
  word.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()),
  word.replaceAll(' ', '-'),
  word.replaceAll(' ', '_'),
  word.replaceAll(' ', '\u00a0'),
  `${word}.`,
  `${word}!`,
  `“${word}”`,
  `  ${word}\n`,
  word.normalize('NFD'),
];
const wordsOf = (table: Table) =>
  Object.entries(table).flatMap(([rating, words]) =>
    words.split(' | ').map((word) => [rating, word] as const),
  );

describe('every word of the tables finds its own rating, however it is written', () => {
  it.each(Object.keys(WORDS))('in %s', (language) => {
    for (const [rating, word] of wordsOf(WORDS[language] as Table))
      for (const label of spellings(word))
        expect([label, rate(label, { language }).rating]).toEqual([label, rating]);
  });

  it.each(Object.keys(HOSTS))('at %s', (host) => {
    for (const [rating, word] of wordsOf(HOSTS[host] as Table))
      for (const label of spellings(word))
        for (const at of [host, `en.${host}`])
          expect([label, rate(label, { hosts: ['', at] }).rating]).toEqual([label, rating]);
  });

  it('in no language said', () => {
    for (const table of Object.values(WORDS))
      for (const [rating, word] of wordsOf(table))
        if (!DISPUTED.has(keyOf(word))) expect([word, rate(word).rating]).toEqual([word, rating]);
  });
});

describe('the tables', () => {
  it('hold ratings and words alone', () => {
    for (const table of [...Object.values(WORDS), ...Object.values(HOSTS)])
      for (const [rating, word] of wordsOf(table)) {
        expect(RATINGS).toContain(rating);
        expect(keyOf(word)).not.toBe('');
        expect(word).toBe(word.trim());
      }
  });

  it('say of no word two things', () => {
    for (const table of [...Object.values(WORDS), ...Object.values(HOSTS)])
      expect(() => tableOf(table)).not.toThrow();
    expect(() => tableOf({ true: 'so', false: 'So!' })).toThrow('both true and false');
  });

  it('agree between languages, or the word is named here', () => expect([...DISPUTED]).toEqual([]));

  it('of a host say otherwise than those of languages only where it is named here', () => {
    const own = Object.entries(HOSTS).flatMap(([host, table]) =>
      wordsOf(table)
        .filter(([rating, word]) => !['unrated', rating].includes(rate(word).rating))
        .map(([, word]) => `${host}: ${word}`),
    );
    expect(own.sort()).toEqual(['faktisk.no: delvis feil', 'faktisk.no: delvis sant']);
  });
});

it.each(FIXTURES)('$label ($language, $host) is $rating', ({ label, language, host, rating }) =>
  expect(rate(label, { language, hosts: host === undefined ? [] : [host] }).rating).toBe(rating),
);

it.each([
  'FACT: The claim is false',
  'Confirmed: the photo is fake',
  'True. Partly false',
  'Wrong. It is true',
  'False: not at all',
])('“%s” is more than its first words, and unrated', (label) =>
  expect(rate(label, { language: 'en' }).rating).toBe('unrated'),
);

it.each([
  'True?',
  'True?!',
  'True ？',
  'True?”',
  'True? 🤔️',
  'True (?)',
  'True ❓',
  'صحيح؟!',
  'Αληθές;',
  'Αληθές\u037e',
])('“%s” asks, and is unrated whatever its numbers', (label) =>
  expect(rate(label, { numbers: { value: 5, best: 5, worst: 1 } }).rating).toBe('unrated'),
);

it.each(['❌ True', '✗True', '≠ true', '❌️ “True”'])('“%s” may deny its word, and is unrated', (label) =>
  expect(rate(label, { numbers: { value: 5, best: 5, worst: 1 } }).rating).toBe('unrated'),
);

it.each(['False.', 'False!!', 'False:', '(False)', 'False ❌'])('“%s” is a whole label', (label) =>
  expect(rate(label).rating).toBe('false'),
);

describe('numbers', () => {
  it.each([
    [1, 5, 1, 'false'],
    [2, 5, 1, 'mostly-false'],
    [3, 5, 1, 'mixed'],
    [4, 5, 1, 'mostly-true'],
    [5, 5, 1, 'true'],
    [5, 1, 5, 'false'],
    [4, 1, 5, 'mostly-false'],
    [0, 10, 0, 'false'],
    [7.5, 10, 0, 'mostly-true'],
    [7, 10, 0, 'unrated'],
    [1, 3, 0, 'unrated'],
    [2, 2, 2, 'unrated'],
    [-1, -1, -1, 'unrated'],
    [6, 5, 1, 'unrated'],
    [0, 5, 1, 'unrated'],
    [3, undefined, 1, 'unrated'],
    [3, 5, undefined, 'unrated'],
    [undefined, 5, 1, 'unrated'],
  ])('%s with best %s and worst %s: %s', (value, best, worst, rating) =>
    expect(rate('Hm', { numbers: { value, best, worst } }).rating).toBe(rating),
  );

  it('never count against words', () => {
    const numbers = { value: 5, best: 5, worst: 1 };
    expect(rate('False', { numbers })).toMatchObject({ rating: 'false', contradicts: true });
    expect(rate('Misleading', { numbers })).toMatchObject({ rating: 'misleading', contradicts: true });
    expect(rate('Mostly true', { numbers })).toMatchObject({ rating: 'mostly-true', contradicts: false });
    expect(rate('Satire', { numbers })).toMatchObject({ rating: 'satire', contradicts: false });
  });
});
