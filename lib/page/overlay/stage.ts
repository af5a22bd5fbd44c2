/** How closely groups are looked at, and what they are placed against, read once for all that are drawn in a frame. */
import type { Rect } from '../dom/ranges';
import type { Layer } from './layer';
import { into, type Linear, spaceOf } from './place/transform';

/** How closely to look at a group: where it is; also whether anything covers it; or all of it, as for the first time. */
export const PLACE = 0;
export const COVER = 1;
export const ALL = 2;
export type Closely = typeof PLACE | typeof COVER | typeof ALL;

/** What all groups of a batch are placed against, read once. */
export interface Stage {
  /** The host's box: origin of the document layer. */
  readonly origin: Rect;
  /** What page transforms and zoom make of lengths in the document layer, and in the top layer. */
  readonly document: Linear;
  readonly top: Linear;
  /** The element the host is in; what is outside a modal dialog is inert. */
  readonly home: Element;
  /** Is the page scrolled so fast that only the most needed is asked of it? */
  readonly hurry: boolean;
}

/** Reads what all groups in `host` are placed against. */
export const stageOf = (host: HTMLElement, home: Element, hurry: boolean): Stage => ({
  origin: host.getBoundingClientRect(),
  document: spaceOf(host, false),
  top: spaceOf(host, true),
  home,
  hurry,
});

/** The place of a block's box in a layer: beside the host, on the document's canvas, or in the viewport. */
export function placeIn(layer: Layer, box: DOMRect, stage: Stage): { x: number; y: number } {
  if (layer === 'document')
    return into(stage.document, box.left - stage.origin.left, box.top - stage.origin.top);
  if (layer === 'pinned') return into(stage.top, box.left, box.top);
  return into(stage.top, box.left + window.scrollX, box.top + window.scrollY);
}
