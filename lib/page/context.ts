/** What stands around a block on the page: the text just before it, the headline, the language. */
import type { Block } from './blocks';
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
  const boundary = block.container.closest('article,main,[role="main"]') ?? document.body;
  const root = first.getRootNode() === document ? boundary : (first.getRootNode() as ShadowRoot);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  const parts: string[] = [];
  let length = 0;
  let parent: Element | null = closestBlock(first);
  for (let n = 0; n < MOST_NODES && length < MOST_CHARACTERS; n++) {
    const node = walker.previousNode() as Text | null;
    if (!node) break;
    if (isInSkipped(node)) continue;
    if (node.data.trim() === '') {
      // Frameworks put the space between two words into a node of its own.
      parts.unshift(' ');
      continue;
    }
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
const closestBlock = (node: Node): Element | null => node.parentElement?.closest(BLOCKS) ?? null;

/** The page's headline: its first `<h1>`, or its title. */
export function headline(): string {
  const h1 = document.querySelector('article h1, main h1, h1');
  return (h1?.textContent ?? document.title).replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** The language tag that the block stands under, nearest first, or ''. */
export const languageTag = (block: Block): string =>
  block.container.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
