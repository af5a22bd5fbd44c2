/** Blocks of text of an HTML file, for the command line: a reader of static files without styles or scripts. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

const SKIPPED = new Set(
  'script style noscript template textarea select option code pre svg math head title iframe button input'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo br cite data del dfn em font i ins kbd label mark q ruby s samp small span strong sub sup time tt u var wbr rb rt rp'.split(
    ' ',
  ),
);

/** Passages in reading order, each with the text just before it; offsets are 0 since HTML has no flat text. */
export function htmlPassages(html: string): { text: string; before: string; offset: number }[] {
  const blocks: string[] = [];
  let text = '';
  const flush = () => {
    const block = text.replace(/\s+/g, ' ').trim();
    if (block !== '') blocks.push(block);
    text = '';
  };
  const walk = (node: Node): void => {
    if ('value' in node && node.nodeName === '#text') text += node.value;
    if (!('tagName' in node)) return;
    if (SKIPPED.has(node.tagName) || isHidden(node.attrs)) return;
    if (node.tagName === 'br') text += ' ';
    const block = !INLINE.has(node.tagName);
    if (block) flush();
    for (const child of node.childNodes) walk(child);
    if (block) flush();
  };
  for (const node of parse(html).childNodes) walk(node);
  flush();
  return blocks.map((block, i) => ({
    text: block,
    before: blocks.slice(Math.max(0, i - 2), i).join('\n'),
    offset: 0,
  }));
}

function isHidden(attrs: readonly { name: string; value: string }[]): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'contenteditable' && value !== 'false') ||
      (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/.test(value)),
  );
}
