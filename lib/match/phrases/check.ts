/** What is checked when a phrase table is opened: enough that no scan can leave its bytes or run on for ever. */
import { checksum } from '../segment/layout';
import {
  bucketsOf,
  bytesOf,
  type Counts,
  ENTRY_HEAD,
  H,
  HEADER_WORDS,
  MAGIC,
  PhraseError,
  type Sections,
  sectionsOf,
  VERSION,
} from './layout';

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Reads and checks header, checksum and entries of the table of `bytes` bytes at byte `at`.
 * @throws PhraseError
 */
export function checked(
  buffer: ArrayBuffer,
  at: number,
  bytes: number,
): { counts: Counts; sections: Sections } {
  if (!LITTLE_ENDIAN) throw new PhraseError('phrase tables need a little-endian machine');
  if (at % 4 !== 0 || bytes % 4 !== 0 || bytes < HEADER_WORDS * 4 || at + bytes > buffer.byteLength)
    throw new PhraseError(`${bytes} bytes are no phrase table: truncated?`);
  const words = new Int32Array(buffer, at, bytes / 4);
  const header = (field: number) => (words[field] as number) >>> 0;
  if (header(H.magic) !== MAGIC) throw new PhraseError('not a phrase table: it does not begin with FMPH');
  if (header(H.version) !== VERSION)
    throw new PhraseError(`phrase table of version ${header(H.version)}; this program reads ${VERSION}`);
  if (header(H.bytes) !== bytes)
    throw new PhraseError(`phrase table of ${header(H.bytes)} bytes, but there are ${bytes}: truncated?`);
  const counts: Counts = {
    phrases: header(H.phrases),
    singles: header(H.singles),
    pairs: header(H.pairs),
    singleFilter: header(H.singleFilter),
    pairFilter: header(H.pairFilter),
    singleBuckets: header(H.singleBuckets),
    pairBuckets: header(H.pairBuckets),
    entries: header(H.entries),
    longest: header(H.longest),
  };
  // So small that their sum in `bytesOf` is exact.
  for (const [name, count] of Object.entries(counts))
    if (name !== 'phrases' && count > bytes)
      throw new PhraseError(`phrase table says it holds ${count} ${name}, more than its bytes`);
  if (bytesOf(counts) !== bytes)
    throw new PhraseError('the counts in the phrase table’s header do not add up to its size');
  if (checksum(words, H.checksum + 1) !== words[H.checksum])
    throw new PhraseError('the phrase table’s checksum is wrong: the bytes are damaged');
  const sections = sectionsOf(buffer, at, counts);
  checkSections(counts, sections);
  return { counts, sections };
}

function checkSections(c: Counts, { buckets, entries }: Sections): void {
  for (const [count, what] of [
    [c.singleFilter, 'filter'],
    [c.pairFilter, 'filter'],
    [c.singleBuckets, 'number of buckets'],
    [c.pairBuckets, 'number of buckets'],
  ] as const)
    if (count === 0 || (count & (count - 1)) !== 0) fail(`a ${what} of an impossible size`);
  let entry = 0;
  let filed = 0;
  for (let bucket = 0; bucket < bucketsOf(c); bucket++) {
    if (buckets[bucket] !== entry) fail('buckets that do not follow each other');
    const end = buckets[bucket + 1] as number;
    if (end < entry || end > c.entries) fail('a bucket past the last entry');
    // The lengths decide where the next entry starts: each is at least 1, so every walk comes to an end.
    while (entry < end) {
      const packed = entries[entry + 1] as number;
      const length = packed & 0xffff;
      if (length === 0 || length > c.longest || packed >>> 16 >= length)
        fail('an entry of an impossible shape');
      if ((entries[entry] as number) >>> 0 >= c.phrases) fail('an entry of a phrase that is not there');
      entry += ENTRY_HEAD + length;
      filed++;
    }
    if (entry !== end) fail('an entry that reaches into the next bucket');
  }
  if (entry !== c.entries || filed !== c.singles + c.pairs) fail('more or fewer entries than it says');
}

function fail(what: string): never {
  throw new PhraseError(`the phrase table is malformed: it has ${what}`);
}
