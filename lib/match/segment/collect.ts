/** First half of building a segment: claims read into rows of term numbers, before anything is ordered. */
import { languageIn } from '../language/guess';
import type { Language } from '../language/tag';
import { MOST_TERMS } from './impact';
import { NAME, NUMBER, readTerms, type Term, YEAR } from './terms';

/** A claim as a feed gives it: one sentence, and perhaps the title of the check. */
export interface BareClaim {
  readonly id: string;
  readonly claim: string;
  readonly title?: string | undefined;
  /** BCP 47 tag of the language both are in. */
  readonly language?: string | undefined;
}

/** One claim read. Occurrences are `term << 1 | name`, the claim's first, then the title's. */
export interface Row {
  readonly id: string;
  readonly occurrences: Int32Array;
  /** How many of them stand in the claim. */
  readonly inClaim: number;
  readonly negated: boolean;
}

export interface Collected {
  readonly rows: Row[];
  /** Hash of each term, in order of first sight. */
  readonly hashes: Int32Array;
  /** How many claims hold each term. */
  readonly frequencies: Uint32Array;
  /** `NUMBER` and `YEAR` of each term. */
  readonly kinds: Uint8Array;
  /** How many claims are in each language. */
  readonly languages: ReadonlyMap<Language, number>;
}

/** The language that a claim is read in: what it is written in, else what its feed says, else English. */
export function languageOfClaim({ claim, language }: Omit<BareClaim, 'id'>): Language {
  return languageIn(claim, language) ?? 'en';
}

/** Reads all claims. Terms past `MOST_TERMS` are dropped, the claim's before the title's. */
export function collect(claims: Iterable<BareClaim>): Collected {
  const numbers = new Map<number, number>();
  const frequencies: number[] = [];
  const kinds: number[] = [];
  /** Last row each term was seen in, so that a repetition counts once. */
  const seen: number[] = [];
  const rows: Row[] = [];
  const languages = new Map<Language, number>();
  for (const bare of claims) {
    const { id, claim, title } = bare;
    const language = languageOfClaim(bare);
    languages.set(language, (languages.get(language) ?? 0) + 1);
    const said = readTerms(claim, language);
    const inClaim = Math.min(said.terms.length, MOST_TERMS);
    const all: readonly Term[] =
      title === undefined
        ? said.terms
        : [...said.terms.slice(0, inClaim), ...readTerms(title, language).terms];
    const length = Math.min(all.length, MOST_TERMS);
    const occurrences = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const { hash, flags } = all[i] as Term;
      let term = numbers.get(hash);
      if (term === undefined) {
        term = frequencies.push(0) - 1;
        seen.push(-1);
        kinds.push(0);
        numbers.set(hash, term);
      }
      kinds[term] = (kinds[term] as number) | (flags & (NUMBER | YEAR));
      if (seen[term] !== rows.length) {
        seen[term] = rows.length;
        frequencies[term] = (frequencies[term] as number) + 1;
      }
      occurrences[i] = (term << 1) | (flags & NAME);
    }
    rows.push({ id, occurrences, inClaim, negated: said.negated });
  }
  return {
    rows,
    hashes: Int32Array.from(numbers.keys()),
    frequencies: Uint32Array.from(frequencies),
    kinds: Uint8Array.from(kinds),
    languages,
  };
}
