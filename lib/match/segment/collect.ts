/**
 * First part of building a segment: claims read into rows of term numbers, before anything is ordered. All rows lie in
 * a few typed arrays, so that a claim takes about 100 bytes.
 */
import { languageIn } from '../language/guess';
import type { Language } from '../language/tag';
import { ByteWriter, encode } from './bytes';
import { Column, placeOf, Records } from './growing';
import { MOST_TERMS } from './impact';
import { TermTable } from './term-table';
import type { Term, Terms } from './terms';

/** A claim as a feed gives it: one sentence, and perhaps the title of the check. */
export interface BareClaim {
  readonly id: string;
  readonly claim: string;
  readonly title?: string | undefined;
  /** BCP 47 tag of the language both are in. */
  readonly language?: string | undefined;
}

/** The language that a claim is read in: what it is written in, else what its feed says, else English. */
export function languageOfClaim({ claim, language }: Omit<BareClaim, 'id'>): Language {
  return languageIn(claim, language) ?? 'en';
}

/** A claim read. */
export interface ReadClaim {
  readonly id: string;
  readonly language: Language;
  readonly said: Terms;
  /** Terms of the title. */
  readonly title: readonly Term[];
}

/** Most claims one segment may hold. */
export const MOST_CLAIMS = 1 << 24;

const NEGATED = 1;
const DROPPED = 2;

const bytes = (length: number) => new Uint8Array(length);
const words = (length: number) => new Uint32Array(length);

/** Rows are numbered in the order they were added. */
export class Rows {
  readonly table = new TermTable();
  /**
   * Of each row, its terms in reading order, the claim's first, then the title's: `term << 3 | flags`, from
   * `numberTerms` on `term << 1 | name`.
   */
  readonly occurrences = new Records((length) => new Int32Array(length));
  private readonly starts = new Column(words);
  private readonly lengths = new Column(bytes);
  private readonly inClaims = new Column(bytes);
  private readonly flags = new Column(bytes);
  private readonly ids = new Records(bytes);
  private readonly idStarts = new Column(words);
  private readonly idLengths = new Column(words);
  private readonly languages = new Column((length) => new Uint16Array(length));
  private readonly languageNumbers = new Map<Language, number>();
  private dropped = 0;
  private readonly scratch = new Int32Array(MOST_TERMS);
  private readonly id = new ByteWriter();

  /** How many rows were added, dropped ones among them. */
  get added(): number {
    return this.lengths.length;
  }

  /** How many are to be written. */
  get size(): number {
    return this.added - this.dropped;
  }

  /**
   * Adds a claim; the answer is its number. Terms past `MOST_TERMS` are left out, the title's before the claim's.
   * @throws RangeError past `MOST_CLAIMS`.
   */
  add({ id, language, said, title }: ReadClaim): number {
    if (this.added >= MOST_CLAIMS) throw new RangeError(`a segment holds at most ${MOST_CLAIMS} claims`);
    const inClaim = Math.min(said.terms.length, MOST_TERMS);
    const length = Math.min(inClaim + title.length, MOST_TERMS);
    for (let i = 0; i < length; i++) {
      const { hash, flags } = (i < inClaim ? said.terms[i] : title[i - inClaim]) as Term;
      this.scratch[i] = (this.table.numberOf(hash) << 3) | (flags & 7);
    }
    this.starts.push(this.occurrences.add(this.scratch, length));
    this.lengths.push(length);
    this.inClaims.push(inClaim);
    this.flags.push(said.negated ? NEGATED : 0);
    this.id.clear();
    encode(id, this.id);
    const written = this.id.bytes;
    this.idStarts.push(this.ids.add(written, written.length));
    this.idLengths.push(written.length);
    this.languages.push(this.languageNumber(language));
    return this.added - 1;
  }

  private languageNumber(language: Language): number {
    const known = this.languageNumbers.get(language) ?? this.languageNumbers.size;
    this.languageNumbers.set(language, known);
    return known;
  }

  /** Leaves a row out. @throws RangeError if there is none of this number, or it was left out before. */
  drop(row: number): void {
    if (!(row >= 0 && row < this.added) || this.isDropped(row))
      throw new RangeError(`there is no claim ${row} to leave out`);
    this.flags.put(row, this.flags.at(row) | DROPPED);
    this.dropped++;
  }

  isDropped(row: number): boolean {
    return (this.flags.at(row) & DROPPED) !== 0;
  }

  /** Does the claim deny something? */
  isNegated(row: number): boolean {
    return (this.flags.at(row) & NEGATED) !== 0;
  }

  /** How many terms the row holds, and how many of them stand in the claim. */
  lengthOf(row: number): number {
    return this.lengths.at(row);
  }

  inClaim(row: number): number {
    return this.inClaims.at(row);
  }

  /** The terms of a row lie in this chunk, from `startOf(row)` on. */
  chunkOf(row: number): Int32Array {
    return this.occurrences.chunkOf(this.starts.at(row));
  }

  startOf(row: number): number {
    return placeOf(this.starts.at(row));
  }

  /** UTF-8 of the row's id, as a view. */
  idOf(row: number): Uint8Array {
    const from = this.idFrom(row);
    return this.idChunk(row).subarray(from, from + this.idLength(row));
  }

  /** The same without a view for each: the bytes lie in this chunk, from `idFrom(row)` on. */
  idChunk(row: number): Uint8Array {
    return this.ids.chunkOf(this.idStarts.at(row));
  }

  idFrom(row: number): number {
    return placeOf(this.idStarts.at(row));
  }

  idLength(row: number): number {
    return this.idLengths.at(row);
  }

  /** How many rows to be written are in each language. */
  languageCounts(): ReadonlyMap<Language, number> {
    const counts = new Uint32Array(this.languageNumbers.size);
    for (let row = 0; row < this.added; row++)
      if (!this.isDropped(row)) {
        const language = this.languages.at(row);
        counts[language] = (counts[language] as number) + 1;
      }
    return new Map(
      [...this.languageNumbers]
        .map(([language, number]) => [language, counts[number] as number] as const)
        .filter(([, claims]) => claims > 0),
    );
  }
}
