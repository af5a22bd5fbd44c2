/** Puts the card beside its badge: below if there is room, else above the marked sentence; inside the viewport in any case. */
const GAP = 8;
const EDGE = 8;
/** A card shorter than this shows too little to read. */
const LEAST = 200;

/** Reads the boxes, then writes place and greatest height of `card`, which is `position: fixed`. */
export function placeCard(card: HTMLElement, badge: HTMLElement): void {
  const anchor = badge.getBoundingClientRect();
  const { width } = card.getBoundingClientRect();
  const height = card.scrollHeight;
  const sentence = extentOf(badge);
  const bottom = Math.max(anchor.bottom, sentence.bottom) + GAP;
  const top = Math.min(anchor.top, sentence.top) - GAP;
  const roomBelow = window.innerHeight - bottom - EDGE;
  const roomAbove = top - EDGE;
  const below = height <= roomBelow || roomBelow >= roomAbove;
  const room = Math.max(LEAST, below ? roomBelow : roomAbove);
  const shown = Math.min(height, room);
  const left = anchor.left + anchor.width / 2 - width / 3;
  card.style.setProperty('--room', `${Math.round(room)}px`);
  card.style.left = `${clamp(left, EDGE, window.innerWidth - width - EDGE)}px`;
  card.style.top = `${clamp(below ? bottom : top - shown, EDGE, window.innerHeight - shown - EDGE)}px`;
}

/** From the top of the marked sentence to its lowest underline; the underlines of a badge stand before it in its group. */
function extentOf(badge: HTMLElement): { top: number; bottom: number } {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (
    let at = badge.previousElementSibling;
    at?.classList.contains('underline');
    at = at.previousElementSibling
  ) {
    const line = at.getBoundingClientRect();
    top = Math.min(top, line.top - LINE);
    bottom = Math.max(bottom, line.bottom);
  }
  return { top, bottom };
}

/** About the height of a line of text above its underline. */
const LINE = 22;

const clamp = (n: number, least: number, most: number) => Math.round(Math.max(least, Math.min(n, most)));
