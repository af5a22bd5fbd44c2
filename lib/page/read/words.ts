/** Lines that a page set word by word or letter by letter in boxes, as it does to let a headline fly in. */
import {
  firstChild,
  holds,
  isLike,
  localName,
  nextSibling,
  nodeType,
  parentNode,
  previousSibling,
} from '../dom/safe';

/** Elements that are inline by nature; others are columns and cards when they are inline blocks. */
export const PHRASING = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins mark q s small span strong sub sup time u var'.split(' '),
);
/** What holds prose: boxes in it with spaces between are parts of its lines, however many words each holds. */
const PROSE = new Set('h1 h2 h3 h4 h5 h6 p blockquote li figcaption'.split(' '));
/** Side by side these are a menu. */
const CONTROL = 'a,button,[role="button"],[role="link"]';
/** How many words must follow each other to be a line and not labels. */
const RUN = 4;
/** Longer words are none: some scripts have no spaces. */
const LONGEST = 24;
const LONGEST_IDEOGRAPHIC = 4;
const IDEOGRAPHIC = /[\u3040-\u30ff\u3400-\u9fff]/;
/** Nodes looked at in a word, whose letters may have boxes, too; wrappers looked through around one. */
const MOST_NODES = 64;
const MOST_WRAPPERS = 4;

/** Is `element`, an inline block without text beside it, a part of a line of such boxes? Reads no style. */
export function isSetApart(element: Element): boolean {
  const parent = parentNode(element);
  if (!(parent instanceof Element)) return false;
  const letters = lettersOf(element);
  if (letters >= 0 && (lettersOf(parent) > 0 || isInRun(element, letters))) return true;
  return isInProse(element, parent) && !isControl(element) && !holds(element, CONTROL);
}

const isControl = (element: Element): boolean => isLike(element, CONTROL);

/** The length of the one word that is all there is in `element`; 0 if there is none, -1 if there is more, or a control. */
function lettersOf(element: Element): number {
  let word = '';
  let left = MOST_NODES;
  const add = (node: Node): boolean => {
    if (--left < 0) return false;
    if (nodeType(node) === Node.TEXT_NODE) {
      word += (node as Text).data;
      return word.length < 2 * MOST_NODES;
    }
    if (node instanceof Element && isControl(node)) return false;
    for (let child = firstChild(node); child; child = nextSibling(child)) if (!add(child)) return false;
    return true;
  };
  if (!add(element)) return -1;
  word = word.trim();
  const longest = IDEOGRAPHIC.test(word) ? LONGEST_IDEOGRAPHIC : LONGEST;
  return word.length > longest || /\s/.test(word) ? -1 : word.length;
}

/** Does it stand in prose, between spaces? */
function isInProse(element: Element, parent: Element): boolean {
  if (!PHRASING.has(localName(element))) return false;
  let at: Node | null = parent;
  for (let n = 0; n < MOST_WRAPPERS && at instanceof Element && PHRASING.has(localName(at)); n++)
    at = parentNode(at);
  if (!(at instanceof Element && PROSE.has(localName(at)))) return false;
  return [previousSibling(element), nextSibling(element)].every((s) => !s || nodeType(s) === Node.TEXT_NODE);
}

/** Is it, with so many letters, one of a few words, each in a box, with nothing but spaces between? */
function isInRun(element: Element, letters: number): boolean {
  let words = letters > 0 ? 1 : 0;
  for (const step of [nextSibling, previousSibling])
    for (let at = step(element); at && words < RUN; at = step(at)) {
      if (at instanceof Text && at.data.trim() !== '') break;
      if (!(at instanceof Element)) continue;
      const more = lettersOf(at);
      if (more < 0) break;
      if (more > 0) words++;
    }
  return words >= RUN;
}
