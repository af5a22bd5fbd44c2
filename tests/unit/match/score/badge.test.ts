import { describe, expect, it } from 'vitest';
import { Background } from '../../../../lib/match/score/background';
import { BACKGROUND } from '../../../../lib/match/score/background-counts';
import { Collection } from '../../../../lib/match/score/collection';
import { saysLittle } from '../../../../lib/match/score/junk';
import { boundOf, rawScore, scoreOf, sizedScore } from '../../../../lib/match/score/model';
import { bestClaim, sentenceCandidates } from '../../../../lib/match/score/repeats';
import { Sentence } from '../../../../lib/match/score/sentence';
import { withAround } from '../../../../lib/match/score/text';
import { WEIGHTS } from '../../../../lib/match/score/weights';
import { buildSegment } from '../../../../lib/match/segment/build';
import { openSegment } from '../../../../lib/match/segment/segment';
import { readTerms, wordTerm } from '../../../../lib/match/segment/terms';
import { LOOKED_AT } from '../../../../lib/match/segment/together';

const WORDS = 'mayor goat zeppelin cheese moon Wexford harbour senate ballot vaccine otter piano'.split(' ');
/** Claims of five words, every pair of which often stands together. */
const CLAIMS = Array.from({ length: 3_000 }, (_, i) => {
  const word = (k: number) => WORDS[(i * (k + 3) + (i >> k)) % WORDS.length];
  return { id: `${i}`, claim: `${[0, 1, 2, 3].map(word).join(' ')} number${i % 700}` };
});
const collection = new Collection([openSegment(buildSegment(CLAIMS))], Background.read(BACKGROUND));
const TEXTS = CLAIMS.filter((_, i) => i % 211 === 0).map(({ claim }) => `They say ${claim} today.`);

describe('a badge', () => {
  it('is the same whether scores that cannot pass are bounded or counted', () => {
    let passed = 0;
    for (const text of TEXTS) {
      const best = bestClaim(collection, WEIGHTS, text);
      for (const least of [-3, -1, 0, 1]) {
        const found = bestClaim(collection, WEIGHTS, text, undefined, least);
        expect(found).toEqual(best !== undefined && best.score > least ? best : undefined);
        if (found) passed++;
      }
    }
    expect(passed).toBeGreaterThan(0);
  });
  it('never scores more than its bound', () => {
    for (const text of TEXTS)
      for (const candidate of sentenceCandidates(collection, text))
        expect(boundOf(WEIGHTS, 'detect', candidate)).toBeGreaterThanOrEqual(
          scoreOf(WEIGHTS, 'detect', candidate),
        );
  });
  it('may be asked for with terms that were read before, and surroundings that nobody may need', () => {
    for (const { text, terms, around } of withAround(TEXTS))
      expect(bestClaim(collection, WEIGHTS, terms, around)).toEqual(
        bestClaim(collection, WEIGHTS, text, around()),
      );
    const unasked = () => {
      throw new Error('asked');
    };
    expect(bestClaim(collection, WEIGHTS, 'The weather was fine on Monday.', unasked)).toBeUndefined();
  });
});

it('asks for more in a larger library, by as much whatever the score', () => {
  expect(sizedScore(0.5, 14_231)).toBe(0.5);
  expect(sizedScore(0, 500_000)).toBeLessThan(0);
  expect(sizedScore(1, 500_000)).toBeCloseTo(1, 12);
  for (const size of [0, 7, 14_231, 500_000, 1e8])
    expect(sizedScore(rawScore(0.3, size), size)).toBeCloseTo(0.3, 12);
});

it('counts pairs of terms from some of the claims if they are many', () => {
  const [a, b] = ['goat', 'cheese'].map((word) => wordTerm(word)) as [number, number];
  const holds = (claim: string, word: string) =>
    readTerms(claim).terms.some((t) => t.hash === wordTerm(word));
  const both = CLAIMS.filter(({ claim }) => holds(claim, 'goat') && holds(claim, 'cheese')).length;
  expect(collection.frequency(a)).toBeGreaterThan(LOOKED_AT);
  expect(collection.together(a, b)).toBeGreaterThan(both / 2);
  expect(collection.together(a, b)).toBeLessThan(both * 2);
  expect(new Sentence(collection, 'goat cheese').toldBeyond(a, b)).toBeLessThan(Math.log(CLAIMS.length));
});

describe('claims that say almost nothing', () => {
  it.each([
    'On the Trans-Pacific Partnership.',
    'Hillary Clinton',
    'NATO.',
    'In 2016.',
    '',
    'It is what it is.',
  ])('are told: %j', (claim) => expect(saysLittle(claim)).toBe(true));
  it.each([
    'Obama is a Muslim.',
    'NATO will leave Kosovo',
    'Drinking bleach cures malaria',
    'Wexford bans goats',
    'The U.S. isn’t in NATO.',
  ])('are not these: %j', (claim) => expect(saysLittle(claim)).toBe(false));
  it('are never badged for their titles', () => {
    const claims = [
      { id: 'junk', claim: 'The producers of the', title: 'Goats Elected Mayor of Wexford Harbour' },
      { id: 'tides', claim: 'The moon causes tides.', title: 'Moon and Tides' },
    ];
    const few = new Collection([openSegment(buildSegment(claims))], Background.read(BACKGROUND));
    expect(
      sentenceCandidates(few, 'Goats elected mayor of Wexford harbour, the moon causes tides'),
    ).toHaveLength(1);
    expect(sentenceCandidates(few, 'Goats elected mayor of Wexford harbour')).toEqual([]);
  });
});
