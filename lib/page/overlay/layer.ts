/**
 * Which layer a block's marks are drawn in.
 *
 * - `document`: positioned in the document beside the text; scrolls with it at no cost, stays under the page's headers.
 * - `anchored`: a popover anchored to the block; the browser moves it with nested scrollers, sticky, fixed and
 *   animated ancestors, without a frame's delay.
 */
export type Layer = 'document' | 'anchored';

/** Chooses the layer for `block`; reads style only. */
export function layerOf(block: Element): Layer {
  for (let at: Element | null = block; at && at !== document.documentElement; at = parentElementOf(at)) {
    const style = getComputedStyle(at);
    const { position } = style;
    if (position === 'fixed' || position === 'sticky') return 'anchored';
    if (style.willChange.includes('transform') || style.animationName !== 'none') return 'anchored';
    if (style.transform !== 'none' && style.transitionDuration !== '0s') return 'anchored';
    if (at !== document.body && scrolls(at, style)) return 'anchored';
    if (position !== 'static' && style.zIndex !== 'auto' && Number(style.zIndex) > 1) return 'anchored';
    if (at.localName === 'dialog') return 'anchored';
  }
  return 'document';
}

const scrolls = (element: Element, style: CSSStyleDeclaration) =>
  (/(auto|scroll|hidden)/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1) ||
  (/(auto|scroll|hidden)/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1);

/** The parent element, through shadow roots. */
export const parentElementOf = (element: Element): Element | null =>
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

/**
 * Can a popover be anchored to the block that opened it, and does it move with it? Firefox 153 knows the words but
 * leaves a popover where sticky text was before scrolling (`tests/firefox` shows it); there, and where the words are
 * unknown, such groups are followed frame by frame while they are in view.
 */
export const ANCHORS =
  typeof CSS !== 'undefined' &&
  CSS.supports('position-anchor', 'auto') &&
  CSS.supports('left', 'anchor(left)') &&
  !CSS.supports('-moz-orient', 'inline');
