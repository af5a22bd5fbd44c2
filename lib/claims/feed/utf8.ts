/** UTF-8 made whole: broken bytes become U+FFFD, as browsers do it, so that one of them does not cost a feed. */

/** U+FFFD in UTF-8. */
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const;

/**
 * Mends a stream of UTF-8 piece by piece (WHATWG Encoding, “UTF-8 decoder”: each longest broken beginning of a character
 * becomes one U+FFFD). Pieces may end inside a character; what is given back never does.
 */
export class Utf8 {
  /** The beginning of a character, at the end of the last piece: at most three bytes. */
  private held: Uint8Array = new Uint8Array(0);

  /** `piece` after what was held back. Well-formed pieces come back without being copied. */
  mend(piece: Uint8Array, isLast = false): Uint8Array {
    const bytes =
      this.held.length === 0 ? piece : joined([this.held, piece], this.held.length + piece.length);
    this.held = new Uint8Array(0);
    let out: number[] | undefined;
    let copied = 0;
    let at = 0;
    while (at < bytes.length) {
      if ((bytes[at] as number) < 0x80) {
        at++;
        continue;
      }
      const { length, whole } = character(bytes, at);
      if (whole) {
        at += length;
        continue;
      }
      if (at + length === bytes.length && !isLast && isBeginning(bytes, at, length)) {
        this.held = bytes.slice(at);
        break;
      }
      out ??= [];
      for (let i = copied; i < at; i++) out.push(bytes[i] as number);
      out.push(...REPLACEMENT);
      at += length;
      copied = at;
    }
    if (out === undefined) return at === bytes.length ? bytes : bytes.subarray(0, at);
    for (let i = copied; i < at; i++) out.push(bytes[i] as number);
    return Uint8Array.from(out);
  }
}

/** Bytes a character has by its first, and the bounds of its second; 0 for a byte that begins none. */
function shape(first: number): readonly [length: number, low: number, high: number] {
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first >= 0xe0 && first <= 0xef) return [3, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  if (first >= 0xf0 && first <= 0xf4) return [4, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
  return [0, 0, 0];
}

/** The character at `at`: its bytes if it is whole, else how many belong to its broken beginning (at least one). */
function character(bytes: Uint8Array, at: number): { length: number; whole: boolean } {
  const [length, low, high] = shape(bytes[at] as number);
  let n = 1;
  while (n < length && at + n < bytes.length) {
    const next = bytes[at + n] as number;
    if (n === 1 ? next < low || next > high : next < 0x80 || next > 0xbf) break;
    n++;
  }
  return { length: n, whole: n === length };
}

/** Could more bytes make the `length` bytes at `at` a character? */
const isBeginning = (bytes: Uint8Array, at: number, length: number): boolean =>
  shape(bytes[at] as number)[0] > length;

/** `parts`, `length` bytes in all, as one. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
