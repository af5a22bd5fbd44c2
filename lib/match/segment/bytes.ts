/** A byte buffer that grows, and the variable-length numbers written to it: 7 bits a byte, low bits first. */

export class ByteWriter {
  private buffer = new Uint8Array(1 << 12);
  length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
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
    if (this.length + bytes.length > this.buffer.length) this.grow(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written, as a view. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private grow(atLeast: number): void {
    const larger = new Uint8Array(Math.max(2 * this.buffer.length, this.length + atLeast));
    larger.set(this.buffer);
    this.buffer = larger;
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
