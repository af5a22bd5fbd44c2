/**
 * Which reviews of a feed came before: hundreds of thousands, in some forty bytes each. Of several with one id the newest
 * counts, by its day; of those of one day the last.
 */
import { fnv1a } from '../hash';
import type { Review } from '../review';

/** What a review is to those before it. `instead`: the ordinal of the one in whose place it comes. */
export type Sight =
  | { readonly kind: 'new' }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'newer'; readonly instead: number }
  | { readonly kind: 'older' };

/** Words of a slot: id (two), content, day, ordinal + 1 (0: the slot is empty). */
const WORDS = 5;
const SMALLEST = 1 << 10;

const NEW: Sight = { kind: 'new' };
const REPEATED: Sight = { kind: 'repeated' };
const OLDER: Sight = { kind: 'older' };

/** A hash table with open addressing. */
export class Seen {
  private slots = new Uint32Array(SMALLEST * WORDS);
  private mask = SMALLEST - 1;
  /** Reviews with an id of their own. */
  size = 0;

  /** Notes `review`, the `ordinal`-th (a whole number below 2³² − 1) of its feed. */
  see(review: Review, ordinal: number): Sight {
    const [high, low] = wordsOf(review.id);
    const content = fnv1a(JSON.stringify(review));
    const day = Number(review.checkedOn?.replaceAll('-', '') ?? 0);
    const { slots } = this;
    const at = this.slot(slots, this.mask, high, low);
    if (slots[at + 4] === 0) {
      slots.set([high, low, content, day, ordinal + 1], at);
      this.size++;
      if (this.size * 4 > (this.mask + 1) * 3) this.grow();
      return NEW;
    }
    const before = slots[at + 3] as number;
    if (slots[at + 2] === content && before === day) return REPEATED;
    if (day < before) return OLDER;
    const instead = (slots[at + 4] as number) - 1;
    slots.set([content, day, ordinal + 1], at + 2);
    return { kind: 'newer', instead };
  }

  /** Where the id is, or would be, in words. */
  private slot(slots: Uint32Array, mask: number, high: number, low: number): number {
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & mask;
    for (;;) {
      const at = slot * WORDS;
      if (slots[at + 4] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const mask = 2 * this.mask + 1;
    const slots = new Uint32Array((mask + 1) * WORDS);
    for (let at = 0; at < this.slots.length; at += WORDS) {
      if (this.slots[at + 4] === 0) continue;
      const to = this.slot(slots, mask, this.slots[at] as number, this.slots[at + 1] as number);
      slots.set(this.slots.subarray(at, at + WORDS), to);
    }
    this.slots = slots;
    this.mask = mask;
  }
}

/** The 64 bits that ids of reviews are made of (`reviewId`), and 64 bits of a hash for any other. */
function wordsOf(id: string): readonly [number, number] {
  const found = /^r-([0-9a-z]{7})([0-9a-z]{7})$/.exec(id);
  const high = Number.parseInt(found?.[1] ?? '', 36);
  const low = Number.parseInt(found?.[2] ?? '', 36);
  return high < 2 ** 32 && low < 2 ** 32 ? [high, low] : [fnv1a(id), fnv1a(`${id} `)];
}
