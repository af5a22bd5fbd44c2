/** The product's mark, as in public/icon/factmark.svg: a checked sentence, underlined. Decorative. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="8" fill="#3c55bd" />
      <path
        d="M8.5 13.2 13.8 18.5 23.8 7.5"
        fill="none"
        stroke="#ffffff"
        stroke-width="4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <path d="M8 25.2h16" stroke="#ffd84d" stroke-width="3.6" stroke-linecap="round" />
    </svg>
  );
}
