/** What is checked when a segment is opened: everything that can be without reading every posting. */
import {
  BLOCK,
  bytesOf,
  type Counts,
  checksum,
  H,
  HEADER_WORDS,
  isWide,
  MAGIC,
  type Sections,
  SegmentError,
  sectionsOf,
  VERSION,
  windowsOf,
} from './layout';

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Reads and checks header, checksum and tables.
 * @throws SegmentError
 */
export function checked(buffer: ArrayBuffer): { readonly counts: Counts; readonly sections: Sections } {
  if (!LITTLE_ENDIAN) throw new SegmentError('segments need a little-endian machine');
  const bytes = buffer.byteLength;
  if (bytes < HEADER_WORDS * 4 || bytes % 4 !== 0)
    throw new SegmentError(`${bytes} bytes are no segment: truncated?`);
  const words = new Uint32Array(buffer);
  const header = (at: number) => words[at] as number;
  if (header(H.magic) !== MAGIC) throw new SegmentError('not a segment: it does not begin with FMSG');
  if (header(H.version) !== VERSION)
    throw new SegmentError(`segment of version ${header(H.version)}; this program reads version ${VERSION}`);
  if (header(H.bytes) !== bytes)
    throw new SegmentError(`segment of ${header(H.bytes)} bytes, but there are ${bytes}: truncated?`);
  const counts: Counts = {
    claims: header(H.claims),
    terms: header(H.terms),
    slots: header(H.slots),
    blocked: header(H.blocked),
    blocks: header(H.blocks),
    postings: header(H.postings),
    forward: header(H.forward),
    ids: header(H.ids),
    prefix: header(H.prefix),
    languages: header(H.languages),
  };
  for (const [name, count] of Object.entries(counts))
    if (count > bytes) throw new SegmentError(`segment says it holds ${count} ${name}, more than its bytes`);
  if (bytesOf(counts) !== bytes)
    throw new SegmentError('the counts in the segment’s header do not add up to its size');
  if (checksum(new Int32Array(buffer), H.checksum + 1) !== (header(H.checksum) | 0))
    throw new SegmentError('the segment’s checksum is wrong: the bytes are damaged');
  const sections = sectionsOf(buffer, counts);
  checkTables(counts, sections);
  return { counts, sections };
}

function checkTables(c: Counts, s: Sections): void {
  if (c.blocked > c.terms) fail('more terms with blocks than terms');
  if ((c.slots & (c.slots - 1)) !== 0 || c.slots <= c.terms) fail('a term table of an impossible size');
  let taken = 0;
  for (const term of s.slots) {
    if (term > c.terms) fail('a slot for a term that is not there');
    if (term > 0) taken++;
  }
  if (taken !== c.terms) fail('a term table with terms missing');
  rising(s.postingStarts, c.postings, 'posting lists');
  rising(s.firstBlocks, c.blocks, 'block tables');
  rising(s.forwardStarts, c.forward, 'forward lists');
  rising(s.idStarts, c.ids, 'ids');
  for (let term = 0; term < c.terms; term++) {
    const frequency = s.frequencies[term] as number;
    if (frequency === 0 || frequency > c.claims) fail('a term in no claim or in too many');
    if (term >= c.blocked && frequency > BLOCK) fail('a long posting list without blocks');
  }
  for (let term = 0; term < c.blocked; term++) checkBlocks(s, term, c.claims);
}

/** The blocks of one term: as many as its claims fill, rising, within its postings. */
function checkBlocks(s: Sections, term: number, claims: number): void {
  const { firstBlocks, blockLasts, blockStarts } = s;
  const first = firstBlocks[term] as number;
  const end = firstBlocks[term + 1] as number;
  const frequency = s.frequencies[term] as number;
  const start = s.postingStarts[term] as number;
  const wide = isWide(frequency, claims);
  if (frequency <= BLOCK || end - first !== Math.ceil(frequency / BLOCK))
    fail('a term with too many or too few blocks');
  if (blockStarts[first] !== start + (wide ? 2 * frequency : 0)) fail('a block outside its posting list');
  for (let b = first + 1; b < end; b++) {
    const bytes = (blockStarts[b] as number) - (blockStarts[b - 1] as number);
    if ((blockLasts[b] as number) <= (blockLasts[b - 1] as number) || bytes < 0 || (bytes === 0 && !wide))
      fail('blocks out of order');
  }
  if ((blockLasts[end - 1] as number) >= claims) fail('a block past the last claim');
  if ((blockStarts[end - 1] as number) > (s.postingStarts[term + 1] as number))
    fail('a block past its posting list');
  if (wide) checkWindows(s, term, frequency, claims);
}

/** Where the windows of a wide list start: at a word, rising from none of its postings to all. */
function checkWindows(s: Sections, term: number, frequency: number, claims: number): void {
  const windows = windowsOf(claims);
  const table = s.windowStarts.subarray(term * (windows + 1), (term + 1) * (windows + 1));
  if ((s.postingStarts[term] as number) % 2 !== 0) fail('a wide posting list off its words');
  if (table[0] !== 0 || table[windows] !== frequency) fail('windows that do not fill their posting list');
  for (let w = 0; w < windows; w++)
    if ((table[w] as number) > (table[w + 1] as number)) fail('windows out of order');
}

function rising(starts: Uint32Array, end: number, what: string): void {
  let last = 0;
  for (const start of starts) {
    if (start < last) fail(`${what} out of order`);
    last = start;
  }
  if (starts[0] !== 0 || last !== end) fail(`${what} that do not fill their section`);
}

function fail(what: string): never {
  throw new SegmentError(`the segment is malformed: it has ${what}`);
}
