/**
 * What the starter finds in the labelled set made for it (`tests/fixtures/starter`). Totals are the goals; floors of
 * single topics sit a little under what was reached, and catch a fall.
 */
import { describe, expect, it } from 'vitest';
import { isWrong, qualityOf, tryLabelled, tryOrdinary } from '../../support/starter-set';
import { checks, pack, starter } from './starter';

const tried = tryLabelled(starter);
const ordinary = tryOrdinary(starter);
const of = <T>(items: readonly T[], is: (item: T) => boolean) => items.filter(is).length;

describe('the labelled set', () => {
  it('has at least six sentences for each check and four near misses', () => {
    const few = checks
      .map(({ id }) => [id, of(tried, (t) => t.check === id), of(tried, (t) => t.near === id)] as const)
      .filter(([, said, near]) => said < 6 || near < 4);
    expect(few).toEqual([]);
  });

  it('names no check that is not there, and no sentence twice', () => {
    const ids = new Set(checks.map((check) => check.id));
    expect(tried.filter((t) => !ids.has(t.check ?? t.near ?? ''))).toEqual([]);
    expect(new Set(tried.map((t) => t.text)).size).toBe(tried.length);
    expect(new Set(ordinary.map((o) => o.text)).size).toBe(ordinary.length);
  });

  it('has 2,000 ordinary sentences', () => expect(ordinary.length).toBeGreaterThanOrEqual(2_000));
});

describe('the starter on it', () => {
  it.each(['seen', 'blind'] as const)('is as good as was promised in the %s half', (half) => {
    const { precision, recall } = qualityOf(tried.filter((t) => t.half === half));
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it.each(pack.topics.map((topic) => topic.id))('finds most of %s, and little that is not there', (topic) => {
    const these = tried.filter((t) => t.topic === topic);
    expect(qualityOf(these).recall).toBeGreaterThanOrEqual(0.7);
    expect(of(these, isWrong)).toBeLessThanOrEqual(these.length * 0.02);
  });

  it('badges no ordinary sentence', () => {
    expect(ordinary.filter((o) => o.badge !== undefined)).toEqual([]);
  });
});
