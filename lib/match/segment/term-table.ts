/** Numbers for terms, given in order of first sight: a hash table of hashes. */
import { Column } from './growing';
import { slotOf } from './layout';

export class TermTable {
  private readonly known = new Column((n) => new Int32Array(n));
  /** Open addressing: term number + 1, 0 for an empty slot; never more than half full. */
  private slots = new Uint32Array(128);

  /** How many terms have a number. */
  get size(): number {
    return this.known.length;
  }

  /** Hash of each term. */
  get hashes(): Int32Array {
    return this.known.all;
  }

  /** The number of the term with this hash, a new one if it has none. */
  numberOf(hash: number): number {
    const slot = this.slotFor(hash);
    const term = (this.slots[slot] as number) - 1;
    if (term >= 0) return term;
    this.known.push(hash);
    const { size } = this;
    this.slots[slot] = size;
    if (2 * size > this.slots.length) this.grow();
    return size - 1;
  }

  private slotFor(hash: number): number {
    const { slots, known } = this;
    let slot = slotOf(hash, slots.length);
    for (;;) {
      const term = slots[slot] as number;
      if (term === 0 || known.at(term - 1) === hash) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  private grow(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let term = 0; term < this.size; term++) this.slots[this.slotFor(this.known.at(term))] = term + 1;
  }
}
