/** What computed style says about being seen: does a box paint, does an effect make what is in it unreadable? */

/** How much of a computed colour shows, from 0 to 1. */
const alphaOf = (color: string): number => {
  if (color === 'transparent') return 0;
  const alpha = /^rgba\(.*, ([\d.]+)\)$|\/ ([\d.]+)\)$/.exec(color);
  return alpha ? Number(alpha[1] ?? alpha[2]) : 1;
};

/** Fainter than this a colour is no ink, and as a background no cover: a tint. */
const LEAST_INK = 0.1;
const LEAST_COVER = 0.2;

export const isInk = (color: string): boolean => alphaOf(color) >= LEAST_INK;

/** Does a box with this style paint anything over what is behind it? */
export function paintsIn({
  backgroundColor,
  backgroundImage,
  opacity,
  backdropFilter,
}: CSSStyleDeclaration): boolean {
  if (Number(opacity) < LEAST_COVER) return false;
  return (
    backgroundImage !== 'none' ||
    alphaOf(backgroundColor) >= LEAST_COVER ||
    (backdropFilter ?? 'none') !== 'none'
  );
}

/** Less opaque than this, or more blurred (pixels), text is not to be read. */
const FAINTEST = 0.1;
const MOST_BLUR = 3;

/** How much of what is in a box with this style is left to see, from 0 to 1: its opacity, and 0 for a strong blur. */
export function clarity({ opacity, filter }: CSSStyleDeclaration): number {
  const own = Number(opacity);
  if (filter === 'none') return own;
  const blur = Number(/blur\(([\d.]+)px\)/.exec(filter)?.[1] ?? 0);
  const fade = Number(/opacity\(([\d.]+)\)/.exec(filter)?.[1] ?? 1);
  return blur > MOST_BLUR ? 0 : own * fade;
}

export const isFaint = (clear: number): boolean => clear < FAINTEST;
