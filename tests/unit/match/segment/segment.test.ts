import { describe, expect, it } from 'vitest';
import { buildSegment } from '../../../../lib/match/segment/build';
import { weightOf } from '../../../../lib/match/segment/impact';
import { candidatesOver, openSegment } from '../../../../lib/match/segment/segment';
import { NAME, NUMBER, readTerms, TITLE, wordTerm, YEAR } from '../../../../lib/match/segment/terms';

const CLAIMS = [
  { id: 'a', claim: 'The mayor of Paris did not ban cars in 2019', title: 'Did Mayor Ban Cars?' },
  { id: 'b', claim: 'A comet will hit the moon' },
  { id: 'c', claim: 'Cars run on comet dust', title: '' },
];
const segment = openSegment(buildSegment(CLAIMS));
const ask = (text: string, k = 10) =>
  segment.candidates(readTerms(text).terms, k).map(({ claim }) => segment.idOf(claim));
const numberOf = (id: string) => [0, 1, 2].find((i) => segment.idOf(i) === id) as number;

describe('a segment', () => {
  it('finds claims by their words, best first', () => {
    expect(ask('Paris bans all cars')).toEqual(['a', 'c']);
    expect(ask('comets hit moons')).toEqual(['b', 'c']);
    expect(ask('Paris bans all cars', 1)).toEqual(['a']);
    expect(ask('nothing of the kind')).toEqual([]);
    expect(ask('cars', 0)).toEqual([]);
  });

  it('knows how many claims hold a term', () => {
    expect(segment.documentFrequency(wordTerm('comet'))).toBe(2);
    expect(segment.documentFrequency(wordTerm('saturn'))).toBe(0);
  });

  it('gives a claim’s terms without its text', () => {
    const { length, inClaim, negated, hashes, flags } = segment.claimTerms(numberOf('a'));
    expect([...hashes.subarray(0, length)]).toEqual([
      ...readTerms(CLAIMS[0]?.claim ?? '').terms.map((t) => t.hash),
      ...readTerms(CLAIMS[0]?.title ?? '').terms.map((t) => t.hash),
    ]);
    expect([...flags.subarray(0, length)]).toEqual([0, NAME, 0, 0, NUMBER | YEAR, TITLE, TITLE, TITLE]);
    expect(inClaim).toBe(5);
    expect(negated).toBe(true);
    expect(segment.claimTerms(numberOf('b')).negated).toBe(false);
  });

  it('says so when asked for a claim it does not have', () => {
    for (const claim of [-1, 3, Number.NaN]) {
      expect(() => segment.idOf(claim)).toThrow(RangeError);
      expect(() => segment.claimTerms(claim)).toThrow(RangeError);
    }
  });

  it('may be empty', () => {
    const empty = openSegment(buildSegment([]));
    expect(empty.size).toBe(0);
    expect(empty.candidates(readTerms('Paris').terms, 3)).toEqual([]);
    expect(candidatesOver([empty, segment], readTerms('moon').terms, 3)).toHaveLength(1);
    expect(candidatesOver([], readTerms('moon').terms, 3)).toEqual([]);
  });

  it('keeps claims that share an id apart, and claims that say nothing', () => {
    const odd = openSegment(
      buildSegment([
        { id: 'x', claim: '' },
        { id: 'x', claim: 'The moon' },
        { id: 'x', claim: 'The moon' },
      ]),
    );
    expect(odd.size).toBe(3);
    expect(odd.candidates(readTerms('moon').terms, 9)).toHaveLength(2);
  });

  it('cuts claims of any length to what it can hold', () => {
    const long = Array.from({ length: 2_000 }, (_, i) => `word${i}`).join(' ');
    const held = openSegment(buildSegment([{ id: 'long', claim: long, title: long }]));
    expect(held.claimTerms(0).length).toBe(255);
    expect(held.candidates(readTerms(long).terms, 1)).toHaveLength(1);
    expect(held.candidates(readTerms('word254').terms, 1)).toHaveLength(1);
    expect(held.candidates(readTerms('word255').terms, 1)).toHaveLength(0);
  });
});

describe('the gate', () => {
  const claims = Array.from({ length: 400 }, (_, i) => ({
    id: `${i}`,
    claim: `senator vote ${i % 100 === 0 ? 'zeppelin' : 'bill'} number${i}`,
  }));
  const big = openSegment(buildSegment(claims));
  const through = (text: string, gate: Parameters<typeof big.candidates>[2]) =>
    big.candidates(readTerms(text).terms, 3, gate).length > 0;

  it('turns back sentences of everyday words only', () => {
    const gate = { gate: { rare: 0.02, needed: 1 } };
    expect(through('Senators vote on a bill', gate)).toBe(false);
    expect(through('Senators vote on a zeppelin', gate)).toBe(true);
    expect(through('Senators vote on a zeppelin', { gate: { rare: 0.02, needed: 2 } })).toBe(false);
  });

  it('asks for words rare in ordinary news too', () => {
    const ordinary = (hash: number) => (hash === wordTerm('zeppelin') ? 0.1 : 0);
    expect(through('Senators vote on a zeppelin', { gate: { rare: 0.02, needed: 1, ordinary } })).toBe(false);
  });
});

describe('weights', () => {
  it('fall with frequency and are never negative', () => {
    expect(weightOf(1, 1_000)).toBeGreaterThan(weightOf(10, 1_000));
    expect(weightOf(1_000, 1_000)).toBeGreaterThanOrEqual(0);
    // ln(1 + 999.5 / 1.5), in 1024 steps.
    expect(weightOf(1, 1_000)).toBe(Math.round(1024 * Math.log(1 + 999.5 / 1.5)));
  });
});
