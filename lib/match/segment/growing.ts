/** Arrays that grow without a number of them ever being an object of its own: what hundreds of thousands of claims take. */

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** One number after another. */
export class Column<T extends Numbers> {
  length = 0;
  private numbers: T;

  constructor(private readonly make: (length: number) => T) {
    this.numbers = make(64);
  }

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = this.make(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  at(i: number): number {
    return this.numbers[i] as number;
  }

  put(i: number, value: number): void {
    this.numbers[i] = value;
  }

  /** All of them, as a view that holds until the next `push`. */
  get all(): T {
    return this.numbers.subarray(0, this.length) as T;
  }
}

/** Numbers to a chunk: an address is `chunk << BITS | place`. */
const BITS = 16;
const CHUNK = 1 << BITS;

/**
 * Records of numbers, each in one piece in some chunk: nothing is copied as they grow, so that no moment holds them
 * twice.
 */
export class Records<T extends Int32Array | Uint8Array> {
  private chunks: T[] = [];
  private used = CHUNK;

  constructor(private readonly make: (length: number) => T) {}

  /** Adds the first `length` of `values`; the answer is their address, below 2^32. */
  add(values: T, length: number): number {
    // An empty record, too, needs a place in its chunk.
    if (this.used + Math.max(1, length) > CHUNK) {
      this.chunks.push(this.make(Math.max(CHUNK, length)));
      this.used = 0;
    }
    const last = this.chunks.length - 1;
    (this.chunks[last] as T).set(values.subarray(0, length), this.used);
    const address = last * CHUNK + this.used;
    this.used += length;
    return address;
  }

  /** The chunk that the record at `address` lies in, from `placeOf(address)` on. */
  chunkOf(address: number): T {
    return this.chunks[address >>> BITS] as T;
  }

  /** Lets go of everything. */
  clear(): void {
    this.chunks = [];
    this.used = CHUNK;
  }
}

/** Where in its chunk a record lies. */
export const placeOf = (address: number): number => address & (CHUNK - 1);
