/** The strip of sources by year: every dated source stands on it once, where its year is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripOf } from '../../../components/sources-strip';
import type { Source } from '../../../lib/claims';

const source = (date?: string, kind: Source['kind'] = 'primary'): Source => ({
  title: 'T',
  publisher: 'P',
  kind,
  ...(date ? { date } : {}),
});

describe('the strip', () => {
  it('is not made of fewer than three dates', () =>
    expect(stripOf([source('2024'), source('2025'), source()], 40)).toBeUndefined());

  it('puts one year in one column, primary sources lowest', () => {
    const strip = stripOf([source('2024-01', 'secondary'), source('2024'), source('2024-05-06')], 40);
    expect(strip).toMatchObject({ first: 2024, last: 2024, rows: 3, undated: 0 });
    expect(strip?.dots.map(({ n, row, column }) => [n, row, column])).toEqual([
      [2, 0, 0],
      [3, 1, 0],
      [1, 2, 0],
    ]);
  });

  it('holds all that have a date, no two in one place, older ones never after newer ones', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            year: fc.option(fc.integer({ min: 1000, max: 2100 })),
            kind: fc.constantFrom('primary' as const, 'secondary' as const),
          }),
          { maxLength: 60 },
        ),
        fc.integer({ min: 1, max: 60 }),
        (wanted, columns) => {
          const sources = wanted.map(({ year, kind }) =>
            source(year === null ? undefined : String(year), kind),
          );
          const dated = wanted.filter(({ year }) => year !== null).length;
          const strip = stripOf(sources, columns);
          if (dated < 3) return strip === undefined;
          if (!strip) return false;
          const places = new Set(strip.dots.map(({ column, row }) => `${column} ${row}`));
          const yearOf = (n: number) => wanted[n - 1]?.year ?? 0;
          const inOrder = [...strip.dots].sort((a, b) => a.column - b.column);
          return (
            strip.dots.length === dated &&
            places.size === dated &&
            strip.undated === sources.length - dated &&
            strip.dots.every(({ column, row }) => column < columns && column >= 0 && row < strip.rows) &&
            inOrder.every(
              (dot, i) =>
                i === 0 ||
                inOrder[i - 1]?.column === dot.column ||
                yearOf(inOrder[i - 1]?.n ?? 0) < yearOf(dot.n),
            )
          );
        },
      ),
    ));
});
