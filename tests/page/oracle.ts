/** Reading a page the slow and plain way: recursion, every style looked at, nothing remembered. Shares no code with the reader. */

const PHRASING =
  /^(a|abbr|b|bdi|bdo|cite|data|del|dfn|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|var)$/;
const NOT_READ =
  /^(nav|textarea|select|option|input|button|label|fieldset|code|pre|kbd|samp|svg|math|canvas|video|audio|iframe)$/;
const NOT_THERE = /^(script|style|noscript|template|head|title|datalist|rt|rp|rtc|wbr)$/;

interface Line {
  text: string;
}

/** The texts of the blocks under `root`, each when it ends, white space collapsed. */
export function oracle(root: Element): string[] {
  const blocks: string[] = [];
  const end = (line: Line) => {
    if (line.text.trim().length >= 12) blocks.push(line.text.replace(/\s+/g, ' ').trim());
    line.text = '';
  };
  const inside = (element: Element, line: Line, cap: boolean, container: Element) => {
    for (const node of rendered(element)) visit(node, line, cap, container);
  };
  const block = (element: Element) => {
    const line = { text: '' };
    inside(element, line, false, element);
    end(line);
  };
  const visit = (node: Node, line: Line, cap: boolean, container: Element) => {
    if (node instanceof Text) {
      const said = node.data.replace(/[\t\n\r\f]/g, ' ');
      if (line.text !== '' || said.trim() !== '') line.text += said;
    }
    if (!(node instanceof Element)) return;
    if (node.localName === 'br') {
      if (/\n\s*$/.test(line.text)) end(line);
      else line.text += '\n';
      return;
    }
    const style = getComputedStyle(node);
    if (NOT_THERE.test(node.localName) || style.display === 'none') return;
    const inline = /^(inline|contents|ruby.*)$/.test(style.display);
    const lifted = !inline && style.float === 'none' && /absolute|fixed/.test(style.position);
    if (lifted && style.clip.startsWith('rect(')) return;
    if (inline && style.display !== 'contents' && style.visibility === 'hidden') {
      if (getComputedStyle(container).visibility === 'visible') return;
    }
    const short = isShort(node);
    const boxed = !lifted && style.float === 'none' && style.display.startsWith('inline-');
    const phrase = boxed && PHRASING.test(node.localName) && (short || wordsBeside(node));
    const joins = cap || inline || (style.float !== 'none' && short) || phrase || (boxed && isSetApart(node));
    if (!joins && !lifted && style.float === 'none') end(line);
    if (NOT_READ.test(node.localName) || isOff(node)) {
      if (joins && line.text !== '') line.text += ' ';
    } else if (joins) inside(node, line, cap || (!inline && style.float !== 'none'), container);
    else block(node);
  };
  block(root);
  return blocks;
}

function rendered(element: Element): readonly Node[] {
  if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0)
    return element.assignedNodes();
  return [...(element.shadowRoot ?? element).childNodes];
}

/** Up to three letters in up to eight nodes. */
function isShort(element: Element): boolean {
  const walker = document.createTreeWalker(element);
  let nodes = 1;
  let letters = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode(), nodes++)
    if (node instanceof Text) letters += node.data.trim().length;
  return nodes <= 8 && letters > 0 && letters <= 3;
}

function wordsBeside(element: Element): boolean {
  const siblings = [...(element.parentNode?.childNodes ?? [])];
  const at = siblings.indexOf(element);
  return siblings
    .slice(Math.max(0, at - 8), at + 9)
    .some((node) => node instanceof Text && node.data.trim() !== '');
}

/** Is a box without text beside it part of a word, of a line of prose, or one of four words in boxes? */
function isSetApart(element: Element): boolean {
  const parent = element.parentElement;
  if (!parent) return false;
  if (wordIn(parent)) return true;
  const pressed = element.matches(PRESSED) || element.querySelector(PRESSED) !== null;
  let prose: Element | null = parent;
  for (let n = 0; n < 4 && prose && PHRASING.test(prose.localName); n++) prose = prose.parentElement;
  const beside = [element.previousSibling, element.nextSibling];
  const spaced = beside.every((node) => node === null || node instanceof Text);
  if (
    !pressed &&
    spaced &&
    PHRASING.test(element.localName) &&
    prose?.matches('h1,h2,h3,h4,h5,h6,p,blockquote,li,figcaption')
  )
    return true;
  // The siblings as letters: words, nothing, and what parts words.
  const row = [...parent.childNodes].map((node) => {
    if (node instanceof Text) return node.data.trim() === '' ? '' : '|';
    if (!(node instanceof Element)) return '';
    const word = wordIn(node);
    if (word === undefined) return '|';
    return word === '' ? '' : 'w';
  });
  const at = [...parent.childNodes].indexOf(element);
  if (row[at] === '|') return false;
  const before = row.slice(0, at).join('').split('|').at(-1) ?? '';
  const after = row.slice(at).join('').split('|')[0] ?? '';
  return before.length + after.length >= 4;
}

const PRESSED = 'a,button,[role="button"],[role="link"]';

/** The one word in an element, '' if there is none, undefined if there is more. */
function wordIn(element: Element): string | undefined {
  if (element.matches(PRESSED) || element.querySelector(PRESSED)) return undefined;
  const walker = document.createTreeWalker(element);
  let nodes = 1;
  let said = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode(), nodes++)
    if (node instanceof Text) said += node.data;
  const word = said.trim();
  const few = word.length <= (/[\u3040-\u30ff\u3400-\u9fff]/.test(word) ? 4 : 24);
  return nodes <= 64 && few && said.length < 128 && !/\s/.test(word) ? word : undefined;
}

const isOff = (element: Element) =>
  element.matches(
    '[hidden]:not([hidden="until-found"]),[aria-hidden="true"],[data-factmark="off"],[contenteditable=""],[contenteditable="true"],[role="textbox"]',
  );
