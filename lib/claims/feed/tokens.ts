/** JSON tokens of a stream of bytes, with a bound on each, and errors that say where they are. */
import Tokenizer from '@streamparser/json/tokenizer.js';
import { say } from '../../words';
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
          say('store_feed_long', sayPlace(this.position(this.last)), LONGEST_TOKEN >> 20),
          'too-large',
          this.position(this.last),
        );
    }
  }

  end(): void {
    try {
      this.tokenizer.end();
    } catch {
      throw this.failure((place) => say('store_json_cut', place));
    }
  }

  /** The error that something is wrong at byte `at`, or at the end; `said` puts the place into a sentence. */
  failure(said: (place: string) => string, at = this.bytes): FeedError {
    const where = this.position(at);
    return new FeedError(said(sayPlace(where)), 'not-json', where);
  }

  /** The tokenizer's own errors name a state of it, which helps nobody. */
  private told(error: unknown): unknown {
    const text = error instanceof Error ? error.message : '';
    const found = /^Unexpected "(.)" at chunk position "(\d+)"/su.exec(text);
    if (error instanceof FeedError || found === null) return error;
    const [, character = '', chunk = '0'] = found;
    const isByte = /[\p{Cc}\u0080-\uffff]/u.test(character);
    return this.failure(
      (place) =>
        isByte
          ? say('store_json_byte', place, String(character.charCodeAt(0)))
          : say('store_json_character', place, character),
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

  /** Line and column are known from the start of the line that `slice` begins in: no token goes over a newline. */
  private position(byte: number): Position {
    const lineStart = this.bytes - this.inLine;
    if (byte < lineStart) return { byte };
    const before = this.slice.subarray(0, Math.max(0, byte - this.bytes));
    let line = this.lines + 1;
    for (let at = before.indexOf(NEWLINE); at !== -1; at = before.indexOf(NEWLINE, at + 1)) line++;
    const lastLine = before.lastIndexOf(NEWLINE);
    return { byte, line, column: byte - (lastLine === -1 ? lineStart : this.bytes + lastLine + 1) + 1 };
  }
}

const sayPlace = ({ byte, line, column }: Position): string =>
  line === undefined
    ? say('store_place_byte', String(byte))
    : say('store_place_line', String(line), String(column), String(byte));
