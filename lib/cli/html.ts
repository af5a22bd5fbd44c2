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

/**
 * Passages in reading order, each with the text just before it and the nearest `lang`; offsets are 0 since HTML has no
 * flat text.
 */
export function htmlPassages(
  html: string,
): { text: string; before: string; offset: number; language: string | undefined }[] {
  const blocks: { text: string; language: string | undefined }[] = [];
  let text = '';
  const flush = (language: string | undefined) => {
    const block = text.replace(/\s+/g, ' ').trim();
    if (block !== '') blocks.push({ text: block, language });
    text = '';
  };
  // A list of our own: files may nest deeper than a call stack.
  const ahead: (readonly [node: Node | 'end', language: string | undefined])[] = [];
  const push = (nodes: readonly Node[], language: string | undefined) => {
    for (const node of nodes.toReversed()) ahead.push([node, language]);
  };
  push(parse(html).childNodes, undefined);
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [node, around] = next;
    if (node === 'end') {
      flush(around);
      continue;
    }
    if ('value' in node && node.nodeName === '#text') text += node.value;
    if (!('tagName' in node)) continue;
    if (SKIPPED.has(node.tagName) || isHidden(node.attrs)) continue;
    if (node.tagName === 'br') text += ' ';
    const language = node.attrs.find(({ name }) => name === 'lang')?.value ?? around;
    if (!INLINE.has(node.tagName)) {
      flush(around);
      ahead.push(['end', language]);
    }
    push(node.childNodes, language);
  }
  flush(undefined);
  return blocks.map(({ text, language }, i) => ({
    text,
    before: blocks
      .slice(Math.max(0, i - 2), i)
      .map((b) => b.text)
      .join('\n'),
    offset: 0,
    language,
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
