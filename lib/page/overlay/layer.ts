/**
 * Which layer a block's marks are drawn in.
 *
 * - `document`: positioned in the document beside the text; scrolls with it at no cost, stays under the page's headers.
 * - `anchored`: a popover anchored to the block, above everything; the browser moves it with nested scrollers and
 *   animated ancestors, without a frame's delay.
 * - `pinned`: the same for text that stays while the document scrolls: sticky or fixed.
 */
import { flatParent } from '../dom/flat';
import { bodyOf, doc, field, isLike } from '../dom/safe';

export type Layer = 'document' | 'anchored' | 'pinned';

/** Chooses the layer for `block`; reads style only. */
export function layerOf(block: Element): Layer {
  let layer: Layer = 'document';
  for (let at: Element | null = block; at && at !== doc.documentElement; at = flatParent(at)) {
    const style = getComputedStyle(at);
    const { position } = style;
    if (position === 'fixed' || position === 'sticky') return 'pinned';
    if (layer === 'document' && risesOrMoves(at, style)) layer = 'anchored';
  }
  return layer;
}

/** Is it, or can it get, elsewhere than the document takes it, or above what has `z-index: 1` in the document? */
function risesOrMoves(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.willChange.includes('transform') || style.animationName !== 'none') return true;
  const turned = [style.transform, style.translate, style.rotate, style.scale].some((way) => way !== 'none');
  if (turned && style.transitionDuration !== '0s') return true;
  // Scripts animate without a trace in style.
  if (
    field(element, 'getAnimations')
      .call(element)
      .some((animation) => animation.playState === 'running')
  )
    return true;
  if (element !== bodyOf() && scrolls(element, style)) return true;
  // `z-index` works on flex and grid items too; where it does not work, being anchored does no harm.
  if (Number(style.zIndex) > 1) return true;
  return isLike(element, 'dialog, :fullscreen, [popover]:popover-open');
}

const scrolls = (element: Element, style: CSSStyleDeclaration) =>
  (/(auto|scroll|hidden)/.test(style.overflowY) &&
    field(element, 'scrollHeight') > field(element, 'clientHeight') + 1) ||
  (/(auto|scroll|hidden)/.test(style.overflowX) &&
    field(element, 'scrollWidth') > field(element, 'clientWidth') + 1);

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
