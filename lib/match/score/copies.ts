/**
 * Claims that say the same as another: the same claim as checked by several publishers. They are told by their words
 * alone, from the index.
 */
import { type CandidateOf, ClaimTerms } from '../segment/segment';
import { sharersOver } from '../segment/sharers';
import { NAME, NUMBER } from '../segment/terms';
import type { Collection } from './collection';
import { ruleForMost, worthsOf } from './gate';

/**
 * Share of their words together that two claims must have in common, by number and by weight: of nine words one may
 * differ, of four none may.
 */
const ALIKE = 0.8;

/** What a term weighs. */
type Weigh = (hash: number) => number;

/**
 * Do two claims of one language say the same? Their words are (nearly) the same, all numbers and years are, both deny
 * or neither does, and not each has a name that the other lacks. Titles don't count.
 */
export function sayTheSame(a: ClaimTerms, b: ClaimTerms, weigh: Weigh): boolean {
  if (a.negated !== b.negated || a.inClaim === 0 || b.inClaim === 0) return false;
  const left = beyond(a, b, weigh);
  if (left === undefined) return false;
  const right = beyond(b, a, weigh);
  if (right === undefined || (left.names > 0 && right.names > 0)) return false;
  const terms = left.shared + left.own + right.own;
  const weight = left.sharedWeight + left.ownWeight + right.ownWeight;
  return left.shared >= ALIKE * terms && left.sharedWeight >= ALIKE * weight;
}

/** What of `a` stands in `b` too, and what does not; undefined if that is a number, or too much. */
function beyond(a: ClaimTerms, b: ClaimTerms, weigh: Weigh) {
  const found = { shared: 0, sharedWeight: 0, own: 0, ownWeight: 0, names: 0 };
  for (let i = 0; i < a.inClaim; i++) {
    const hash = a.hashes[i] as number;
    if (a.hashes.indexOf(hash) < i) continue;
    const at = b.hashes.indexOf(hash);
    if (at >= 0 && at < b.inClaim) {
      found.shared++;
      found.sharedWeight += weigh(hash);
      continue;
    }
    const flags = a.flags[i] as number;
    if (flags & NUMBER || ++found.own > (1 - ALIKE) * a.inClaim) return undefined;
    found.ownWeight += weigh(hash);
    if (flags & NAME) found.names++;
  }
  return found;
}

/** Claims looked at: the best by BM25 for the claim's own words. */
const LOOKED_AT = 64;

const one = new ClaimTerms();
const other = new ClaimTerms();

/**
 * The claim `at` and those that say the same, the newest check first, then by id; those without a day last. Each id
 * comes once. Takes as long as finding the candidates of a sentence or, if hardly a word of the claim is rare, as a plain
 * query: for sentences that matched, not for all.
 */
export function copiesOf(collection: Collection, at: CandidateOf): CandidateOf[] {
  const claim = collection.claimTerms(at, one);
  const terms = Array.from(claim.hashes.subarray(0, claim.inClaim), (hash) => ({ hash }));
  const { worths, total } = worthsOf(collection, terms, 0);
  const rule = ruleForMost(collection, worths, total, 1 - ALIKE);
  const found = rule
    ? sharersOver(collection.segments, worths, LOOKED_AT, rule)
    : collection.candidates(terms, LOOKED_AT);
  const copies = found.filter((candidate) =>
    sayTheSame(claim, collection.claimTerms(candidate, other), (hash) => collection.weight(hash)),
  );
  const named = [at, ...copies].map((copy) => ({
    copy,
    id: collection.idOf(copy),
    day: collection.beside(copy.segment, copy.claim)?.day ?? Number.NEGATIVE_INFINITY,
  }));
  // Not by difference: two that have no day are apart by NaN.
  named.sort((a, b) => (a.day !== b.day ? (a.day > b.day ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return named.filter(({ id }, i) => named.findIndex((n) => n.id === id) === i).map(({ copy }) => copy);
}
