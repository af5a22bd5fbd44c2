/**
 * Which reviews of a feed came before: hundreds of thousands, in some forty bytes each. Of several with one id the newest
 * counts, by its day; of those of one day the last.
 */
import { fnv1a } from '../hash';
import { grown, Ids, idParts } from '../ids';
import type { Review } from '../review';

/** What a review is to those before it. `instead`: the ordinal of the one in whose place it comes. */
export type Sight =
  | { readonly kind: 'new' }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'newer'; readonly instead: number }
  | { readonly kind: 'older' };

/** Numbers kept of a review: a hash of its content, its day, its ordinal. */
const WIDTH = 3;

const NEW: Sight = { kind: 'new' };
const REPEATED: Sight = { kind: 'repeated' };
const OLDER: Sight = { kind: 'older' };

export class Seen {
  private readonly ids = new Ids();
  private kept = new Uint32Array(WIDTH << 10);

  /** Reviews with an id of their own. */
  get size(): number {
    return this.ids.size;
  }

  /** Notes `review`, the `ordinal`-th (a whole number below 2³²) of its feed. */
  see(review: Review, ordinal: number): Sight {
    const known = this.ids.size;
    const at = WIDTH * this.ids.number(...idParts(review.id));
    const content = fnv1a(JSON.stringify(review));
    const day = Number(review.checkedOn?.replaceAll('-', '') ?? 0);
    if (this.ids.size > known) {
      while (at + WIDTH > this.kept.length) this.kept = grown(this.kept);
      this.kept.set([content, day, ordinal], at);
      return NEW;
    }
    const before = this.kept[at + 1] as number;
    if (this.kept[at] === content && before === day) return REPEATED;
    if (day < before) return OLDER;
    const instead = this.kept[at + 2] as number;
    this.kept.set([content, day, ordinal], at);
    return { kind: 'newer', instead };
  }
}
