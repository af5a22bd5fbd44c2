/** What the ancestors of a block do to its text: cut it off, turn it, zoom it. One walk for all of it; reads only. */

import { flatParent } from '../../dom/flat';
import { boxOf } from '../../dom/hit';
import type { Rect } from '../../dom/ranges';
import { bodyOf, doc, field } from '../../dom/safe';
import { clarity, isFaint } from './paints';
import { compose, isOnTop, type Linear, ownLinear, scaled, UPRIGHT } from './transform';

export interface Around {
  /** The viewport rectangle that `overflow` leaves visible; `undefined`: nothing clips. */
  readonly clip: Rect | undefined;
  /** All transforms and CSS zoom, the block's own included. */
  readonly linear: Linear;
  /** Do opacity and blur leave nothing to read? */
  readonly faint: boolean;
}

/** Looks at `block` and everything around it. */
export function aroundOf(block: Element): Around {
  let clip: Rect | undefined;
  let linear = UPRIGHT;
  let clear = 1;
  /** The `position` that takes what we come from out of the boxes around it, until one that holds it. */
  let leaves = '';
  const [body, root] = [bodyOf(), doc.documentElement];
  for (let at: Element | null = block; at; at = flatParent(at)) {
    const style = getComputedStyle(at);
    clear *= clarity(style);
    const own = ownLinear(style);
    if (own) linear = compose(own, linear);
    if (own || (leaves === 'absolute' && style.position !== 'static')) leaves = '';
    const page = at === body || at === root;
    if (leaves === '' && !page) clip = both(clip, clipBy(at, style));
    if (isOnTop(at)) break;
    if (style.position === 'fixed' || (style.position === 'absolute' && leaves === ''))
      leaves = style.position;
  }
  return { clip, linear: scaled(linear, field(block, 'currentCSSZoom') ?? 1), faint: isFaint(clear) };
}

function clipBy(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): Rect | undefined {
  const x = overflowX !== 'visible';
  const y = overflowY !== 'visible';
  if (!x && !y) return undefined;
  const { left, top, right, bottom } = boxOf(element);
  return {
    left: x ? left : -Infinity,
    right: x ? right : Infinity,
    top: y ? top : -Infinity,
    bottom: y ? bottom : Infinity,
  };
}

const both = (a: Rect | undefined, b: Rect | undefined): Rect | undefined =>
  a && b
    ? {
        left: Math.max(a.left, b.left),
        top: Math.max(a.top, b.top),
        right: Math.min(a.right, b.right),
        bottom: Math.min(a.bottom, b.bottom),
      }
    : (a ?? b);
