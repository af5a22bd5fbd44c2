/** Numbers for the ids of reviews: a hash table over typed arrays, about 17 bytes an id. */

import { fnv1a } from './hash';

/** The two halves of an id as `reviewId` makes it, 32 bits each; of any other, 64 bits of a hash. */
export function idParts(id: string): readonly [high: number, low: number] {
  const found = /^r-([0-9a-z]{7})([0-9a-z]{7})$/.exec(id);
  const high = Number.parseInt(found?.[1] ?? '', 36);
  const low = Number.parseInt(found?.[2] ?? '', 36);
  return high < 2 ** 32 && low < 2 ** 32 ? [high, low] : [fnv1a(id), fnv1a(`${id} `)];
}

const EMPTY = 0;

export class Ids {
  size = 0;
  private highs = new Uint32Array(1 << 10);
  private lows = new Uint32Array(1 << 10);
  /** Number of the id + 1, or `EMPTY`; at most half of the slots are taken. */
  private slots = new Uint32Array(1 << 11);
  /** Another one in each table, or ids could be made up that all want the same slot. */
  private readonly mix = (Math.random() * 2 ** 32) | 1;

  /** The number of an id, -1 if it has none. */
  find(high: number, low: number): number {
    return (this.slots[this.slotOf(high, low)] as number) - 1;
  }

  /** The number of an id, given now if it had none: 0, 1, 2 … in order of first coming. */
  number(high: number, low: number): number {
    const slot = this.slotOf(high, low);
    const known = (this.slots[slot] as number) - 1;
    if (known >= 0) return known;
    if (this.size === this.highs.length) {
      this.grow();
      return this.number(high, low);
    }
    this.highs[this.size] = high;
    this.lows[this.size] = low;
    this.slots[slot] = this.size + 1;
    return this.size++;
  }

  high = (n: number): number => this.highs[n] as number;
  low = (n: number): number => this.lows[n] as number;

  /** Where the id is, or where it would go. */
  private slotOf(high: number, low: number): number {
    const mask = this.slots.length - 1;
    let slot = Math.imul(high ^ Math.imul(low, this.mix), 0x85ebca6b) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const n = (this.slots[slot] as number) - 1;
      if (n < 0 || (this.highs[n] === high && this.lows[n] === low)) return slot;
    }
  }

  private grow(): void {
    this.highs = grown(this.highs);
    this.lows = grown(this.lows);
    this.slots = new Uint32Array(this.slots.length * 2).fill(EMPTY);
    for (let n = 0; n < this.size; n++) this.slots[this.slotOf(this.high(n), this.low(n))] = n + 1;
  }
}

/** The same numbers with as much room again. */
export function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
