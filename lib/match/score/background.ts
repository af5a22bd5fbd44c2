/**
 * What ordinary news is full of: in how many of its sentences each term stands. Shipped as numbers (hashes and counts),
 * learnt by `npm run train`; from it a term's idf in ordinary text is computed.
 */

/** Terms in fewer sentences than this are not kept: they count as never seen. */
const FEWEST = 2;

export class Background {
  constructor(
    /** Sentences counted. */
    readonly size: number,
    private readonly counts: ReadonlyMap<number, number>,
  ) {}

  /** ln(1 + (N - n + ½) / (n + ½)), as BM25 has it; `less` sentences are left out (in training, the one asked about). */
  idf(hash: number, less = 0): number {
    const n = Math.max(0, (this.counts.get(hash) ?? 0) - less);
    return Math.log(1 + (this.size - n + 0.5) / (n + 0.5));
  }

  /** Share of ordinary sentences that hold the term; what a gate asks (`lib/match/segment/gate.ts`). */
  share(hash: number): number {
    return (this.counts.get(hash) ?? 0) / Math.max(1, this.size);
  }

  /** Bytes as text: hashes rising, each as the gap from the one before, then its count; variable-length numbers. */
  write(): string {
    const bytes: number[] = [];
    const put = (value: number) => {
      let rest = value;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
      bytes.push(rest);
    };
    put(this.size);
    let last = -1;
    for (const [hash, count] of [...this.counts].sort(([a], [b]) => (a >>> 0) - (b >>> 0)))
      if (count >= FEWEST) {
        put((hash >>> 0) - last);
        put(count);
        last = hash >>> 0;
      }
    return bytes.map((b) => ALPHABET[b >> 4] + (ALPHABET[b & 15] as string)).join('');
  }

  /** @throws RangeError if `text` is not what `write` gave. */
  static read(text: string): Background {
    if (text.length % 2 !== 0) throw new RangeError('background: half a byte at the end');
    let at = 0;
    const get = () => {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = Number.parseInt(text.slice(at, at + 2), 16);
        if (!(byte >= 0) || scale > 2 ** 35) throw new RangeError(`background: no number at ${at}`);
        at += 2;
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    };
    const size = get();
    const counts = new Map<number, number>();
    for (let last = -1; at < text.length; ) {
      last += get();
      counts.set(last | 0, get());
    }
    return new Background(size, counts);
  }

  /** Counts sentences given as their terms' hashes. */
  static count(sentences: Iterable<Iterable<number>>): Background {
    const counts = new Map<number, number>();
    let size = 0;
    for (const hashes of sentences) {
      size++;
      for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
    return new Background(size, counts);
  }
}

const ALPHABET = '0123456789abcdef';
