/**
 * One engine for both kinds of claims: authored checks with their ways of saying, and bare claims known by one
 * sentence. A sentence wears the badge of one claim; an authored check, which says more, goes before a bare one.
 */
import { findBare } from './bare/find';
import type { BareLibrary } from './bare/library';
import { findMatches, type Match, MOST_OTHERS, type Passage, THRESHOLD } from './find';
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
 * 1 in 10,000 (figures: docs/researchers/matching-log.md). The scorer of bare claims is scaled to it (`bare/find.ts`); of
 * 28,650 such sentences one got the badge of an authored check, and none of their scores lies below both.
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
  const authored = findMatches(engine.authored, passage, wanted.check, least);
  if (!engine.bare) return authored;
  const bare = new Map(
    findBare(engine.bare, passage, wanted.strictness).map((match) => [match.sentenceStart, match]),
  );
  const both = authored.map((match) => {
    const also = bare.get(match.sentenceStart);
    bare.delete(match.sentenceStart);
    return also ? withOthers(match, also) : match;
  });
  return [...both, ...bare.values()].sort((a, b) => b.score - a.score || a.start - b.start);
}

/** A match whose sentence repeats `also`, too. */
function withOthers(match: Match, also: Match): Match {
  const others = [...new Set([...match.others, also.check, ...also.others])];
  return { ...match, others: others.slice(0, MOST_OTHERS) };
}
