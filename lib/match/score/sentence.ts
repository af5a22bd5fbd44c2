/** A sentence made ready to be held against many claims. */
import type { Language } from '../language/tag';
import type { Term } from '../segment/terms';
import { NAME, NUMBER, readTerms } from '../segment/terms';
import type { Collection } from './collection';

export class Sentence {
  /** Different terms, with their weights. */
  readonly weights = new Map<number, number>();
  readonly names = new Set<number>();
  readonly hasNumber: boolean;
  readonly total: number;
  readonly nameTotal: number;
  readonly terms: readonly Term[];
  /** Terms of the sentences around it: what it may leave unsaid (“no such treaty exists”). */
  readonly around: ReadonlySet<number>;
  private readonly pairs = new Map<string, number>();

  /** `less`: 1 if the background model has counted this very sentence (in training only). */
  constructor(
    readonly collection: Collection,
    text: string,
    around: ReadonlySet<number> = NOTHING,
    readonly less = 0,
  ) {
    this.terms = readTerms(text, collection.language).terms;
    this.around = around;
    let total = 0;
    let nameTotal = 0;
    for (const { hash, flags } of this.terms) if (flags & NAME) this.names.add(hash);
    for (const { hash } of this.terms) {
      if (this.weights.has(hash)) continue;
      const weight =
        less === 0
          ? collection.weight(hash)
          : (collection.idf(hash) + collection.background.idf(hash, less)) / 2;
      this.weights.set(hash, weight);
      total += weight;
      if (this.names.has(hash)) nameTotal += weight;
    }
    this.total = total;
    this.nameTotal = nameTotal;
    this.hasNumber = this.terms.some((t) => (t.flags & NUMBER) !== 0);
  }

  /**
   * What a shared term still tells once `given` is shared: its idf among the claims that hold `given`,
   * ln((n(given) + 2) / (n(both) + ½)); infinite (no bound) for two common terms, whose lists would take too long to
   * hold together. “Clinton” tells little after “Hillary”, “Simpsons” little after “Groening”.
   */
  toldBeyond(term: number, given: number): number {
    const key = `${term},${given}`;
    let told = this.pairs.get(key);
    if (told === undefined) {
      const rarer = Math.min(this.collection.frequency(term), this.collection.frequency(given));
      if (rarer > MOST_TOGETHER) return Number.POSITIVE_INFINITY;
      const both = this.collection.together(term, given);
      told = Math.log((this.collection.frequency(given) + 2) / (both + 0.5));
      this.pairs.set(key, told);
      this.pairs.set(`${given},${term}`, Math.log((this.collection.frequency(term) + 2) / (both + 0.5)));
    }
    return told;
  }
}

/** Claims that the rarer of two terms may stand in for the pair to be counted. */
const MOST_TOGETHER = 4_096;

const NOTHING: ReadonlySet<number> = new Set();

/** Different terms of some texts, to be the `around` of a sentence. */
export function termsOf(texts: Iterable<string>, language?: Language): Set<number> {
  const all = new Set<number>();
  for (const text of texts) for (const { hash } of readTerms(text, language).terms) all.add(hash);
  return all;
}
