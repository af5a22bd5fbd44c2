/** A sentence made ready to be held against many claims. */
import type { Language } from '../language/tag';
import type { Term } from '../segment/terms';
import { NAME, NUMBER, readTerms } from '../segment/terms';
import type { Collection } from './collection';

/** Terms of the sentences around a sentence; as a function if it is costly to say and seldom asked. */
export type Around = ReadonlySet<number> | (() => ReadonlySet<number>);

export class Sentence {
  /** Different terms, with their weights. */
  readonly weights = new Map<number, number>();
  readonly names = new Set<number>();
  readonly hasNumber: boolean;
  readonly total: number;
  readonly nameTotal: number;
  readonly terms: readonly Term[];
  private readonly pairs = new Map<string, number>();
  private surroundings: Around;

  /**
   * `text`, or the terms that were read from it. `less`: 1 if the background model has counted this very sentence (in
   * training only).
   */
  constructor(
    readonly collection: Collection,
    text: string | readonly Term[],
    around: Around = NOTHING,
    readonly less = 0,
  ) {
    this.terms = typeof text === 'string' ? readTerms(text, collection.language).terms : text;
    this.surroundings = around;
    let hasNumber = false;
    for (const { hash, flags } of this.terms) {
      if (flags & NAME) this.names.add(hash);
      if (flags & NUMBER) hasNumber = true;
    }
    let total = 0;
    let nameTotal = 0;
    for (const { hash } of this.terms) {
      if (this.weights.has(hash)) continue;
      const weight = collection.weight(hash, less);
      this.weights.set(hash, weight);
      total += weight;
      if (this.names.has(hash)) nameTotal += weight;
    }
    this.total = total;
    this.nameTotal = nameTotal;
    this.hasNumber = hasNumber;
  }

  /** Terms of the sentences around it: what it may leave unsaid (“no such treaty exists”). */
  get around(): ReadonlySet<number> {
    if (typeof this.surroundings === 'function') this.surroundings = this.surroundings();
    return this.surroundings;
  }

  /**
   * What a shared term still tells once `given` is shared: its idf among the claims that hold `given`,
   * ln((n(given) + 2) / (n(both) + ½)). “Clinton” tells little after “Hillary”, “Simpsons” little after “Groening”.
   */
  toldBeyond(term: number, given: number): number {
    const key = `${term},${given}`;
    let told = this.pairs.get(key);
    if (told === undefined) {
      const both = this.collection.together(term, given);
      told = Math.log((this.collection.frequency(given) + 2) / (both + 0.5));
      this.pairs.set(key, told);
      this.pairs.set(`${given},${term}`, Math.log((this.collection.frequency(term) + 2) / (both + 0.5)));
    }
    return told;
  }
}

const NOTHING: ReadonlySet<number> = new Set();

/** Different terms of some texts, to be the `around` of a sentence. */
export function termsOf(texts: Iterable<string>, language?: Language): Set<number> {
  const all = new Set<number>();
  for (const text of texts) for (const { hash } of readTerms(text, language).terms) all.add(hash);
  return all;
}
