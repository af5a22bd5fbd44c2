import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Background } from '../../../../lib/match/score/background';
import { BACKGROUND } from '../../../../lib/match/score/background-counts';
import { Collection } from '../../../../lib/match/score/collection';
import { FEATURES } from '../../../../lib/match/score/features';
import {
  apply,
  checkWeights,
  parts,
  type Scorers,
  scoreOf,
  THRESHOLDS,
} from '../../../../lib/match/score/model';
import { postCandidates, rank } from '../../../../lib/match/score/rank';
import { bestClaim, repeats, sentenceCandidates } from '../../../../lib/match/score/repeats';
import { Sentence, termsOf } from '../../../../lib/match/score/sentence';
import { WEIGHTS } from '../../../../lib/match/score/weights';
import { buildSegment } from '../../../../lib/match/segment/build';
import { openSegment } from '../../../../lib/match/segment/segment';
import { wordTerm } from '../../../../lib/match/segment/terms';

const CLAIMS = [
  { id: 'cheese', claim: 'The moon is made of green cheese.', title: 'Is the Moon Made of Cheese?' },
  { id: 'tides', claim: 'The moon causes the tides in Lake Constance.' },
  { id: 'cow', claim: 'A cow jumped over the moon in Lower Wexford in 1968.', title: 'The Jumping Cow' },
  { id: 'goat', claim: 'A goat was elected mayor of Lower Wexford.' },
  { id: 'dairy', claim: 'Dairies in Lower Wexford sell cheese made of chalk.' },
  { id: 'empty', claim: '', title: '' },
  { id: 'stop', claim: 'It is what it is.' },
];
const background = Background.read(BACKGROUND);
const collectionOf = (claims: typeof CLAIMS, days = new Map<string, number>()) => {
  const segment = openSegment(buildSegment(claims));
  return new Collection([segment], background, (_, claim) => ({ day: days.get(segment.idOf(claim)) }));
};
const collection = collectionOf(CLAIMS);
const ids = (text: string, of = collection, k = 5) => rank(of, WEIGHTS, text, k).map(({ at }) => of.idOf(at));

describe('rank', () => {
  it.each([
    ['They say the moon is really made of cheese', 'cheese'],
    ['Did a goat become the mayor of #LowerWexford?', 'goat'],
    ['1968: cow jumps over moon', 'cow'],
    ['Chalk in the cheese of Wexford dairies!', 'dairy'],
  ])('puts the right claim first: %s', (text, id) => expect(ids(text)[0]).toBe(id));
  it('gives at most k, and none that shares no word', () => {
    expect(ids('the moon', collection, 2)).toHaveLength(2);
    expect(ids('unrelated words only')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
  it('prefers what was checked when the post was written, all else equal', () => {
    const twins = ['then', 'now'].map((id) => ({
      id,
      claim: 'A shark swims in the streets of Wexford.',
      title: '',
    }));
    const days = new Map([
      ['then', Date.UTC(2011, 7, 29) / 864e5],
      ['now', Date.UTC(2017, 7, 29) / 864e5],
    ]);
    const text = 'Shark in the streets of Wexford! — Ann (@ann) August';
    expect(ids(`${text} 28, 2017`, collectionOf(twins, days))[0]).toBe('now');
    expect(ids(`${text} 28, 2011`, collectionOf(twins, days))[0]).toBe('then');
  });
  it('scores several segments as one', () => {
    const two = new Collection(
      [CLAIMS.slice(0, 3), CLAIMS.slice(3)].map((part) => openSegment(buildSegment(part))),
      background,
    );
    const one = new Collection(collection.segments, background);
    const all = (of: Collection) =>
      rank(of, WEIGHTS, 'cow, cheese and moon in Wexford', 9).map(({ at, score }) => [
        of.idOf(at),
        score.toFixed(9),
      ]);
    expect(all(two)).toEqual(all(one));
  });
});

describe('detection', () => {
  it('finds a repeated claim and is sure of it', () => {
    const best = bestClaim(collection, WEIGHTS, 'The moon is made of green cheese.');
    expect(best && collection.idOf(best.at)).toBe('cheese');
    expect(best?.score).toBeGreaterThan(bestClaim(collection, WEIGHTS, 'He ate cheese.')?.score ?? 0);
  });
  it('is quiet on ordinary sentences, and never louder when strict', () => {
    for (const text of ['He ate cheese.', 'The mayor of London spoke on Monday.', 'It is what it is.', '']) {
      expect(repeats(collection, WEIGHTS, text, 'normal')).toBeUndefined();
      expect(repeats(collection, WEIGHTS, text, 'strict')).toBeUndefined();
    }
    expect(THRESHOLDS.strict).toBeGreaterThan(THRESHOLDS.normal);
  });
  it('notes what stands around a sentence', () => {
    const text = 'A goat was elected mayor.';
    const at = FEATURES.indexOf('claim: carried');
    const alone = sentenceCandidates(collection, text);
    const inPlace = sentenceCandidates(collection, text, termsOf(['News from Lower Wexford.']));
    expect(alone[0]?.x[at]).toBe(0);
    expect(inPlace[0]?.x[at]).toBeGreaterThan(0);
  });
});

it('counts claims that hold two terms', () => {
  const both = (a: string, b: string) => collection.together(wordTerm(a), wordTerm(b));
  expect(both('moon', 'cheese')).toBe(1);
  expect(both('lower', 'wexford')).toBe(3);
  expect(both('goat', 'cow')).toBe(0);
  expect(both('goat', 'unheard')).toBe(0);
});
it('holds that a word tells little after one it always goes with', () => {
  const sentence = new Sentence(collection, 'Lower Wexford cheese');
  const [lower, wexford, cheese] = ['lower', 'wexford', 'cheese'].map((word) => wordTerm(word)) as [
    number,
    number,
    number,
  ];
  expect(sentence.toldBeyond(wexford, lower)).toBeCloseTo(Math.log(5 / 3.5), 12);
  expect(sentence.toldBeyond(wexford, lower)).toBeLessThan(sentence.toldBeyond(cheese, lower));
});

describe('features', () => {
  it('are finite for any text, and scores too', () => {
    const words = fc.constantFrom(
      'moon',
      'cheese',
      'Wexford',
      'LOWER',
      '1968',
      'goat',
      '#MoonCow',
      '@x',
      '—',
      '(@a)',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((w) => w.join(' ')),
        ),
        (text) => {
          for (const candidate of [
            ...postCandidates(collection, text),
            ...sentenceCandidates(collection, text),
          ]) {
            const { x } = candidate;
            expect(x).toHaveLength(FEATURES.length);
            expect(x.every(Number.isFinite)).toBe(true);
            expect(scoreOf(WEIGHTS, 'rank', candidate)).not.toBeNaN();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  it('are named once each, and the weights are for them', () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
    expect(() => checkWeights({ ...WEIGHTS, names: FEATURES.slice(1) })).toThrow(RangeError);
  });
  it('add up to the score', () => {
    const x = postCandidates(collection, 'green cheese on the moon')[0]?.x as Float64Array;
    const { rank: linear } = WEIGHTS.shapes[0] as Scorers;
    const sum = parts(linear, x).reduce((a, { part }) => a + part, linear.bias);
    expect(sum).toBeCloseTo(apply(linear, x), 9);
  });
});
