/** What stands around a block on the page: the text just before it, the headline, the language. */

import { rootOf } from '../dom/flat';
import { attribute, bodyOf, closestAcross, doc, field, isVisible, nearest } from '../dom/safe';
import type { Block } from './blocks';
import { pageFacts } from './facts';
import { isInSkipped } from './skip';

const MOST_CHARACTERS = 700;
const MOST_NODES = 120;

/**
 * Up to `MOST_CHARACTERS` of text that stands before the block in its article, blocks apart by line breaks.
 * Walks text nodes backwards; never leaves the `<article>` the block is in.
 */
export function textBefore(block: Block): string {
  const first = block.pieces[0]?.node;
  if (!first) return '';
  const boundary = nearest(block.container, 'article,main,[role="main"]') ?? bodyOf() ?? block.container;
  const top = rootOf(first);
  const root = top === document ? boundary : top;
  const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  const parts: string[] = [];
  let length = 0;
  let parent: Element | null = closestBlock(first);
  for (let n = 0; n < MOST_NODES && length < MOST_CHARACTERS; n++) {
    const node = walker.previousNode() as Text | null;
    if (!node) break;
    if (node.data.trim() === '') {
      // Frameworks put the space between two words into a node of its own.
      parts.unshift(' ');
      continue;
    }
    const { parentElement } = node;
    if ((parentElement && !isVisible(parentElement)) || isInSkipped(node)) continue;
    const own = closestBlock(node);
    parts.unshift(own === parent ? node.data : `${node.data}\n`);
    length += node.data.length;
    parent = own;
  }
  return parts
    .join('')
    .replace(/[ \t\r\f]+/g, ' ')
    .slice(-MOST_CHARACTERS);
}

const BLOCKS = 'p,li,td,th,dd,dt,blockquote,figcaption,h1,h2,h3,h4,h5,h6,div,section,article';
const closestBlock = ({ parentElement }: Text): Element | null =>
  parentElement && nearest(parentElement, BLOCKS);

/** The page's headline: its first `<h1>` with words, or what its metadata or title call it. */
export const headline = (): string => pageFacts().headline;

/**
 * The language tag that most of the block stands under, nearest first and through shadow hosts, else the page's, or
 * ''. Where a paragraph quotes another language, the longest stretch of it decides.
 */
export function languageTag(block: Block): string {
  const { node } = block.pieces.reduce((a, b) => (b.length > a.length ? b : a));
  const near = closestAcross(node.parentElement ?? block.container, '[lang],[xml\\:lang],[*|lang]');
  if (!near || near === doc.documentElement) return pageFacts().language;
  return (
    field(near, 'getAttributeNS').call(near, XML, 'lang') ??
    attribute(near, 'lang') ??
    attribute(near, 'xml:lang') ??
    ''
  );
}

const XML = 'http://www.w3.org/XML/1998/namespace';
