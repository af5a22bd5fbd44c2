/**
 * One engine for both kinds of claims: authored checks with their ways of saying, and bare claims known by one
 * sentence. A sentence wears the badge of one claim; an authored check, which says more, goes before a bare one.
 */
import { findBare } from './bare/find';
import type { BareLibrary } from './bare/library';
import { findMatches, type Match, type Passage, THRESHOLD } from './find';
import type { Library } from './library';
import type { Strictness } from './score/model';

export interface Engine {
  readonly authored: Library;
  readonly bare: BareLibrary | undefined;
}

/** Could a block with these token hashes hold a match? Asked before its text is; “no” is certain. */
export const couldMatch = ({ authored, bare }: Engine, hashes: Int32Array): boolean =>
  (bare !== undefined && hashes.length > 0) || authored.mayMatch(hashes);

/**
 * The one threshold rule: scores from which a match is shown, by how sure the reader wants Factmark to be. The scale is
 * that of measured false badges: at `normal` at most 1 in 1,000 ordinary news sentences is badged wrongly, at `strict`
 * 1 in 10,000 (figures: docs/matching-log.md). The scorer of bare claims is scaled to it (`bare/find.ts`); no authored
 * check fired in 28,650 such sentences, and none of their scores lies below both.
 */
export const LEVELS: Readonly<Record<Strictness, number>> = { normal: THRESHOLD, strict: 0.6 };

export interface Wanted {
  readonly strictness: Strictness;
  /** Leaves out checks whose topic is off. */
  readonly check?: (check: string) => boolean;
}

/** The best match of each sentence of `passage`, best first. */
export function findAll(engine: Engine, passage: Passage, wanted: Wanted): Match[] {
  // Full stops without a word are cheap to write and dear to read.
  if (!/\p{L}/u.test(passage.text)) return [];
  const least = LEVELS[wanted.strictness];
  const authored = findMatches(engine.authored, passage, wanted.check).filter((m) => m.score >= least);
  if (!engine.bare) return authored;
  const taken = new Set(authored.map((m) => m.sentenceStart));
  const bare = findBare(engine.bare, passage, {
    strictness: wanted.strictness,
    sentence: (span) => !taken.has(span.start),
  });
  return [...authored, ...bare].sort((a, b) => b.score - a.score || a.start - b.start);
}
