/** A block in the making: the text gathered so far inside one container, with its offsets back to nodes. */
import { isInside, parentNode } from '../dom/safe';

/** A text node's share of a block: `text.slice(start, start + length)` is `node.data` from `from` on, white space aside. */
export interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly start: number;
  readonly length: number;
}

export interface Block {
  /** The block container: the element whose inline content this is. */
  readonly container: Element;
  /** The text, each white space character as a space (a line break only for `<br>`), not collapsed. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Blocks shorter than this say nothing that could be checked. */
const MIN_LENGTH = 12;
/** Longer blocks are cut, at a line break or between words: transcripts and old pages are one block from end to end. */
const MAX_LENGTH = 8_000;
/** White space that stands for a space in HTML, whatever the page's style makes of it. */
const BREAKING = /[\t\n\r\f]/;
const ALL_BREAKING = /[\t\n\r\f]/g;
/** Longer white space than this is not looked for before a block. */
const INDENT = 64;

export class Draft {
  private text = '';
  private pieces: Piece[] = [];

  /** @param aside does `container` stand beside the story? */
  constructor(
    readonly container: Element,
    readonly aside: boolean,
  ) {}

  /** Adds `node.data` from `from` on. Returns 0, or where to go on with once the full draft was taken. */
  add(node: Text, from: number): number {
    const { data } = node;
    // Between blocks there is little but the source's indentation.
    if (this.text === '' && data.length <= INDENT && data.trim() === '') return 0;
    const to = endOfShare(data, from, MAX_LENGTH - this.text.length);
    this.pieces.push({ node, from, start: this.text.length, length: to - from });
    const share = to - from === data.length ? data : data.slice(from, to);
    this.text += BREAKING.test(share) ? share.replace(ALL_BREAKING, ' ') : share;
    return to < data.length ? to : 0;
  }

  /** Keeps the words before and after from being joined. */
  gap(): void {
    if (this.text !== '') this.text += ' ';
  }

  /** A `<br>`. Returns whether the block ends here: two in a row are how older pages part their paragraphs. */
  breakLine(): boolean {
    if (this.text.length > MAX_LENGTH / 2 || /\n\s*$/.test(this.text)) return true;
    this.text += '\n';
    return false;
  }

  /** The block, if it says anything, and an empty draft for what follows. */
  take(): Block | undefined {
    const { container, text, pieces } = this;
    if (text === '') return undefined;
    this.text = '';
    this.pieces = [];
    if (text.length < MIN_LENGTH || text.trim().length < MIN_LENGTH) return undefined;
    if (this.aside && pieces.every(isTeaser)) return undefined;
    return { container, text, pieces };
  }
}

/** Where a share of at most `room` characters of `data` ends: at its end, or after the last space that fits. */
function endOfShare(data: string, from: number, room: number): number {
  if (data.length - from <= room) return data.length;
  const space = data.lastIndexOf(' ', from + Math.max(room, 1));
  return space > from ? space + 1 : from + Math.max(room, 1);
}

/** A line beside the story that is nothing but links to others (“Most read”, “Related”) holds those pages' words. */
function isTeaser({ node }: Piece): boolean {
  const parent = parentNode(node);
  return node.data.trim() === '' || (parent instanceof Element && isInside(parent, 'a[href]'));
}
