/** A block in the making: the text gathered so far inside one container, with its offsets back to nodes. */

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
  /** What is left of a text that nobody needs any more (`known.ts`); `text` and `pieces` are empty then. */
  readonly digest?: number | undefined;
}

/** Blocks shorter than this say nothing that could be checked. */
const MIN_LENGTH = 12;
/** Longer blocks are cut, at a line break or between words: transcripts and old pages are one block from end to end. */
const MAX_LENGTH = 8_000;
/** White space that stands for a space in HTML, whatever the page's style makes of it. */
const BREAKING = ['\n', '\t', '\r', '\f'];
const ALL_BREAKING = /[\t\n\r\f]/g;
/** Longer white space than this is not looked for before a block. */
const INDENT = 64;

export class Draft {
  private text = '';
  /** What follows `text`, to be joined at the end: text that was put together bit by bit is slower to read ever after. */
  private more: string[] | undefined;
  private length = 0;
  /** From here on, white space is as in the page's source. */
  private clean = 0;
  private pieces: Piece[] | undefined;
  /** Are there words that are no link's? */
  private told = false;

  /** @param aside does `container` stand beside the story? */
  constructor(
    readonly container: Element,
    readonly aside: boolean,
  ) {}

  /**
   * Adds `node.data` from `from` on; is it `linked` to another page? Returns 0, or where to go on with once the full
   * draft was taken.
   */
  add(node: Text, from: number, linked: boolean): number {
    const { data } = node;
    const start = this.length;
    // Between blocks there is little but the source's indentation.
    if (start === 0 && data.length <= INDENT && isBlank(data)) return 0;
    const to = endOfShare(data, from, MAX_LENGTH - start);
    const length = to - from;
    const piece = { node, from, start, length };
    // Most blocks are one piece, and an array that grew has room for many more.
    if (this.pieces) this.pieces.push(piece);
    else this.pieces = [piece];
    if (!linked && !this.told) this.told = !isBlank(data);
    this.append(length === data.length ? data : data.slice(from, to));
    return to < data.length ? to : 0;
  }

  /** Keeps the words before and after from being joined. */
  gap(): void {
    if (this.length > 0) this.append(' ');
  }

  /** A `<br>`. Returns whether the block ends here: two in a row are how older pages part their paragraphs. */
  breakLine(): boolean {
    const text = this.tidy();
    if (text.length > MAX_LENGTH / 2 || text.slice(text.trimEnd().length).includes('\n')) return true;
    this.text = text;
    this.more = undefined;
    this.append('\n');
    this.clean = this.length;
    return false;
  }

  /** The block, if it says anything, and an empty draft for what follows. */
  take(): Block | undefined {
    if (this.length === 0) return undefined;
    const { container, told } = this;
    const pieces = this.pieces ?? [];
    const text = this.tidy();
    this.text = '';
    this.more = this.pieces = undefined;
    this.length = this.clean = 0;
    this.told = false;
    // A line beside the story that is nothing but links to others (“Most read”, “Related”) holds those pages' words.
    if (this.aside && !told) return undefined;
    if (text.length < MIN_LENGTH || text.trim().length < MIN_LENGTH) return undefined;
    return { container, text, pieces: pieces.length > 1 ? pieces.slice() : pieces, digest: undefined };
  }

  private append(share: string): void {
    if (this.length === 0) this.text = share;
    else if (this.more) this.more.push(share);
    else this.more = [share];
    this.length += share.length;
  }

  /** All of it, with white space made spaces. Engines look for one character many times faster than for any of four. */
  private tidy(): string {
    const { clean, more } = this;
    const text = more ? [this.text, ...more].join('') : this.text;
    for (const white of BREAKING)
      if (text.indexOf(white, clean) >= 0)
        return text.slice(0, clean) + text.slice(clean).replace(ALL_BREAKING, ' ');
    return text;
  }
}

/** Most text begins with a letter, and then one look tells. */
function isBlank(data: string): boolean {
  const first = data.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && data.trim() === '';
}

/** Where a share of at most `room` characters of `data` ends: at its end, or after the last space that fits. */
function endOfShare(data: string, from: number, room: number): number {
  if (data.length - from <= room) return data.length;
  const space = data.lastIndexOf(' ', from + Math.max(room, 1));
  return space > from ? space + 1 : from + Math.max(room, 1);
}
