/** The words that a sentence shares with a claim: which, and from where to where they stand. */
import type { Collection } from '../score/collection';
import type { CandidateOf } from '../segment/segment';
import { ClaimTerms } from '../segment/segment';
import { NAME, readTerms, type Term } from '../segment/terms';

export interface Shared {
  /** Heaviest first, each once. Offsets into the sentence. */
  readonly terms: readonly Term[];
  /** From the first to the last of those that carry the match. */
  readonly start: number;
  readonly end: number;
  /** Does the claim itself deny something? */
  readonly claimDenies: boolean;
  /** Does the sentence? */
  readonly denies: boolean;
}

/** Share of the shared weight that the marked words carry: the rest are words a claim shares with anything. */
const CARRYING = 0.8;

const scratch = new ClaimTerms();

/** What `text`, a sentence, shares with a claim of `collection`. */
export function sharedWith(collection: Collection, at: CandidateOf, text: string): Shared {
  const claim = collection.claimTerms(at, scratch);
  const held = new Set(claim.hashes.subarray(0, claim.length));
  const seen = new Map<number, Term>();
  const read = readTerms(text, collection.language);
  for (const term of read.terms) if (held.has(term.hash) && !seen.has(term.hash)) seen.set(term.hash, term);
  const weight = (t: Term) => collection.weight(t.hash);
  const terms = [...seen.values()].sort((a, b) => weight(b) - weight(a) || a.start - b.start);
  const total = terms.reduce((sum, t) => sum + weight(t), 0);
  let carried = 0;
  let start = text.length;
  let end = 0;
  for (const term of terms) {
    if (carried >= CARRYING * total) break;
    carried += weight(term);
    start = Math.min(start, term.start);
    end = Math.max(end, term.end);
  }
  return { terms, start: Math.min(start, end), end, claimDenies: claim.negated, denies: read.negated };
}

/** Is this shared term written as a name? */
export const isName = (term: Term): boolean => (term.flags & NAME) !== 0;
