/**
 * The JSON-LD blocks of an HTML page, found without a DOM: `<script type="application/ld+json">`, but none in a comment
 * or in the text of another element (HTML, “13.2.5 Tokenization”: comments, raw text, attributes).
 */
import { say } from '../../words';
import { broken } from './lines';
import { FeedError } from './outcome';
import { type Found, Records } from './records';
import { joined } from './utf8';

/** Bytes of one page. */
const LARGEST = 16 << 20;
const SLICE = 1 << 15;

/** Elements whose inside is text, whatever it looks like. */
const TEXT = /^(?:script|style|textarea|title|noscript|xmp|iframe|noembed|noframes)$/i;
/** A comment, or the beginning of a tag. */
const NEXT = /<!--|<(\/?)([a-z][^\s/>]*)/gi;
const JSON_LD =
  /(?:^|\s|["'])type\s*=\s*(?:"\s*application\/ld\+json\b[^"]*"|'\s*application\/ld\+json\b[^']*'|application\/ld\+json(?=[\s;/]|$))/i;

/** Holds a page; calls `found` for each record of its blocks when it is at its end. */
export class Page {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly found: (found: Found) => void) {}

  /** @throws FeedError if the page is too large. */
  write(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (this.length > LARGEST) throw new FeedError(say('store_feed_page_large', LARGEST >> 20), 'too-large');
    // The chunk may be the caller's, to be filled again.
    this.parts.push(bytes.slice());
  }

  /** @throws FeedError if a block has no end. */
  end(): void {
    const bytes = joined(this.parts, this.length);
    let number = 0;
    for (const [from, to] of blocks(oneByteEach(bytes))) {
      const where = `script ${++number}`;
      const records = new Records(where, this.found);
      try {
        records.write(bytes.subarray(from, to));
        records.end();
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        this.found(broken(where, error));
      }
    }
  }
}

/** Each byte as one character, so that positions in the text are positions in the bytes; tags are ASCII. */
function oneByteEach(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + SLICE)));
  return parts.join('');
}

/** Where the JSON-LD blocks of a page begin and end; a FeedError if one has no end. Time is linear in the page: nothing is looked at twice. */
function* blocks(html: string): Generator<readonly [number, number]> {
  NEXT.lastIndex = 0;
  for (let found = NEXT.exec(html); found !== null; found = NEXT.exec(html)) {
    const [whole, slash, name = ''] = found;
    if (whole === '<!--') {
      const end = html.indexOf('-->', found.index + 2);
      if (end === -1) return;
      NEXT.lastIndex = end + 3;
      continue;
    }
    const from = endOfTag(html, NEXT.lastIndex);
    if (from === undefined) return;
    const attributes = html.slice(NEXT.lastIndex, from - 1);
    NEXT.lastIndex = from;
    if (slash !== '' || !TEXT.test(name)) continue;
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    close.lastIndex = from;
    const to = close.exec(html)?.index;
    const isBlock = /^script$/i.test(name) && JSON_LD.test(attributes);
    if (isBlock && to === undefined) throw new FeedError(say('store_feed_page_cut'));
    if (to === undefined) return;
    if (isBlock) yield unwrapped(html, from, to);
    NEXT.lastIndex = to;
  }
}

/** Just after the `>` of the tag whose name ends at `from`; attributes may hold `>` in quotation marks after `=`. */
function endOfTag(html: string, from: number): number | undefined {
  let before = '';
  for (let at = from; at < html.length; at++) {
    const letter = html[at] as string;
    if (letter === '>') return at + 1;
    if ((letter === '"' || letter === "'") && before === '=') {
      at = html.indexOf(letter, at + 1);
      if (at === -1) return undefined;
    }
    if (letter > ' ') before = letter;
  }
  return undefined;
}

/** Without what old pages put around scripts: `<!-- … -->`, `//<![CDATA[ … //]]>`. */
function unwrapped(html: string, from: number, to: number): readonly [number, number] {
  const inside = html.slice(from, to);
  const start = inside.slice(0, 100);
  const before = /^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/.exec(start)?.[0].length ?? 0;
  const after =
    /(?:\/\/|\/\*)?\s{0,20}(?:-->|\]\]>)\s{0,20}(?:\*\/)?\s*$/.exec(inside.slice(-100))?.[0].length ?? 0;
  return before === 0 ? [from, to] : [from + before, Math.max(from + before, to - after)];
}
