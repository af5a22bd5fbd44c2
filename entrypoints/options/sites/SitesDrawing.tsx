/** A few pages side by side: all read but one, or one alone. Decorative. */
export function SitesDrawing({ mode }: { mode: 'all' | 'only' }) {
  const read = (n: number) => (mode === 'all' ? n !== 2 : n === 1);
  return (
    <svg class="loudness" viewBox="0 0 160 72" aria-hidden="true" focusable="false" data-tone="context">
      {[0, 1, 2, 3].map((n) => (
        <g key={n} transform={`translate(${14 + n * 35} 14)`} opacity={read(n) ? 1 : 0.45}>
          <rect
            class="l-popup"
            width="27"
            height="44"
            rx="4"
            stroke-dasharray={read(n) ? undefined : '3 3'}
          />
          <path class="l-line" d="M6 11h15M6 33h11" />
          <path class={read(n) ? 'l-under' : 'l-line'} d="M6 22h15" />
        </g>
      ))}
    </svg>
  );
}
