/** Bytes that grow, and the variable-length numbers written to them: 7 bits a byte, low bits first. */

/** Bytes to a chunk. */
const CHUNK = 1 << 16;

/** Grows by chunks, so that nothing is copied, nor held twice, until all is written. */
export class ByteWriter {
  private readonly full: Uint8Array[] = [];
  private chunk = new Uint8Array(CHUNK);
  private at = 0;

  get length(): number {
    return this.full.length * CHUNK + this.at;
  }

  byte(value: number): void {
    if (this.at === CHUNK) this.next();
    this.chunk[this.at++] = value;
  }

  /** Writes `value`, a whole number of 0..2^32-1, in 1 to 5 bytes. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.at === CHUNK) this.next();
      const part = bytes.subarray(from, from + CHUNK - this.at);
      this.chunk.set(part, this.at);
      this.at += part.length;
      from += part.length;
    }
  }

  /** Writes what `other` holds. */
  append(other: ByteWriter): void {
    for (const chunk of other.full) this.write(chunk);
    this.write(other.chunk.subarray(0, other.at));
  }

  /** Copies all that was written to the start of `target`. */
  copyTo(target: Uint8Array): void {
    this.full.forEach((chunk, i) => {
      target.set(chunk, i * CHUNK);
    });
    target.set(this.chunk.subarray(0, this.at), this.full.length * CHUNK);
  }

  /** What was written, in one piece of its own. */
  get bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.length);
    this.copyTo(all);
    return all;
  }

  /** Begins anew. */
  clear(): void {
    this.full.length = 0;
    this.at = 0;
  }

  private next(): void {
    this.full.push(this.chunk);
    this.chunk = new Uint8Array(CHUNK);
    this.at = 0;
  }
}

/**
 * UTF-8 of a string. Written out here because ECMAScript has no encoder; lone surrogates become U+FFFD as
 * everywhere.
 */
export function encode(text: string, to: ByteWriter): void {
  for (let i = 0; i < text.length; i++) {
    let code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    else if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) to.byte(code);
    else {
      if (code < 0x800) to.byte(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) to.byte(0xe0 | (code >> 12));
        else {
          to.byte(0xf0 | (code >> 18));
          to.byte(0x80 | ((code >> 12) & 63));
        }
        to.byte(0x80 | ((code >> 6) & 63));
      }
      to.byte(0x80 | (code & 63));
    }
  }
}

/** Reads what `encode` wrote; bytes that are not UTF-8 come out as U+FFFD, never as an error. */
export function decode(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; ) {
    const lead = bytes[i++] as number;
    const more =
      lead < 0x80 ? 0 : lead < 0xc0 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf8 ? 3 : -1;
    let code = more <= 0 ? lead : lead & (63 >> more);
    if (more < 0 || i + more > to) code = 0xfffd;
    else for (let k = 0; k < more; k++) code = (code << 6) | ((bytes[i++] as number) & 63);
    text += String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
  }
  return text;
}
