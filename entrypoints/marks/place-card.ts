/** Puts the card beside the sentence it is about: reads the boxes, then writes place and greatest height. */
import { textRects } from '../../lib/page/dom/ranges';
import { around, placeBeside, type Side } from './geometry';
import type { SightingMark } from './sighting-mark';

/** A card is no higher than this, whatever room there is; as card.css says. */
const MOST = 560;
/** With less room than this all of the card scrolls, not only its middle. */
const TIGHT = 280;

/**
 * `layer` is `position: fixed` and holds the card; `badge` is that of `mark`; `side` is where the card is already, so that
 * one which grows does not run away from the pointer. Answers with the side.
 */
export function placeCard(layer: HTMLElement, badge: HTMLElement, mark: SightingMark, side?: Side): Side {
  unzoom(layer);
  const viewport = { width: window.innerWidth, height: window.innerHeight };
  const anchor = badge.getBoundingClientRect();
  const { direction, writingMode } = getComputedStyle(mark.block.container);
  const place = placeBeside({
    sentence: around([anchor, ...textRects(mark.block, mark.start, mark.end)], viewport) ?? anchor,
    badge: anchor,
    card: { width: layer.getBoundingClientRect().width, height: Math.min(MOST, naturalHeight(layer)) },
    viewport,
    rtl: direction === 'rtl',
    vertical: !writingMode.startsWith('horizontal'),
    side,
  });
  layer.classList.toggle('tight', place.room < TIGHT);
  layer.style.setProperty('--room', `${place.room}px`);
  layer.style.left = `${place.left}px`;
  layer.style.top = `${place.top}px`;
  return place.side;
}

/** A page may zoom its body, and us in it: what we say stays as large as the reader's browser has it. */
export function unzoom(layer: HTMLElement): void {
  const host = layer.getRootNode();
  // Newer than the typings.
  const { currentCSSZoom = 1 } = (host instanceof ShadowRoot ? host.host : layer) as {
    currentCSSZoom?: number;
  };
  layer.style.setProperty('zoom', String(1 / currentCSSZoom));
}

/** How high the card would be if nothing of it had to be scrolled. */
function naturalHeight(layer: HTMLElement): number {
  const scrolled = [...layer.querySelectorAll('.card, .card-body')];
  return scrolled.reduce(
    (height, box) => height + box.scrollHeight - box.clientHeight,
    layer.getBoundingClientRect().height,
  );
}
