/**
 * Claims that say almost nothing (“On the Trans-Pacific Partnership.”): the headings of checks in the field of a claim.
 * Whatever names the same thing repeats them, so they are not matched at all.
 */
import type { Language } from '../language/tag';
import { NAME, NUMBER, readTerms } from '../segment/terms';

/** Fewer different terms than this cannot be told from a topic. */
const FEWEST = 2;

/** English words with which something is said of what is named; `on` or `the` do not. */
const SAYING =
  /\b(?:is|are|was|were|be|been|being|am|has|have|had|having|does?|did|will|would|shall|should|can|could|may|might|must|not|no|never|nt|\w+n['\u2019]t|\w+['\u2019](?:s|re|ll|ve|d)|said|says|get|gets|got|than)\b/i;

/** Does the claim say too little to be told from a sentence that only names the same things? */
export function saysLittle(claim: string, language: Language = 'en'): boolean {
  const { terms } = readTerms(claim, language);
  if (new Set(terms.map(({ hash }) => hash)).size < FEWEST) return true;
  if (language !== 'en') return false;
  return terms.every(({ flags }) => (flags & (NAME | NUMBER)) !== 0) && !SAYING.test(claim);
}
