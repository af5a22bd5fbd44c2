/** JSON tokens of a stream of bytes, with a bound on each, and errors that say where they are. */
import Tokenizer from '@streamparser/json/tokenizer.js';
import { FeedError, type Position } from './outcome';

/** Bytes of one text or number; the tokenizer holds it whole. */
const LONGEST_TOKEN = 4 << 20;
/** Bytes given to the tokenizer at once, so that the bound is seen to in time. */
const SLICE = 1 << 16;
/** Bytes of a text or number that are decoded at once. */
const BUFFER = 1 << 12;
const NEWLINE = 10;

export type Token = Parameters<Tokenizer['onToken']>[0];

/** A tokenizer that calls `onToken` for each token of what is written. @throws FeedError */
export class Tokens {
  // Buffered, a text is decoded once instead of once a run of letters: a third faster on texts that are not ASCII.
  private readonly tokenizer = new Tokenizer({ stringBufferSize: BUFFER, numberBufferSize: BUFFER });
  private slice: Uint8Array = new Uint8Array(0);
  /** Bytes, lines, and bytes of the last line before `slice`. */
  private bytes = 0;
  private lines = 0;
  private inLine = 0;
  /** Where the last token began. */
  private last = 0;

  constructor(onToken: (token: Token) => void) {
    this.tokenizer.onToken = (token) => {
      this.last = token.offset;
      onToken(token);
    };
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += SLICE) {
      this.slice = bytes.subarray(from, from + SLICE);
      try {
        this.tokenizer.write(this.slice);
      } catch (error) {
        throw this.told(error);
      }
      this.count();
      if (this.bytes - this.last > LONGEST_TOKEN)
        throw new FeedError(
          `The text, number or blank space at ${said(this.position(this.last))} is longer than ${LONGEST_TOKEN >> 20} MB, more than any review holds. ` +
            'Ask its publisher, or take it out and try again.',
          'too-large',
          this.position(this.last),
        );
    }
  }

  end(): void {
    try {
      this.tokenizer.end();
    } catch {
      throw this.failure('it ends in the middle of a value');
    }
  }

  /** The error that `what` is wrong at byte `at`, or at the end. */
  failure(what: string, at = this.bytes): FeedError {
    const where = this.position(at);
    return new FeedError(
      `This file is not valid JSON: at ${said(where)} ${what}. Ask its publisher, or mend it and try again.`,
      'not-json',
      where,
    );
  }

  /** The tokenizer's own errors name a state of it, which helps nobody. */
  private told(error: unknown): unknown {
    const text = error instanceof Error ? error.message : '';
    const found = /^Unexpected "(.)" at chunk position "(\d+)"/su.exec(text);
    if (error instanceof FeedError || found === null) return error;
    const [, character = '', chunk = '0'] = found;
    const seen = /[\p{Cc}\u0080-\uffff]/u.test(character)
      ? `a byte that cannot stand there (${character.charCodeAt(0)})`
      : `an unexpected “${character}”`;
    return this.failure(
      `is ${seen}; perhaps a quotation mark before it has no backslash`,
      this.bytes + Number(chunk),
    );
  }

  private count(): void {
    let from = 0;
    for (let at = this.slice.indexOf(NEWLINE); at !== -1; at = this.slice.indexOf(NEWLINE, from)) {
      this.lines++;
      this.inLine = 0;
      from = at + 1;
    }
    this.inLine += this.slice.length - from;
    this.bytes += this.slice.length;
    this.slice = new Uint8Array(0);
  }

  /** Line and column are known from the slice being read on. */
  private position(byte: number): Position {
    if (byte < this.bytes) return { byte };
    const before = this.slice.subarray(0, byte - this.bytes);
    const lastLine = before.lastIndexOf(NEWLINE);
    let line = this.lines + 1;
    for (let at = before.indexOf(NEWLINE); at !== -1; at = before.indexOf(NEWLINE, at + 1)) line++;
    return { byte, line, column: before.length - lastLine + (lastLine === -1 ? this.inLine : 0) };
  }
}

const said = ({ byte, line, column }: Position): string =>
  line === undefined ? `byte ${byte}` : `line ${line}, column ${column} (byte ${byte})`;
