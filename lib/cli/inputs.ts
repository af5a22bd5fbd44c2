/** Inputs of `match` and `explain`, read piece by piece so that files of any size can be used. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { htmlPassages } from './html';

/** A piece of an input, in reading order. */
export interface Piece {
  readonly text: string;
  /** Text just before it. */
  readonly before: string;
  /** Where it begins in the input, in UTF-16 code units. */
  readonly offset: number;
  /** BCP 47 tag of the language it is said to be in. */
  readonly language?: string | undefined;
}

/** One input, or a line that could not be read and why. */
export type Input = { readonly id: string; readonly pieces: AsyncIterable<Piece> | Iterable<Piece> } | string;

export type Format = 'text' | 'html' | 'jsonl';

/** Pieces of plain text are at least this long, and end at a blank line where there is one. */
const PIECE = 1 << 16;
/** Longest piece, for text without a blank line. */
const LONGEST = 4 * PIECE;
/** Text before a piece that is kept for its context. */
const BEFORE = 1_000;

/** Inputs in the file `source` (`-`: standard input). Without `format` it is told by name and first character. */
export async function* inputsOf(source: string, format: Format | undefined): AsyncGenerator<Input> {
  const id = source === '-' ? 'stdin' : basename(source);
  if ((format ?? (/\.html?$/i.test(source) ? 'html' : undefined)) === 'html') {
    const html = source === '-' ? await textOf(process.stdin) : await readFile(source, 'utf8');
    yield { id, pieces: htmlPassages(html) };
    return;
  }
  const chunks = await opened(source);
  if ((format ?? ((await chunks.firstCharacter()) === '{' ? 'jsonl' : 'text')) === 'text')
    yield { id, pieces: pieces(chunks) };
  else yield* jsonLines(chunks, source === '-' ? 'standard input' : source);
}

/** The chunks of a file, whose beginning may be looked at first. Errors of the file are thrown while reading. */
async function opened(source: string) {
  const stream: NodeJS.ReadableStream = source === '-' ? process.stdin : createReadStream(source);
  stream.setEncoding('utf8');
  const rest = stream[Symbol.asyncIterator]() as AsyncIterator<string>;
  const seen: string[] = [];
  return {
    async firstCharacter(): Promise<string | undefined> {
      for (;;) {
        const next = await rest.next();
        if (next.done) return undefined;
        seen.push(next.value);
        const found = /[^\s\ufeff]/.exec(next.value)?.[0];
        if (found) return found;
      }
    },
    async *[Symbol.asyncIterator](): AsyncGenerator<string> {
      for (const chunk of seen.splice(0)) yield chunk;
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    },
  };
}

async function* pieces(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let held = '';
  let offset = 0;
  let before = '';
  const take = (length: number): Piece => {
    const piece = { text: held.slice(0, length), before, offset };
    before = (before + piece.text).slice(-BEFORE);
    offset += length;
    held = held.slice(length);
    return piece;
  };
  for await (const chunk of chunks) {
    held += chunk;
    while (held.length >= LONGEST) yield take(breakIn(held));
    if (held.length < 2 * PIECE) continue;
    const blank = held.lastIndexOf('\n\n');
    if (blank >= PIECE) yield take(blank + 2);
  }
  if (held !== '' || offset === 0) yield take(held.length);
}

/** Where to break a text without blank lines: after a line, a sentence, a word, or not inside a character. */
function breakIn(text: string): number {
  const from = text.slice(0, LONGEST);
  for (const end of ['\n\n', '\n', '. ', ' ']) {
    const at = from.lastIndexOf(end);
    if (at >= PIECE) return at + end.length;
  }
  return /[\ud800-\udbff]$/.test(from) ? from.length - 1 : from.length;
}

async function* jsonLines(chunks: AsyncIterable<string>, where: string): AsyncGenerator<Input> {
  // The line that is not at its end yet, in parts: joined but once, however long it is.
  let held: string[] = [];
  let number = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    if (!chunk.includes('\n')) continue;
    const lines = held.join('').split('\n');
    held = [lines.pop() as string];
    for (const line of lines) yield* jsonLine(line, ++number, where);
  }
  yield* jsonLine(held.join(''), ++number, where);
}

function* jsonLine(line: string, number: number, where: string): Generator<Input> {
  if (line.trim() === '') return;
  let row: { id?: unknown; text?: unknown; language?: unknown };
  try {
    row = JSON.parse(line.trim()) as typeof row;
  } catch {
    yield `${where}:${number}: is not a JSON line; for plain text use --format text`;
    return;
  }
  if (typeof row?.text !== 'string') {
    yield `${where}:${number}: has no “text”; write lines as {"id": …, "text": …}`;
    return;
  }
  const id = typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : String(number);
  const language = typeof row.language === 'string' ? row.language : undefined;
  yield { id, pieces: [{ text: row.text, before: '', offset: 0, language }] };
}
