/** Sentences as dots in order of likeness to a claim, and where marking begins. Decorative. */

/** Where the dots lie: most sentences are little like any claim. */
const DOTS: readonly (readonly [number, number])[] = [
  [14, 56],
  [22, 48],
  [24, 58],
  [32, 52],
  [34, 42],
  [40, 57],
  [44, 47],
  [50, 54],
  [54, 38],
  [60, 50],
  [66, 57],
  [72, 44],
  [80, 52],
  [92, 40],
  [104, 50],
  [116, 34],
  [130, 44],
  [144, 28],
];

export function StrictnessDrawing({ strictness }: { strictness: 'normal' | 'strict' }) {
  const from = strictness === 'normal' ? 86 : 110;
  return (
    <svg class="loudness" viewBox="0 0 160 72" aria-hidden="true" focusable="false" data-tone="false">
      <path class="l-line" d="M10 65h140" />
      <path class="l-under" d={`M${from} 10v52`} />
      {DOTS.map(([x, y]) => (
        <path key={x} class={x > from ? 'l-bullet' : 'l-line'} d={`M${x} ${y}h.01`} />
      ))}
    </svg>
  );
}
