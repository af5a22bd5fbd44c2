/** The product's mark, as in public/icon/factmark.svg: a checked sentence, underlined. Decorative. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg
      class="logo"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      style={{
        inlineSize: `calc(${size} * var(--fm-unit, 1px))`,
        blockSize: `calc(${size} * var(--fm-unit, 1px))`,
      }}
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" fill="#3c55bd" />
      <path
        d="M7.6 12.4 13.4 18.2 24.4 6.2"
        fill="none"
        stroke="#ffffff"
        stroke-width="4.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <path d="M8 26h16" stroke="#ffd84d" stroke-width="4" stroke-linecap="round" />
    </svg>
  );
}
