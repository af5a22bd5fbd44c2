/** The features of one field: the claim, the title, or the subtitle. */
import type { ClaimTerms } from '../segment/segment';
import { NAME, NUMBER } from '../segment/terms';
import type { Sentence } from './sentence';

export const FIELDS = ['claim', 'title', 'subtitle'] as const;

export const FIELD_FEATURES = [
  'covered', // share of the field's weight that the sentence holds
  'covers', // share of the sentence's weight that the field holds
  'fit', // geometric mean of the two
  'shared', // ln(1 + shared weight)
  'missing', // ln(1 + weight that the sentence lacks)
  'names covered', // ½ if it has none
  'names missing',
  'rest covered',
  'shared rest',
  'numbers covered',
  'other numbers', // both have numbers, none in common
  'weight',
  'carried', // share of its weight that stands only in the sentences around
  'carried weight',
  'names carried',
  'fit with around',
] as const;

/** Features of the terms `from..to-1` of a claim, in the order of `FIELD_FEATURES`. */
export function fieldFeatures(sentence: Sentence, claim: ClaimTerms, from: number, to: number): number[] {
  const { weights, around, collection } = sentence;
  let total = 0;
  let shared = 0;
  let names = 0;
  let sharedNames = 0;
  let numbers = 0;
  let sharedNumbers = 0;
  let carried = 0;
  let carriedNames = 0;
  for (let i = from; i < to; i++) {
    const hash = claim.hashes[i] as number;
    if (claim.hashes.indexOf(hash, from) < i) continue;
    const flags = claim.flags[i] as number;
    const known = weights.get(hash);
    const weight = collection.weight(hash);
    const isCarried = known === undefined && around.has(hash);
    total += weight;
    if (known !== undefined) shared += weight;
    else if (isCarried) carried += weight;
    if (flags & NUMBER) {
      numbers++;
      if (known !== undefined) sharedNumbers++;
    } else if (flags & NAME) {
      names += weight;
      if (known !== undefined) sharedNames += weight;
      else if (isCarried) carriedNames += weight;
    }
  }
  const share = (part: number, whole: number, none: number) => (whole > 0 ? part / whole : none);
  const covered = share(shared, total, 0);
  const covers = share(shared, sentence.total, 0);
  return [
    covered,
    covers,
    Math.sqrt(covered * covers),
    Math.log1p(shared),
    Math.log1p(total - shared),
    share(sharedNames, names, 0.5),
    Math.log1p(names - sharedNames),
    share(shared - sharedNames, total - names, 0.5),
    Math.log1p(Math.max(0, shared - sharedNames)),
    share(sharedNumbers, numbers, 0),
    numbers > 0 && sharedNumbers === 0 && sentence.hasNumber ? 1 : 0,
    Math.log1p(total),
    share(carried, total, 0),
    Math.log1p(carried),
    share(carriedNames, names, 0),
    Math.sqrt(share(shared + carried, total, 0) * covers),
  ];
}
