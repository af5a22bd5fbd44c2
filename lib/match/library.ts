/** Checks compiled for matching: each way of saying, filed under the rarest words it cannot do without. */
import type { Claim } from '../claims/check';
import { hashWord } from './fold';
import { impliesSome, type Needs, needsOf } from './needs';
import { compile, compileSets, type Node, type Pattern, type Sequence, type Sets } from './pattern';
import { spellingsOf } from './words';

/** What matching needs of a check; a `FactCheck` fits. */
export interface Matchable {
  readonly id: string;
  readonly topic: string;
  readonly claims: readonly Claim[];
}

export interface CompiledClaim {
  readonly check: string;
  readonly topic: string;
  readonly claim: string;
  readonly parties: readonly string[];
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
  /** Ways by anchor word: a sentence without any of a way's anchors cannot contain that way. */
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  readonly size: number;
}

/** Words too common to anchor a way of saying. */
const COMMON = new Set(
  'the a an and or of to in on at by for with from as is are was were be been being has have had do does did it its that this these those there he she they we us our you your i me my his her their them not no nor but if so such than then when which who whom what how any all some one two both each other another more most much many will would can could may might must should shall usa up out off over under into about after before between against only ever never just also even very own same get gets got make made say says said tell asked give gives given take taken come go fight war attack attacked state states country countries nation nations'.split(
    ' ',
  ),
);

/** Compiles checks with their pack's word sets. Errors: `PatternError`; `factmark lint` names file and pointer. */
export function compileLibrary(
  checks: readonly Matchable[],
  sets: Readonly<Record<string, readonly string[]>>,
): Library {
  const compiledSets = compileSets(sets);
  const ways = new Map<string, Way[]>();
  let size = 0;
  for (const check of checks) {
    for (const claim of check.claims) {
      const compiled = compileClaim(check, claim, compiledSets);
      for (const [sources, echo] of [
        [claim.says, false],
        [claim.echoes, true],
      ] as const) {
        for (const source of sources) {
          const pattern = compile(source, compiledSets);
          const way = {
            claim: compiled,
            pattern,
            echo,
            needs: needsOf(pattern),
            implies: impliesSome(pattern),
          };
          for (const word of anchors(pattern)) {
            const list = ways.get(word);
            if (list) list.push(way);
            else ways.set(word, [way]);
          }
          size++;
        }
      }
    }
  }
  return { ways, size };
}

/** One library of several: a query is answered by the union. */
export function mergeLibraries(libraries: readonly Library[]): Library {
  const ways = new Map<string, readonly Way[]>();
  for (const library of libraries)
    for (const [word, list] of library.ways) ways.set(word, [...(ways.get(word) ?? []), ...list]);
  return { ways, size: libraries.reduce((sum, l) => sum + l.size, 0) };
}

function compileClaim(check: Matchable, claim: Claim, sets: Sets): CompiledClaim {
  return {
    check: check.id,
    topic: check.topic,
    claim: claim.id,
    parties: claim.parties,
    unless: claim.unless.map((u) => compile(u, sets)),
    subject: claim.subject.map((s) => compile(s, sets)),
  };
}

/**
 * Words of which at least one must stand in any sentence that contains `pattern`: for each required element
 * the words that its options need, and of those elements the one with the fewest common words.
 */
export function anchors(pattern: Pattern): string[] {
  let best: string[] | undefined;
  for (const { sequence, absent } of pattern) {
    if (absent) continue;
    const words = sequenceAnchors(sequence);
    if (words && (!best || cost(words) < cost(best))) best = words;
  }
  return best ?? [];
}

function sequenceAnchors(sequence: Sequence): string[] | undefined {
  let best: string[] | undefined;
  for (const node of sequence) {
    const words = nodeAnchors(node);
    if (words && (!best || cost(words) < cost(best))) best = words;
  }
  return best;
}

function nodeAnchors(node: Node): string[] | undefined {
  if (node.kind === 'word') return [node.word];
  if (node.kind !== 'any') return undefined;
  const all = new Set<string>();
  for (const option of node.options) {
    const words = sequenceAnchors(option);
    if (!words) return undefined;
    for (const word of words) all.add(word);
  }
  return [...all];
}

/** Common words weigh so much that any set without one wins; then fewer is better. */
const cost = (words: readonly string[]) => words.reduce((sum, w) => sum + (COMMON.has(w) ? 1_000 : 1), 0);

/**
 * Token hashes of every anchor in every spelling, sorted: what the page's own tokens are held against
 * before any text leaves the tab for the background.
 */
export function gateOf(library: Library): Int32Array {
  const hashes = new Set<number>();
  for (const word of library.ways.keys()) for (const s of spellingsOf(word)) hashes.add(hashWord(s));
  return Int32Array.from(hashes).sort();
}

/** Does any of `hashes` stand in the sorted `gate`? */
export function passesGate(gate: Int32Array, hashes: Int32Array): boolean {
  for (let i = 0; i < hashes.length; i++) if (contains(gate, hashes[i] as number)) return true;
  return false;
}

function contains(sorted: Int32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const mid = (low + high) >>> 1;
    const at = sorted[mid] as number;
    if (at === value) return true;
    if (at < value) low = mid + 1;
    else high = mid - 1;
  }
  return false;
}
