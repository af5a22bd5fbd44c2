/** Puts the card beside its badge: below if there is room, else above; inside the viewport in any case. */
const GAP = 8;
const EDGE = 8;

/** Reads both boxes, then writes `left` and `top` of `card`, which is `position: fixed`. */
export function placeCard(card: HTMLElement, badge: HTMLElement): void {
  const anchor = badge.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const roomBelow = window.innerHeight - anchor.bottom - GAP - EDGE;
  const below = height <= roomBelow || roomBelow >= anchor.top - GAP - EDGE;
  const top = below ? anchor.bottom + GAP : anchor.top - GAP - height;
  const left = anchor.left + anchor.width / 2 - width / 3;
  card.style.left = `${clamp(left, EDGE, window.innerWidth - width - EDGE)}px`;
  card.style.top = `${clamp(top, EDGE, window.innerHeight - height - EDGE)}px`;
}

const clamp = (n: number, least: number, most: number) => Math.round(Math.max(least, Math.min(n, most)));
