import { describe, expect, it } from 'vitest';
import { stem } from '../../../../lib/match/segment/stems';
import { NAME, NUMBER, numberTerm, readTerms, wordTerm, YEAR } from '../../../../lib/match/segment/terms';

const hashes = (text: string) => readTerms(text).terms.map((t) => t.hash);
const written = (text: string, flag: number) =>
  readTerms(text)
    .terms.filter((t) => (t.flags & flag) !== 0)
    .map((t) => text.slice(t.start, t.end));

describe('terms', () => {
  it('drop stop words, stem the rest, keep the order', () => {
    expect(hashes('The senators have voted')).toEqual([wordTerm('senator'), wordTerm('vote')]);
  });

  it('know names by capitals inside the sentence', () => {
    expect(written('Yesterday the mayor of Paris met NATO officials', NAME)).toEqual(['Paris', 'NATO']);
    expect(written('Boris Johnson resigned', NAME)).toEqual(['Boris', 'Johnson']);
    expect(written('It rained. Farmers were glad', NAME)).toEqual([]);
  });

  it('know nothing of names in headlines and shouting, but for acronyms', () => {
    expect(written('Did Mayor Ban Cars Near NATO Offices Yesterday?', NAME)).toEqual(['NATO']);
    expect(written('MAYOR BANS CARS IN PARIS TODAY', NAME)).toEqual([]);
  });

  it.each([
    ['$3.8 billion', 3.8e9],
    ['3.8bn', 3.8e9],
    ['3,800 million', 3.8e9],
    ['seven', 7],
    ['7th', 7],
    ['forty', 40],
    ['12.5', 12.5],
  ])('read %s as a value', (text, value) => {
    expect(hashes(text)).toEqual([numberTerm(value)]);
    expect(readTerms(text).terms[0]?.flags).toBe(NUMBER);
  });

  it('know years, and per cent however written', () => {
    expect(readTerms('in 1951').terms[0]?.flags).toBe(NUMBER | YEAR);
    expect(hashes('15%')).toEqual(hashes('15 percent'));
  });

  it('note denial', () => {
    expect(readTerms('There is no treaty').negated).toBe(true);
    expect(readTerms('It didn’t pass').negated).toBe(true);
    expect(readTerms('There is a treaty').negated).toBe(false);
  });
});

describe('stems', () => {
  it.each([
    ['election', 'elected'],
    ['elections', 'elect'],
    ['donations', 'donated'],
    ['vaccines', 'vaccine'],
    ['decisions', 'decision'],
  ])('%s and %s agree', (a, b) => expect(stem(a)).toBe(stem(b)));

  it('leave alone what is not a word', () => {
    for (const word of ['', 'x', 'covid19', 'a'.repeat(500), 'москва']) expect(stem(word)).toBe(word);
  });
});

describe('hostile text', () => {
  // A step that takes time by the square of the length would need hours for these: the runner would end it.
  it.each([
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['a word a million times', 'treaty '.repeat(1_000_000)],
    ['figures over and over', '3.8 billion '.repeat(80_000)],
    ['one long figure', '9'.repeat(1_000_000)],
    ['dots and figures', '1.'.repeat(500_000)],
    ['capitals', 'NATO '.repeat(200_000)],
    ['lone surrogates', '\ud83d'.repeat(1_000_000)],
    ['quotes', '"“A '.repeat(250_000)],
  ])(
    'is read to its end: %s',
    (_, text) => {
      const { negated } = readTerms(text);
      expect(negated).toBe(false);
    },
    30_000,
  );
});
