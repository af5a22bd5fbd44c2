/** JSON lines: each line is read on its own, so a broken one costs only itself. */
import { say } from '../../words';
import { FeedError } from './outcome';
import { type Found, Records } from './records';

const NEWLINE = 10;

/** Calls `found` for each record in the lines written, and once for each line that can't be read on. */
export class Lines {
  private number = 1;
  /** Undefined until the line holds more than blanks. */
  private line: Records | undefined;
  private isBroken = false;

  constructor(private readonly found: (found: Found) => void) {}

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, from);
      const end = newline === -1 ? bytes.length : newline;
      this.read(bytes.subarray(from, end));
      if (newline !== -1) this.endLine();
      from = end + 1;
    }
  }

  /** @throws FeedError if the last line is broken and no newline ends it: it may be where a download was cut. */
  end(): void {
    try {
      if (!this.isBroken) this.line?.end();
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      this.isBroken = true;
    }
    if (this.isBroken) throw new FeedError(say('store_feed_line_cut', String(this.number)));
  }

  private endLine(): void {
    const { line } = this;
    if (line !== undefined && !this.isBroken) this.guarded(() => line.end());
    this.number++;
    this.line = undefined;
    this.isBroken = false;
  }

  private read(part: Uint8Array): void {
    if (this.isBroken || (this.line === undefined && part.every(isBlank))) return;
    this.line ??= new Records(this.where, this.found);
    const { line } = this;
    this.guarded(() => line.write(part));
  }

  private guarded(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      this.isBroken = true;
      this.found(broken(this.where, error));
    }
  }

  private get where(): string {
    return `line ${this.number}`;
  }
}

/** The refusal of a part of a feed, called `where`, that can't be read on. */
export function broken(where: string, { reason, at }: FeedError): Found {
  if (reason !== 'not-json') return { where, reason, message: say('store_record_vast') };
  const message = at ? say('store_record_json_at', String(at.byte)) : say('store_record_json');
  return { where, reason, message };
}

export const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
