/**
 * Checks as matching sees them: their ways of saying, filed by what they cannot do without. A way is compiled when a
 * text first could hold it; the index that tells is one buffer, which may be kept and opened again without parsing.
 */
import type { Claim } from '../claims/check';
import { hashWord } from './fold';
import type { Language } from './language/tag';
import { impliesSome, type Needs } from './needs';
import { compile, compileSets, type Pattern } from './pattern';
import { anchorSets, rememberSets } from './phrases/anchors';
import { CompiledWays } from './phrases/compiled';
import { buildWays, type Filing } from './phrases/file-ways';
import { PhraseError } from './phrases/layout';
import { openWays } from './phrases/ways';
import { PLACES } from './places';
import type { OwnNegation } from './stance';

/** What matching needs of a check; a `FactCheck` fits. */
export interface Matchable {
  readonly id: string;
  readonly topic: string;
  /** BCP 47 tag; a claim is found only in text of its own language. */
  readonly language: string;
  readonly claims: readonly Claim[];
}

/** Named sets of a pack, as pack.json has them. */
export type NamedSets = Readonly<Record<string, readonly string[]>>;

export interface CompiledClaim {
  readonly check: string;
  readonly topic: string;
  readonly language: Language | undefined;
  readonly claim: string;
  readonly parties: readonly string[];
  readonly own: OwnNegation;
  readonly unless: readonly Pattern[];
  /** What the text before must speak of for an echo ("no such treaty") to point at this claim. */
  readonly subject: readonly Pattern[];
}

export interface Way {
  readonly claim: CompiledClaim;
  readonly pattern: Pattern;
  /** An echo only points back at a claim made just before. */
  readonly echo: boolean;
  /** Countries the sentence must mention for `pattern` to be found at all. */
  readonly needs: Needs;
  /** The pattern's own words may stand for a party (`{=US}`). */
  readonly implies: boolean;
}

export interface Library {
  /** How many ways of saying there are. */
  readonly size: number;
  /** How many words and pairs of words lead to them. */
  readonly anchors: number;
  /** Ways that a text with these token hashes could hold, in a fixed order; never fewer than it does. */
  candidates(hashes: Int32Array): Way[];
  /** Are there any? */
  mayMatch(hashes: Int32Array): boolean;
  /** Every way, compiled. */
  ways(): Way[];
}

/** The library of one pack. */
export interface PackLibrary extends Library {
  /** The index of ways, to be kept and given to `openLibrary` with the same checks and sets. */
  readonly buffer: ArrayBuffer;
}

/** Compiles checks with their pack's word sets. Errors: `PatternError`; `factmark lint` names file and pointer. */
export function compileLibrary(checks: readonly Matchable[], sets: NamedSets): PackLibrary {
  const compiled = compileSets(sets);
  rememberSets(compiled);
  const filings = function* (): Generator<Filing> {
    for (const { claims } of checks)
      for (const claim of claims) {
        for (const source of [...claim.unless, ...claim.subject]) compile(source, compiled);
        for (const source of [...claim.says, ...claim.echoes]) {
          const pattern = compile(source, compiled);
          yield { needs: anchorSets(pattern), mark: impliesSome(pattern) };
        }
      }
  };
  return openLibrary(buildWays(filings(), fingerprintOf(checks, sets)), checks, sets);
}

/**
 * Opens a library by its kept `buffer`; its ways are compiled as texts need them.
 * @throws PhraseError if the buffer is damaged or was made from other checks, sets or countries: compile again then.
 */
export function openLibrary(buffer: ArrayBuffer, checks: readonly Matchable[], sets: NamedSets): PackLibrary {
  const index = openWays(buffer, fingerprintOf(checks, sets));
  const compiled = new CompiledWays(checks, sets, (way) => index.isMarked(way));
  if (compiled.size !== index.size)
    throw new PhraseError('the way index was made from other checks; make it again');
  return {
    buffer,
    size: index.size,
    anchors: index.anchors,
    candidates: (hashes) => index.candidates(hashes).map((way) => compiled.way(way)),
    mayMatch: (hashes) => index.any(hashes),
    ways: () => Array.from({ length: index.size }, (_, way) => compiled.way(way)),
  };
}

/** One library of several: a query is answered by the union. */
export function mergeLibraries(libraries: readonly Library[]): Library {
  if (libraries.length === 1) return libraries[0] as Library;
  const sum = (count: (l: Library) => number) => libraries.reduce((total, l) => total + count(l), 0);
  return {
    size: sum((l) => l.size),
    anchors: sum((l) => l.anchors),
    candidates: (hashes) => libraries.flatMap((l) => l.candidates(hashes)),
    mayMatch: (hashes) => libraries.some((l) => l.mayMatch(hashes)),
    ways: () => libraries.flatMap((l) => l.ways()),
  };
}

/**
 * Tells whether an index was made from these checks, sets and country names. Of the ways themselves only the lengths
 * count: a pack whose ways change has another edition, and reading them all would cost more than opening the index.
 */
function fingerprintOf(checks: readonly Matchable[], sets: NamedSets): number {
  let hash = 0;
  const add = (value: number) => {
    hash = Math.imul(hash ^ value, 0x9e3779b1);
    hash ^= hash >>> 15;
  };
  for (const { id, claims } of checks) {
    add(hashWord(id));
    for (const { says, echoes } of claims) {
      add(says.length);
      for (const way of says) add(way.length);
      for (const way of echoes) add(way.length);
    }
  }
  for (const [name, entries] of Object.entries(sets)) {
    add(hashWord(name));
    for (const entry of entries) add(hashWord(entry));
  }
  for (const places of PLACES.values())
    for (const { code, words } of places) for (const word of [code, ...words]) add(hashWord(word));
  return hash;
}
