/** Builds a phrase table: chooses each phrase's anchor, then lays the entries out by bucket. */
import { checksum } from '../segment/layout';
import {
  bucketOf,
  bucketsOf,
  bytesOf,
  type Counts,
  ENTRY_HEAD,
  filterBits,
  filterWord,
  H,
  LONGEST,
  MAGIC,
  pairHash,
  sectionsOf,
  shape,
  singleHash,
  VERSION,
} from './layout';

/**
 * What is filed under one number: a phrase as its token hashes, found where all of them stand in a row; or several
 * phrases, any of which stands for the number.
 */
export type Phrase =
  | { readonly tokens: ArrayLike<number> }
  | { readonly anchors: readonly ArrayLike<number>[] };

/** Bits of filter for each anchor, and anchors to a bucket, before rounding up to a power of two. */
const FILTER_BITS = 32;
const PER_BUCKET = 1;
const FEWEST_WORDS = 64;

/**
 * Builds the table of `phrases`; a phrase's number is its place in the list. The bytes depend on nothing else.
 * @throws RangeError if a phrase has no token or too many.
 */
export function buildPhrases(phrases: readonly Phrase[]): ArrayBuffer {
  const filed = collect(phrases);
  const anchors = chooseAnchors(filed);
  const singles = filed.filter((f) => f.tokens.length === 1).length;
  const pairs = filed.length - singles;
  let entries = 0;
  let longest = 0;
  for (const { tokens } of filed) {
    entries += ENTRY_HEAD + tokens.length;
    longest = Math.max(longest, tokens.length);
  }
  const counts: Counts = {
    phrases: phrases.length,
    singles,
    pairs,
    singleFilter: powerOfTwo(Math.max(FEWEST_WORDS, (singles * FILTER_BITS) / 32)),
    pairFilter: powerOfTwo(Math.max(FEWEST_WORDS, (pairs * FILTER_BITS) / 32)),
    singleBuckets: powerOfTwo(Math.max(FEWEST_WORDS, singles / PER_BUCKET)),
    pairBuckets: powerOfTwo(Math.max(FEWEST_WORDS, pairs / PER_BUCKET)),
    entries,
    longest,
  };
  const buffer = new ArrayBuffer(bytesOf(counts));
  lay(buffer, counts, filed, anchors);
  seal(buffer, counts);
  return buffer;
}

interface Filed {
  readonly phrase: number;
  readonly tokens: ArrayLike<number>;
}

function collect(phrases: readonly Phrase[]): Filed[] {
  const filed: Filed[] = [];
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    const given = phrases[phrase] as Phrase;
    for (const tokens of 'tokens' in given ? [given.tokens] : given.anchors) {
      if (tokens.length === 0 || tokens.length > LONGEST)
        throw new RangeError(`phrase ${phrase} has ${tokens.length} tokens; it must have 1 to ${LONGEST}`);
      filed.push({ phrase, tokens });
    }
  }
  return filed;
}

/**
 * For each phrase the place of its anchor's last token. The anchor is the pair that ordinary text is least likely to
 * hold, as far as the phrases themselves tell: by how many hold the pair, by how common its two tokens are, and by how
 * many are filed under it yet.
 */
function chooseAnchors(filed: readonly Filed[]): Uint16Array {
  const size = powerOfTwo(Math.max(1_024, filed.length * 4));
  // Counts by hash: where two pairs share a slot, a phrase may get its second-best anchor.
  const pairs = new Uint32Array(size);
  const load = new Uint32Array(size);
  const tokenCounts = new Uint32Array(size);
  const pairSlot = (tokens: ArrayLike<number>, k: number) =>
    pairHash(tokens[k - 1] as number, tokens[k] as number) & (size - 1);
  const tokenSlot = (token: number) => singleHash(token) & (size - 1);
  let total = 1;
  for (const { tokens } of filed) {
    for (let k = 0; k < tokens.length; k++) {
      bump(tokenCounts, tokenSlot(tokens[k] as number));
      if (k > 0) bump(pairs, pairSlot(tokens, k));
    }
    total += tokens.length;
  }
  const anchors = new Uint16Array(filed.length);
  filed.forEach(({ tokens }, f) => {
    let best = Number.POSITIVE_INFINITY;
    let anchor = 0;
    for (let k = 1; k < tokens.length; k++) {
      const first = tokenCounts[tokenSlot(tokens[k - 1] as number)] as number;
      const second = tokenCounts[tokenSlot(tokens[k] as number)] as number;
      const s = pairSlot(tokens, k);
      const cost = ((pairs[s] as number) + (first * second) / total) * (1 + (load[s] as number));
      if (cost >= best) continue;
      best = cost;
      anchor = k;
    }
    anchors[f] = anchor;
    if (anchor > 0) bump(load, pairSlot(tokens, anchor));
  });
  return anchors;
}

const bump = (counts: Uint32Array, at: number) => {
  counts[at] = (counts[at] as number) + 1;
};

function lay(buffer: ArrayBuffer, counts: Counts, filed: readonly Filed[], anchors: Uint16Array): void {
  const { singleFilter, pairFilter, buckets, entries } = sectionsOf(buffer, 0, counts);
  const own = new Uint32Array(filed.length);
  filed.forEach(({ tokens }, f) => {
    const at = anchors[f] as number;
    const last = tokens[at] as number;
    const single = at === 0;
    const hash = single ? singleHash(last) : pairHash(tokens[at - 1] as number, last);
    const filter = single ? singleFilter : pairFilter;
    const word = filterWord(hash) & (filter.length - 1);
    filter[word] = (filter[word] as number) | filterBits(hash);
    const bucket = single
      ? counts.pairBuckets + (bucketOf(hash) & (counts.singleBuckets - 1))
      : bucketOf(hash) & (counts.pairBuckets - 1);
    own[f] = bucket;
    buckets[bucket + 1] = (buckets[bucket + 1] as number) + ENTRY_HEAD + tokens.length;
  });
  for (let b = 0; b < bucketsOf(counts); b++)
    buckets[b + 1] = (buckets[b + 1] as number) + (buckets[b] as number);
  const next = buckets.slice();
  filed.forEach(({ phrase, tokens }, f) => {
    const bucket = own[f] as number;
    const at = next[bucket] as number;
    entries[at] = phrase;
    entries[at + 1] = shape(tokens.length, anchors[f] as number);
    for (let k = 0; k < tokens.length; k++) entries[at + ENTRY_HEAD + k] = tokens[k] as number;
    next[bucket] = at + ENTRY_HEAD + tokens.length;
  });
}

function seal(buffer: ArrayBuffer, c: Counts): void {
  const words = new Int32Array(buffer);
  words[H.magic] = MAGIC;
  words[H.version] = VERSION;
  words[H.bytes] = buffer.byteLength;
  words[H.phrases] = c.phrases;
  words[H.singles] = c.singles;
  words[H.pairs] = c.pairs;
  words[H.singleFilter] = c.singleFilter;
  words[H.pairFilter] = c.pairFilter;
  words[H.singleBuckets] = c.singleBuckets;
  words[H.pairBuckets] = c.pairBuckets;
  words[H.entries] = c.entries;
  words[H.longest] = c.longest;
  words[H.checksum] = checksum(words, H.checksum + 1);
}

function powerOfTwo(least: number): number {
  let n = 1;
  while (n < least) n *= 2;
  return n;
}
