/** Whole numbers as bits, and bits as text: six a letter, which a zip can store in six bits again. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WIDTH = 6;

/** Widths that are written at once: with what is left of a letter, they fit into 32 bits. */
const MOST = 24;

export class BitWriter {
  private text = '';
  private held = 0;
  private width = 0;

  /** The lowest `width` bits (at most 24) of `value`. */
  bits(value: number, width: number): void {
    this.held = (this.held << width) | (value & ((1 << width) - 1));
    this.width += width;
    for (; this.width >= WIDTH; this.width -= WIDTH)
      this.text += LETTERS[(this.held >>> (this.width - WIDTH)) & 63];
    this.held &= (1 << this.width) - 1;
  }

  /** Exponential Golomb code of order `k`: short for numbers up to about 2^k, twice as long as its bits for large ones. */
  number(value: number, k: number): void {
    let width = k;
    let rest = value;
    for (; rest >= 2 ** width; width++) {
      this.bits(1, 1);
      rest -= 2 ** width;
    }
    this.bits(0, 1);
    this.bits(rest, width);
  }

  /** Rice code: what is above the lowest `k` bits is counted out, and best where it is seldom much. */
  rice(value: number, k: number): void {
    for (let high = Math.floor(value / 2 ** k); high > 0; high--) this.bits(1, 1);
    this.bits(0, 1);
    this.bits(value % 2 ** k, k);
  }

  /** All of it; the last letter is filled up with zeros. */
  end(): string {
    if (this.width > 0) this.bits(0, WIDTH - this.width);
    return this.text;
  }
}

/** Reads what `BitWriter` wrote. Every call throws RangeError where the text ends early or holds another letter. */
export class BitReader {
  private at = 0;
  private held = 0;
  private width = 0;

  constructor(private readonly text: string) {}

  bits(width: number): number {
    while (this.width < width) {
      const six = VALUES[this.text.charCodeAt(this.at)];
      if (six === undefined || six < 0) throw new RangeError(`bits: no letter of ours at ${this.at}`);
      this.held = (this.held << WIDTH) | six;
      this.width += WIDTH;
      this.at++;
    }
    this.width -= width;
    const value = this.held >>> this.width;
    this.held &= (1 << this.width) - 1;
    return value;
  }

  number(k: number): number {
    let width = k;
    let value = 0;
    for (; this.bits(1) === 1; width++) {
      value += 2 ** width;
      if (width >= MOST) throw new RangeError(`bits: no number at ${this.at}`);
    }
    return value + this.bits(width);
  }

  rice(k: number): number {
    let high = 0;
    while (this.bits(1) === 1) high++;
    return high * 2 ** k + this.bits(k);
  }

  /** @throws RangeError if there is more than what fills up the last letter. */
  end(): void {
    if (this.at !== this.text.length || this.held !== 0)
      throw new RangeError(`bits: more than there should be at ${this.at}`);
  }
}

const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < LETTERS.length; i++) VALUES[LETTERS.charCodeAt(i)] = i;
