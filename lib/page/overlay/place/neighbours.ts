/** The ink around the end of a sentence: the letters beside it, the lines above and below, as rectangles. */

import { flatParent, holdsNode } from '../../dom/flat';
import { boxOf } from '../../dom/hit';
import { letterRect, mergeLines, type Rect, textRects } from '../../dom/ranges';
import { doc, localName } from '../../dom/safe';
import type { Block } from '../../read/blocks';
import { isSkipped } from '../../read/skip';
import { type Face, faceOf, fontOf, inkOf } from './ink';
import { type Linear, ontoAxes } from './transform';

/** What stands around the last letter of a sentence; all rectangles lie on the text's own axes. */
export interface Neighbours {
  /** The last letter's box, as high as its font. */
  readonly end: Rect;
  /** The box of what comes next on the same line, if anything does. */
  readonly next: Rect | undefined;
  /** Ink that a badge should not hide. */
  readonly ink: readonly Rect[];
  /** Heights of the baseline and of a capital's middle over it, on the axes. */
  readonly baseline: number;
  readonly capital: number;
  /** Has the line room only as far as was looked? */
  readonly known: { readonly left: number; readonly right: number };
}

/** Letters looked at one by one on either side of the end. */
const LETTERS = 4;
/** Characters among which the lines above and below are looked for. */
const LINES = 260;
/** Nodes after the sentence among which pictures, code and controls are looked for. */
const NODES = 12;

/** Looks around offset `end` of a block, the end of a sentence that began at `start`; undefined without layout. */
export function neighboursOf(block: Block, start: number, end: number, axes: Linear): Neighbours | undefined {
  const { text } = block;
  let last = end - 1;
  while (last > start && text[last]?.trim() === '') last--;
  const letterAt = measurer(block, axes);
  const letter = letterAt(last);
  if (!letter) return undefined;
  const ink: Rect[] = [letter.ink];
  let { left, right } = letter.box;
  const look = (i: number): Letter | undefined => {
    const other = letterAt(i);
    if (!other || !isLevel(other.box, letter.box)) return undefined;
    ink.push(other.ink);
    left = Math.min(left, other.box.left);
    right = Math.max(right, other.box.right);
    return other;
  };
  for (let i = last - 1, n = 0; i >= 0 && n < LETTERS; i--) if (text[i]?.trim()) n += look(i) ? 1 : LETTERS;
  let next: Rect | undefined;
  for (let i = last + 1, n = 0; i < text.length && n < LETTERS; i++) {
    if (!text[i]?.trim()) continue;
    const other = look(i);
    next ??= other?.box;
    n += other ? 1 : LETTERS;
  }
  const things = thingsAfter(block, last).map((r) => ontoAxes(axes, r, r.bottom - r.top));
  for (const thing of things)
    if (isLevel(thing, letter.box)) {
      ink.push(thing);
      if (!next || Math.abs(middle(thing) - middle(letter.box)) < Math.abs(middle(next) - middle(letter.box)))
        next = thing;
    }
  const { face, scale, baseline } = letter;
  const height = letter.box.bottom - letter.box.top;
  const lines = (from: number, to: number) =>
    mergeLines(textRects(block, from, to).map((r) => ontoAxes(axes, r, height)));
  const over = lines(Math.max(0, last - LINES), last).filter(
    (r) => r.bottom - height / 2 < letter.box.top + height / 4,
  );
  for (const r of over) {
    const lower = { ...r, bottom: r.bottom - (face.descent - face.low) * scale };
    const nearest = r.bottom > letter.box.top - height;
    ink.push(...((nearest && lettersOver(block.text, r, letter.box, last, letterAt)) || [lower]));
  }
  for (const r of lines(last + 1, Math.min(text.length, last + LINES)))
    if (r.top + height / 2 > letter.box.bottom - height / 4)
      ink.push({ ...r, top: r.top + (face.ascent - face.high) * scale });
  return { end: letter.box, next, ink, baseline, capital: face.capital * scale, known: { left, right } };
}

/** How far to either side of the end letters of the line above matter, in heights of the font. */
const ASIDE = 1.2;
const MOST_OVER = 14;

/**
 * The letters of the line above that stand over the end of the sentence, one by one: most have no descender.
 * Found by halving, as letters of one direction stand in order; undefined where they do not.
 */
function lettersOver(
  text: string,
  line: Rect,
  end: Rect,
  last: number,
  letterAt: (at: number) => Letter | undefined,
): Rect[] | undefined {
  const aside = (end.bottom - end.top) * ASIDE;
  const box = (i: number) => letterAt(i)?.box;
  let [low, high] = [Math.max(0, last - LINES), last];
  while (low < high) {
    const at = (low + high) >> 1;
    let i = at;
    let probe = box(i);
    while (!probe && i < high) probe = box(++i);
    const before =
      probe && (middleY(probe) < line.top || (isLevel(probe, line) && probe.right < end.right - aside));
    if (before) low = i + 1;
    else high = at;
  }
  const found: Rect[] = [];
  for (let i = low; i < last && found.length < MOST_OVER; i++) {
    if (!text[i]?.trim()) continue;
    const letter = letterAt(i);
    if (!letter || !isLevel(letter.box, line) || letter.box.left > end.right + aside) break;
    // Not in order: text of both directions.
    if (letter.box.right < end.right - aside) return undefined;
    found.push(letter.ink);
  }
  return found;
}

interface Letter {
  readonly box: Rect;
  readonly ink: Rect;
  readonly baseline: number;
  readonly face: Face;
  readonly scale: number;
}

/** The font of an element's letters, looked up once per element. */
interface Typeface {
  readonly font: string;
  readonly face: Face;
  readonly upright: boolean;
}

/** Measures letters of one block on its axes. */
function measurer(block: Block, axes: Linear): (at: number) => Letter | undefined {
  const faces = new Map<Element, Typeface>();
  const typefaceOf = (element: Element): Typeface => {
    const known = faces.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const font = fontOf(style);
    const face = faceOf(font, Number.parseFloat(style.fontSize));
    const typeface = { font, face, upright: style.writingMode.startsWith('horizontal') };
    faces.set(element, typeface);
    return typeface;
  };
  return (at) => {
    const found = letterRect(block, at);
    const parent = found && flatParent(found.node);
    if (!parent) return undefined;
    const { font, face, upright } = typefaceOf(parent);
    const box = ontoAxes(axes, found.rect, face.ascent + face.descent);
    const scale = (box.bottom - box.top) / (face.ascent + face.descent);
    const baseline = box.top + face.ascent * scale;
    const at0 = upright ? inkOf(font, block.text[at] as string) : undefined;
    const ink = at0
      ? {
          left: box.left + at0.left * scale,
          right: box.left + at0.right * scale,
          top: baseline - at0.up * scale,
          bottom: baseline + at0.down * scale,
        }
      : box;
    return { box, ink, baseline, face, scale };
  };
}

/** Pictures, code, controls: what the block's text does not hold but what stands in its lines. */
function thingsAfter(block: Block, at: number): Rect[] {
  const from = block.pieces.find((p) => p.start <= at && p.start + p.length > at)?.node;
  const stop = block.pieces.find(
    (p) => p.start > at && block.text.slice(p.start, p.start + p.length).trim(),
  )?.node;
  const things: Rect[] = [];
  if (!from || !holdsNode(block.container, from)) return things;
  const walker = doc.createTreeWalker(block.container, NodeFilter.SHOW_ALL);
  walker.currentNode = from;
  for (let n = 0, node = walker.nextNode(); node && node !== stop && n < NODES; n++, node = walker.nextNode())
    if (node instanceof Element && (isSkipped(node) || localName(node) === 'img')) things.push(boxOf(node));
  return things.filter((r) => r.right > r.left);
}

const middleY = (r: Rect) => (r.top + r.bottom) / 2;
const middle = (r: Rect) => (r.left + r.right) / 2;

/** Do they stand on one line? Raised and lowered letters too. */
const isLevel = (a: Rect, b: Rect) =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top);
