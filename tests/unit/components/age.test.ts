/** The day of a check against the day of the article: told in words, and never from a day that can't be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOf, isStale, sayAge } from '../../../components/age';

const TODAY = '2026-11-22';
const CHECKED = '2025-11-30';
const said = (published: string, checked = CHECKED) => {
  const age = ageOf(published, checked, TODAY);
  return age && sayAge(age);
};

describe('the age of an article against its check', () => {
  it('is told in months, and from two years on in years', () => {
    expect(said('2024-09-30')).toBe('This article is 14 months older than the check.');
    expect(said('2025-10-30')).toBe('This article is 1 month older than the check.');
    expect(said('2023-12-01')).toBe('This article is 23 months older than the check.');
    expect(said('2023-11-30')).toBe('This article is 2 years older than the check.');
    expect(said('2026-01-30')).toBe('This article is 2 months newer than the check.');
    expect(said('2026-11-20', '2020-01-01')).toBe('This article is 6 years newer than the check.');
  });

  it('is nothing within a month', () => {
    for (const day of ['2025-11-30', '2025-11-01', '2025-12-29', '2025-10-31'])
      expect(said(day), day).toBeUndefined();
  });

  it('makes nothing of days that are none, or yet to come, or not known', () => {
    for (const day of ['', '2025', '2025-02-30', '2025-13-01', 'yesterday', '2027-01-01', '12025-01-01'])
      expect(said(day), day).toBeUndefined();
    expect(said('2020-01-01', '')).toBeUndefined();
    expect(said('2020-01-01', '2027-01-01')).toBeUndefined();
  });

  it('warns where the article is a year newer or more, and nowhere else', () => {
    const stale = (published: string) => {
      const age = ageOf(published, '2025-01-15', TODAY);
      return age !== undefined && isStale(age);
    };
    expect(stale('2026-01-14')).toBe(false);
    expect(stale('2026-01-15')).toBe(true);
    expect(stale('2020-01-15')).toBe(false);
  });

  it('is the same both ways round', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-21'), noInvalidDate: true }),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-21'), noInvalidDate: true }),
        (a, b) => {
          const [x, y] = [a, b].map((d) => d.toISOString().slice(0, 10)) as [string, string];
          const [there, back] = [ageOf(x, y, TODAY), ageOf(y, x, TODAY)];
          expect(there?.months).toBe(back?.months);
          if (there && back) expect(there.side).not.toBe(back.side);
        },
      ),
    ));
});
