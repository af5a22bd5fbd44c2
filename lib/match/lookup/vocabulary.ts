/**
 * The words of an index in one buffer, sorted by their UTF-16 code units, with how common each is: what a half word may
 * become, and (`near.ts`) what a mistyped one was meant to be. Read through views; nothing is decoded until asked for.
 *
 * Words of 32 bits: magic, count of words, count of letters; where each word starts in the letters (and the end); then
 * the letters, 16 bits each; then of each word the commonness in one byte.
 */

/** `FMW1` */
const MAGIC = 0x31574d46;
const HEADER = 3;

export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

/** Of how many occurrences a byte tells: `8 · log2`. */
const commonness = (count: number): number => Math.min(255, Math.round(8 * Math.log2(count)));

/** Writes words with their counts. */
export function writeWords(counts: ReadonlyMap<string, number>): ArrayBuffer {
  const words = [...counts.keys()].sort();
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const buffer = new ArrayBuffer(bytesOf(words.length, letters));
  const { head, starts, units, common } = viewsOf(buffer, words.length, letters);
  head.set([MAGIC, words.length, letters]);
  let at = 0;
  words.forEach((word, i) => {
    starts[i] = at;
    for (let k = 0; k < word.length; k++) units[at++] = word.charCodeAt(k);
    common[i] = commonness(counts.get(word) ?? 1);
  });
  starts[words.length] = at;
  return buffer;
}

const bytesOf = (words: number, letters: number): number =>
  4 * (HEADER + words + 1) + 4 * Math.ceil(letters / 2) + words;

function viewsOf(buffer: ArrayBuffer, words: number, letters: number) {
  const from = 4 * HEADER;
  const lettersAt = from + 4 * (words + 1);
  return {
    head: new Uint32Array(buffer, 0, HEADER),
    starts: new Uint32Array(buffer, from, words + 1),
    units: new Uint16Array(buffer, lettersAt, letters),
    common: new Uint8Array(buffer, lettersAt + 4 * Math.ceil(letters / 2), words),
  };
}

export class Vocabulary {
  /** How many words it holds. They are numbered in order. */
  readonly size: number;
  /** @internal Where each word starts in `units`, and the end. */
  readonly starts: Uint32Array;
  /** @internal */
  readonly units: Uint16Array;
  private readonly common: Uint8Array;

  /** @throws VocabularyError if the bytes are not what `writeWords` gave. */
  constructor(buffer: ArrayBuffer) {
    const head = new Uint32Array(buffer, 0, Math.min(HEADER, buffer.byteLength >> 2));
    const [magic, words = 0, letters = 0] = head;
    if (magic !== MAGIC || bytesOf(words, letters) !== buffer.byteLength)
      throw new VocabularyError('these are no words of an index: update their source');
    this.size = words;
    const { starts, units, common } = viewsOf(buffer, words, letters);
    this.starts = starts;
    this.units = units;
    this.common = common;
    for (let i = 0; i < words; i++)
      if ((starts[i] as number) > (starts[i + 1] as number))
        throw new VocabularyError('the words of an index are damaged: update their source');
    if (starts[0] !== 0 || starts[words] !== letters)
      throw new VocabularyError('the words of an index are damaged: update their source');
  }

  lengthOf = (i: number): number => (this.starts[i + 1] as number) - (this.starts[i] as number);

  word(i: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[i], this.starts[i + 1]));
  }

  /** How common a word is, 0 to 255; 8 more is twice as often. */
  commonness = (i: number): number => this.common[i] as number;

  /** First word that does not come before `prefix`; with `past`, first one after all that begin with it. */
  lower(prefix: string, past = false, from = 0): number {
    let low = from;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.order(middle, prefix);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Negative if word `i` comes before all that begin with `prefix`, 0 if it begins with it, else positive. */
  private order(i: number, prefix: string): number {
    const from = this.starts[i] as number;
    const length = this.lengthOf(i);
    for (let k = 0; k < prefix.length; k++) {
      if (k >= length) return -1;
      const difference = (this.units[from + k] as number) - prefix.charCodeAt(k);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The `most` commonest words that begin with `prefix`, commonest first. */
  startingWith(prefix: string, most: number): number[] {
    return this.commonest(range(this.lower(prefix), this.lower(prefix, true)), most);
  }

  /** The `most` commonest of these words, commonest first. */
  commonest(words: Iterable<number>, most: number): number[] {
    const kept: number[] = [];
    for (const word of words) {
      const last = kept.at(-1);
      if (kept.length >= most && last !== undefined && this.commonness(word) <= this.commonness(last))
        continue;
      let at = kept.length;
      while (at > 0 && this.commonness(kept[at - 1] as number) < this.commonness(word)) at--;
      kept.splice(at, 0, word);
      if (kept.length > most) kept.pop();
    }
    return kept;
  }
}

function* range(from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}
