/** Turned, skewed, scaled and zoomed text: from the rectangles the browser tells to the text's own axes and back. */

import { flatParent } from '../../dom/flat';
import type { Rect } from '../../dom/ranges';
import { doc, has, isLike, localName } from '../../dom/safe';

/** The linear part of an affine map: the x axis becomes (a, b), the y axis (c, d). */
export interface Linear {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const UPRIGHT: Linear = { a: 1, b: 0, c: 0, d: 1 };

/** `outer` after `inner`. */
export const compose = (o: Linear, i: Linear): Linear => ({
  a: o.a * i.a + o.c * i.b,
  b: o.b * i.a + o.d * i.b,
  c: o.a * i.c + o.c * i.d,
  d: o.b * i.c + o.d * i.d,
});

export const scaled = ({ a, b, c, d }: Linear, by: number): Linear => ({
  a: a * by,
  b: b * by,
  c: c * by,
  d: d * by,
});

/** The way back; of what is squeezed flat, nothing comes back. */
export function inverse({ a, b, c, d }: Linear): Linear {
  const det = a * d - b * c || 1;
  return { a: d / det, b: -b / det, c: -c / det, d: a / det };
}

/** A viewport vector in the units of `space`. */
export const into = (space: Linear, x: number, y: number): Point => outOf(inverse(space), x, y);

/** A vector in the units of `space` as a viewport vector. */
export const outOf = ({ a, b, c, d }: Linear, x: number, y: number): Point => ({
  x: a * x + c * y,
  y: b * x + d * y,
});

/** What an element's own style does to what is in it; CSS zoom apart. */
export function ownLinear(style: CSSStyleDeclaration): Linear | undefined {
  const { transform, rotate, scale } = style;
  if (transform === 'none' && rotate === 'none' && scale === 'none') return undefined;
  if (style.display === 'inline') return undefined;
  let linear = UPRIGHT;
  if (rotate !== 'none') linear = parse(`rotate(${/[-\d.]+[a-z]+$/.exec(rotate)?.[0] ?? '0deg'})`);
  if (scale !== 'none') linear = compose(linear, parse(`scale(${scale.split(' ').slice(0, 2).join(',')})`));
  return transform === 'none' ? linear : compose(linear, parse(transform));
}

function parse(transform: string): Linear {
  const { m11, m12, m21, m22 } = new DOMMatrixReadOnly(transform);
  return { a: m11, b: m12, c: m21, d: m22 };
}

/** Is `element` painted in the top layer, where no transform of an ancestor reaches it? */
export const isOnTop = (element: Element): boolean =>
  element === doc.fullscreenElement ||
  (localName(element) === 'dialog' && isLike(element, ':modal')) ||
  (has(element, 'popover') && isLike(element, ':popover-open'));

/** All transforms and CSS zoom on `element` and its ancestors. Reads style only. */
export function linearOf(element: Element): Linear {
  let linear = UPRIGHT;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const own = ownLinear(getComputedStyle(at));
    if (own) linear = compose(own, linear);
    if (isOnTop(at)) break;
  }
  return scaled(linear, element.currentCSSZoom ?? 1);
}

/** The space in which what is inside our host is drawn: a popover is free of all transforms, not of CSS zoom. */
export const spaceOf = (host: Element, anchored: boolean): Linear =>
  anchored ? scaled(UPRIGHT, host.currentCSSZoom ?? 1) : linearOf(host);

/**
 * The axes of a text, in viewport pixels: x along the line in the direction Latin letters run, y to the side
 * underlines are on (`isEast`: in Japanese and Korean columns the right). `linear` is what transforms do to the text's element, `style` its computed style.
 */
export function axesOf(style: CSSStyleDeclaration, linear: Linear, isEast: () => boolean): Linear {
  const { writingMode } = style;
  const turn: Linear = writingMode.startsWith('horizontal')
    ? UPRIGHT
    : writingMode === 'sideways-lr'
      ? { a: 0, b: -1, c: 1, d: 0 }
      : { a: 0, b: 1, c: writingMode.startsWith('vertical') && isEast() ? 1 : -1, d: 0 };
  const { a, b, c, d } = compose(linear, turn);
  if (a > 0 && d > 0 && b === 0 && c === 0) return UPRIGHT;
  const x = Math.hypot(a, b) || 1;
  const y = Math.hypot(c, d) || 1;
  return { a: a / x, b: b / x, c: c / y, d: d / y };
}

/** Do the axes lie along the screen's, so that rectangles stay rectangles? */
export const isAligned = ({ a, b, c, d }: Linear): boolean =>
  (Math.abs(b) < 1e-4 && Math.abs(c) < 1e-4) || (Math.abs(a) < 1e-4 && Math.abs(d) < 1e-4);

/**
 * The rectangle on `axes` whose bounding box on the screen is `r`. Near 45° a bounding box does not tell width
 * from height: there the height must be known (`height`, in viewport pixels).
 */
export function ontoAxes(axes: Linear, r: Rect, height: number): Rect {
  if (axes === UPRIGHT) return r;
  const [a, b, c, d] = [Math.abs(axes.a), Math.abs(axes.b), Math.abs(axes.c), Math.abs(axes.d)];
  const [boxWidth, boxHeight] = [r.right - r.left, r.bottom - r.top];
  const det = a * d - b * c;
  const known = Math.abs(det) < 0.3;
  const h = known ? height : (a * boxHeight - b * boxWidth) / det;
  const w = known ? (boxWidth + boxHeight - h * (c + d)) / (a + b) : (d * boxWidth - c * boxHeight) / det;
  const { x, y } = into(axes, (r.left + r.right) / 2, (r.top + r.bottom) / 2);
  return { left: x - w / 2, top: y - h / 2, right: x + w / 2, bottom: y + h / 2 };
}
