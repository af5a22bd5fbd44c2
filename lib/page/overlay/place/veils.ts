/**
 * What lies over text and lets the pointer through: the fade of a paywall, a tinted pane. Hit-testing passes over it, so
 * it is looked for where pages put it: beside the text's ancestors, and in their `::before` and `::after`.
 */

import { flatParent } from '../../dom/flat';
import { boxOf } from '../../dom/hit';
import type { Rect } from '../../dom/ranges';
import { field, nextSibling, previousSibling } from '../../dom/safe';
import { paintsIn } from './paints';
import { isOnTop } from './transform';

/** Ancestors looked at, and siblings in either direction and from the end of each; a style costs about 1.4 µs. */
const MOST_LEVELS = 8;
const MOST_SIBLINGS = 12;

/** Viewport rectangles of all veils that may lie over `block`. A fade counts as a whole: text in it is not to be read. */
export function veilsOver(block: Element): readonly Rect[] {
  const veils: Rect[] = [];
  let from: Element = block;
  for (let at: Element | null = block, n = 0; at && n < MOST_LEVELS; at = flatParent(at), n++) {
    for (const pseudo of ['::before', '::after'] as const) {
      const style = getComputedStyle(at, pseudo);
      if (style.content !== 'none' && style.content !== 'normal' && isVeil(style)) {
        const box = boxOfPseudo(at, style);
        if (box) veils.push(box);
      }
    }
    if (at !== block)
      for (const sibling of siblingsOf(from, at))
        if (isVeil(getComputedStyle(sibling))) veils.push(boxOf(sibling));
    if (isOnTop(at)) break;
    from = at;
  }
  return veils;
}

/** Elements near `from` in `parent`, and the last ones, where panes laid over the rest often stand. */
function* siblingsOf(from: Element, parent: Element): Generator<Element> {
  const last = field(parent, 'lastElementChild');
  for (const [start, step] of [
    [nextSibling(from), nextSibling],
    [previousSibling(from), previousSibling],
    [last, previousSibling],
  ] as const)
    for (let at: Node | null = start, n = 0; at && at !== from && n < MOST_SIBLINGS; at = step(at))
      if (at instanceof Element) {
        n++;
        yield at;
      }
}

function isVeil(style: CSSStyleDeclaration): boolean {
  return (
    (style.position === 'absolute' || style.position === 'fixed') &&
    style.pointerEvents === 'none' &&
    style.visibility === 'visible' &&
    !style.zIndex.startsWith('-') &&
    paintsIn(style)
  );
}

/** Where an absolutely positioned `::before` or `::after` lies, without its transforms; undefined if it can't be told. */
function boxOfPseudo(element: Element, style: CSSStyleDeclaration): Rect | undefined {
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
    Number.parseFloat,
  );
  if (![left, top, width, height].every(Number.isFinite)) return undefined;
  let around: Element | null = element;
  if (style.position === 'fixed') around = null;
  else while (around && getComputedStyle(around).position === 'static') around = flatParent(around);
  const { left: x, top: y } = around ? boxOf(around) : { left: 0, top: 0 };
  const l = x + (around ? field(around, 'clientLeft') : 0) + (left as number);
  const t = y + (around ? field(around, 'clientTop') : 0) + (top as number);
  return { left: l, top: t, right: l + (width as number), bottom: t + (height as number) };
}
