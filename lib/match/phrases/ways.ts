/**
 * The ways of saying of a pack, filed: which of them a text could hold, told from its token hashes alone. A way is a
 * candidate if of every set it needs a member stands in the text.
 */
import { checksum } from '../segment/layout';
import { PhraseError } from './layout';
import { openPhrases, type Phrases } from './phrases';
import {
  bytesBefore,
  type Counts,
  H,
  HEADER_WORDS,
  MAGIC,
  type Sections,
  sectionsOf,
  VERSION,
} from './way-layout';

/**
 * Opens an index made by `buildWays`. Nothing is parsed.
 * @throws PhraseError if the bytes are damaged, or were made from something else than `fingerprint` says.
 */
export function openWays(buffer: ArrayBuffer, fingerprint: number): Ways {
  const bytes = buffer.byteLength;
  if (bytes < HEADER_WORDS * 4 || bytes % 4 !== 0)
    throw new PhraseError(`${bytes} bytes are no way index: truncated?`);
  const words = new Int32Array(buffer);
  const header = (field: number) => (words[field] as number) >>> 0;
  if (header(H.magic) !== MAGIC) throw new PhraseError('not a way index: it does not begin with FMWY');
  if (header(H.version) !== VERSION)
    throw new PhraseError(`way index of version ${header(H.version)}; this program reads ${VERSION}`);
  if (header(H.bytes) !== bytes)
    throw new PhraseError(`way index of ${header(H.bytes)} bytes, but there are ${bytes}: truncated?`);
  const counts: Counts = {
    ways: header(H.ways),
    sets: header(H.sets),
    listed: header(H.listed),
    needs: header(H.needs),
  };
  for (const [name, count] of Object.entries(counts))
    if (count > bytes) throw new PhraseError(`way index says it holds ${count} ${name}, more than its bytes`);
  const before = bytesBefore(counts);
  if (before >= bytes) throw new PhraseError('the counts in the way index’s header do not fit its size');
  if (checksum(words.subarray(0, before / 4), H.checksum + 1) !== words[H.checksum])
    throw new PhraseError('the way index’s checksum is wrong: the bytes are damaged');
  if (words[H.fingerprint] !== (fingerprint | 0))
    throw new PhraseError('the way index was made from other checks; make it again');
  const sections = sectionsOf(buffer, counts);
  checkSections(counts, sections);
  const phrases = openPhrases(buffer, before, bytes - before);
  if (phrases.size !== counts.sets)
    throw new PhraseError('the way index and its phrase table do not belong together');
  return new Ways(buffer, counts, sections, phrases);
}

function checkSections(c: Counts, { firsts, listed, needStarts, needs }: Sections): void {
  rising(firsts, c.listed);
  rising(needStarts, c.needs);
  for (const way of listed)
    if (way >= c.ways) throw new PhraseError('the way index lists a way that is not there');
  for (const set of needs)
    if (set >= c.sets) throw new PhraseError('the way index needs a set that is not there');
}

function rising(starts: Uint32Array, end: number): void {
  let last = 0;
  for (const start of starts) {
    if (start < last) throw new PhraseError('the way index has a list out of order');
    last = start;
  }
  if (starts[0] !== 0 || last !== end)
    throw new PhraseError('the way index has lists that do not fill their section');
}

export class Ways {
  readonly size: number;
  /** Of each set, the last text in which a member of it stood. */
  private readonly seen: Uint32Array;
  private text = 0;

  constructor(
    readonly buffer: ArrayBuffer,
    counts: Counts,
    private readonly sections: Sections,
    private readonly phrases: Phrases,
  ) {
    this.size = counts.ways;
    this.seen = new Uint32Array(counts.sets);
  }

  get anchors(): number {
    return this.phrases.anchors;
  }

  isMarked(way: number): boolean {
    return (((this.sections.marks[way >>> 5] as number) >>> (way & 31)) & 1) === 1;
  }

  /** Numbers of the ways that `hashes` could hold, rising. */
  candidates(hashes: Int32Array): number[] {
    const ways: number[] = [];
    this.visit(hashes, (way) => {
      ways.push(way);
      return false;
    });
    return ways.sort((a, b) => a - b);
  }

  /** Could `hashes` hold any way? */
  any(hashes: Int32Array): boolean {
    return this.visit(hashes, () => true);
  }

  private visit(hashes: Int32Array, visit: (way: number) => boolean): boolean {
    const { firsts, listed } = this.sections;
    const found = this.setsIn(hashes);
    for (const set of found)
      for (let i = firsts[set] as number; i < (firsts[set + 1] as number); i++) {
        const way = listed[i] as number;
        if (this.isMet(way) && visit(way)) return true;
      }
    return false;
  }

  private setsIn(hashes: Int32Array): number[] {
    const { seen } = this;
    if (++this.text > 0xffffffff) {
      seen.fill(0);
      this.text = 1;
    }
    const { text } = this;
    const found: number[] = [];
    this.phrases.scan(hashes, 0, hashes.length, (set) => {
      if (seen[set] !== text) {
        seen[set] = text;
        found.push(set);
      }
      return false;
    });
    return found;
  }

  /** Was a member seen of every set that the way needs? */
  private isMet(way: number): boolean {
    const { needStarts, needs } = this.sections;
    for (let i = needStarts[way] as number; i < (needStarts[way + 1] as number); i++)
      if (this.seen[needs[i] as number] !== this.text) return false;
    return true;
  }
}
