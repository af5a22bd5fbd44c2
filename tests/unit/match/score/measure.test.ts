import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  interval,
  mean,
  reciprocalRank,
  thresholdAt,
} from '../../../../lib/match/score/measure';

const ranked = ['a', 'b', 'c', 'd', 'e'];

describe('averagePrecision', () => {
  it.each([
    ['a', 5, 1],
    ['b', 5, 1 / 2],
    ['b', 1, 0],
    ['b d', 5, (1 / 2 + 2 / 4) / 2],
    ['a x', 5, 1 / 2],
    // With two relevant and one place, one hit is all there can be.
    ['a x', 1, 1],
    ['x', 5, 0],
    ['', 5, 0],
  ])('of %j among a to e at %i is %f', (relevant, k, value) => {
    expect(averagePrecision(ranked, new Set(relevant.split(' ').filter(Boolean)), k)).toBeCloseTo(value, 12);
  });
  it('counts a claim that is ranked twice once', () => {
    expect(averagePrecision(['a', 'a', 'b'], new Set(['a', 'b']), 3)).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });
});

it('reciprocalRank is 1 / rank of the first relevant', () => {
  expect(reciprocalRank(ranked, new Set(['d', 'e']))).toBe(1 / 4);
  expect(reciprocalRank(ranked, new Set(['x']))).toBe(0);
});

describe('thresholdAt', () => {
  const scores = Array.from({ length: 2_000 }, (_, i) => i);
  const above = (t: number, of = scores) => of.filter((s) => s > t).length;
  it('leaves at most the rate above it, and no fewer than it must', () => {
    expect(above(thresholdAt(scores, 1 / 1_000))).toBe(2);
    expect(above(thresholdAt(scores, 1 / 10_000))).toBe(0);
  });
  it('leaves out ties', () => expect(above(thresholdAt([3, 3, 3, 1], 1 / 4), [3, 3, 3, 1])).toBe(0));
  it('takes NaN for a sentence without a badge', () =>
    expect(thresholdAt([Number.NaN, 1, 2], 1 / 3)).toBe(1));
  it('lets anything through without ordinary sentences', () =>
    expect(thresholdAt([], 1 / 1_000)).toBe(Number.NEGATIVE_INFINITY));
});

describe('interval', () => {
  it('is the value itself when all agree', () => expect(interval([1, 1, 1])).toEqual([1, 1]));
  it('holds the mean, and is as wide as the normal approximation says', () => {
    const values = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const [low, high] = interval(values);
    const half = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(low).toBeLessThan(mean(values));
    expect((high - low) / 2).toBeGreaterThan(half * 0.85);
    expect((high - low) / 2).toBeLessThan(half * 1.15);
    expect(interval(values)).toEqual([low, high]);
  });
});
