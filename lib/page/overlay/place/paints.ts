/** What computed style says about being seen: does a box paint, does an effect make what is in it unreadable? */

/** Does a computed colour show at all? */
export const isOpaque = (color: string) => !/^transparent$|^rgba\(.*, 0\)$|\/ 0\)$/.test(color);

/** Does a box with this style paint anything over what is behind it? */
export function paintsIn({
  backgroundColor,
  backgroundImage,
  opacity,
  backdropFilter,
}: CSSStyleDeclaration): boolean {
  if (opacity === '0') return false;
  return backgroundImage !== 'none' || isOpaque(backgroundColor) || (backdropFilter ?? 'none') !== 'none';
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
