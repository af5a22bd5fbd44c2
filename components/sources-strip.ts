/** Where the sources of a check stand on a strip of years: columns of dots, one dot a source. */
import type { Source } from '../lib/claims';

export interface StripDot {
  /** Counted from 1, as `[n]` does. */
  readonly n: number;
  readonly kind: Source['kind'];
  /** Column from the oldest year on, 0 to `columns` - 1; rows count from the bottom. */
  readonly column: number;
  readonly row: number;
}

export interface Strip {
  readonly first: number;
  readonly last: number;
  readonly dots: readonly StripDot[];
  /** Most dots above each other. */
  readonly rows: number;
  /** Sources without a date. */
  readonly undated: number;
}

/**
 * Puts the dated sources on a strip of `columns` columns, primary ones lowest; undefined where fewer than three have a
 * date: that is quicker read than looked at.
 */
export function stripOf(sources: readonly Source[], columns: number): Strip | undefined {
  const dated = sources.flatMap(({ date, kind }, i) =>
    date === undefined ? [] : [{ n: i + 1, kind, year: Number(date.slice(0, 4)) }],
  );
  if (dated.length < 3) return undefined;
  const first = Math.min(...dated.map((d) => d.year));
  const last = Math.max(...dated.map((d) => d.year));
  const span = Math.max(1, last - first);
  const heights = new Map<number, number>();
  const dots = [...dated]
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.year - b.year || a.n - b.n)
    .map(({ n, kind, year }) => {
      const column = Math.round(((year - first) / span) * (columns - 1));
      const row = heights.get(column) ?? 0;
      heights.set(column, row + 1);
      return { n, kind, column, row };
    });
  return { first, last, dots, rows: Math.max(...heights.values()), undated: sources.length - dated.length };
}
