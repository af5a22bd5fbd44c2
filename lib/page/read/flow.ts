/** How an element takes part in the flow of text around it: in the line, as a block of its own, beside it, or not at all. */
import {
  bodyOf,
  firstChild,
  localName,
  nextSibling,
  nodeType,
  previousSibling,
  renderedParent,
  textContent,
} from '../dom/safe';
import { isSetApart, PHRASING } from './words';

/**
 * `line`: part of the line. `box`: an inline block, part of the line or not (`joinsLine`). `float`: beside the text,
 * or its drop cap. `out`: lifted out of the text, which goes on around it. `block`: parts the text. `faint`: in the
 * line but `visibility: hidden`. `unseen`: clipped away, for screen readers. `none`: not rendered.
 */
export type Flow = 'line' | 'box' | 'float' | 'out' | 'block' | 'faint' | 'unseen' | 'none';

/** A float this short is a drop cap: the letter, perhaps with a quotation mark. */
const DROP_CAP_LENGTH = 3;
/** How many nodes are looked at around an inline block, and in a drop cap. */
const NEAR = 8;

/** Reads how `element` flows from its style. */
export function flowOf(element: Element, style = getComputedStyle(element)): Flow {
  const { display } = style;
  if (display === 'none') return 'none';
  if (display === 'contents') return 'line';
  if (display === 'inline' || display.startsWith('ruby'))
    return style.visibility === 'visible' ? 'line' : 'faint';
  if (style.float !== 'none') return 'float';
  const { position } = style;
  if (position === 'absolute' || position === 'fixed') return isForScreenReaders(style) ? 'unseen' : 'out';
  return display.startsWith('inline-') ? 'box' : 'block';
}

/** Is the text of an `element` that flows like this part of the text around it? */
export function joinsLine(element: Element, flow: Flow): boolean {
  if (flow === 'line' || flow === 'faint') return true;
  if (flow === 'float') return isShort(element);
  if (flow !== 'box') return false;
  // A link or name that may not be broken stands between words; links side by side are a list of their own.
  if (PHRASING.has(localName(element)) && (isShort(element) || hasTextBeside(element))) return true;
  return isSetApart(element);
}

/** Does `element`, whose computed style is `style`, flow with the text around it? */
export const isInline = (element: Element, style: CSSStyleDeclaration): boolean =>
  joinsLine(element, flowOf(element, style));

/** The usual ways of hiding text from all but screen readers. A panel folded to no height is another thing: it opens. */
const isForScreenReaders = (style: CSSStyleDeclaration): boolean =>
  isCutOut(style) || (style.overflow !== 'visible' && isThin(style.width) && isThin(style.height));

/** Is nothing of a box to be seen, for good or for now? */
export const isClippedAway = (style: CSSStyleDeclaration): boolean =>
  isCutOut(style) || (style.overflow !== 'visible' && (isThin(style.width) || isThin(style.height)));

const isCutOut = ({ clip, clipPath }: CSSStyleDeclaration): boolean =>
  /^rect\((0px|1px|auto)(,? (0px|1px|auto)){3}\)$/.test(clip) || /^inset\((50|100)%/.test(clipPath);

const isThin = (size: string): boolean => Number.parseFloat(size) <= 2;

/** Is there next to nothing in `element`? Looks at a few nodes only: it may be the whole page. */
function isShort(element: Element): boolean {
  let length = 0;
  let left = NEAR;
  const add = (node: Node): boolean => {
    if (--left < 0) return false;
    if (nodeType(node) === Node.TEXT_NODE) {
      length += (node as Text).data.trim().length;
      return length <= DROP_CAP_LENGTH;
    }
    for (let child = firstChild(node); child; child = nextSibling(child)) if (!add(child)) return false;
    return true;
  };
  return add(element) && length > 0;
}

/** Does a near sibling of `element` hold words of its own? */
function hasTextBeside(element: Element): boolean {
  for (const step of [nextSibling, previousSibling]) {
    let node = step(element);
    for (let n = 0; n < NEAR && node; n++, node = step(node))
      if (nodeType(node) === Node.TEXT_NODE && textContent(node).trim() !== '') return true;
  }
  return false;
}

/** The block container that `node`'s text belongs to: its nearest ancestor in what is rendered that is not inline. */
export function containerOf(node: Node): Element | undefined {
  for (let at: Node | null = node; at; at = renderedParent(at)) {
    if (!(at instanceof Element)) continue;
    if (at === bodyOf() || !joinsLine(at, flowOf(at))) return at;
  }
  return undefined;
}
