/** The sources of a check at a glance: how old they are and of which kind. What it shows it also says. */
import type { Source } from '../lib/claims';
import { say, sayCount } from '../lib/words';
import { sayNumber } from './dates';
import { stripOf } from './sources-strip';

const COLUMNS = 44;
const STEP = 12;
const DOT = 9;
/** Room below the dots for the line of years. */
const FOOT = 4;

export function SourcesDrawing({ sources }: { sources: readonly Source[] }) {
  const strip = stripOf(sources, COLUMNS);
  const primary = sources.filter((s) => s.kind === 'primary').length;
  const count = sayCount('check_sources_count', sources.length, primary);
  if (!strip) return <p class="check-meta">{count}</p>;
  const { first, last, dots, rows, undated } = strip;
  // A year is no quantity: it has no separators.
  const years =
    first === last
      ? say('check_sources_year', String(first))
      : say('check_sources_years', String(first), String(last));
  const height = rows * STEP + FOOT;
  return (
    <figure class="strip">
      <figcaption>
        <span>{count}.</span> <span class="visually-hidden">{years}</span>{' '}
        {undated > 0 && <span>{sayCount('check_sources_undated', undated)}</span>}
      </figcaption>
      <svg viewBox={`0 0 ${COLUMNS * STEP} ${height}`} aria-hidden="true" focusable="false">
        <path class="strip-line" d={`M0 ${height - 1}H${COLUMNS * STEP}`} />
        {dots.map(({ n, kind, column, row }) => (
          <rect
            key={n}
            class="strip-dot"
            data-kind={kind}
            x={column * STEP + (STEP - DOT) / 2}
            y={height - FOOT - (row + 1) * STEP + (STEP - DOT) / 2}
            width={DOT}
            height={DOT}
            rx={kind === 'primary' ? 1.5 : DOT / 2}
          />
        ))}
      </svg>
      <p class="strip-years" aria-hidden="true">
        <span>{first}</span>
        {last !== first && <span>{last}</span>}
      </p>
      <ul class="strip-legend" aria-hidden="true">
        <Legend kind="primary" label={say('check_source_primary')} n={primary} />
        <Legend kind="secondary" label={say('check_source_secondary')} n={sources.length - primary} />
      </ul>
    </figure>
  );
}

function Legend({ kind, label, n }: { kind: Source['kind']; label: string; n: number }) {
  return (
    <li>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" focusable="false">
        <rect
          class="strip-dot"
          data-kind={kind}
          x="1.5"
          y="1.5"
          width={DOT}
          height={DOT}
          rx={kind === 'primary' ? 1.5 : DOT / 2}
        />
      </svg>
      {label} <span class="strip-number">{sayNumber(n)}</span>
    </li>
  );
}
