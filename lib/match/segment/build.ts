/**
 * Builds the search index of bare claims: one ArrayBuffer, laid out as `layout.ts` says. The same claims in any order
 * give the same bytes.
 */
import { ByteWriter } from './bytes';
import { type BareClaim, languageOfClaim, Rows } from './collect';
import { writeForward } from './forward';
import { writeLanguages } from './languages';
import { bytesOf, type Counts, checksum, GROUP, H, MAGIC, sectionsOf, slotOf, VERSION } from './layout';
import { numberTerms } from './number-terms';
import { commonPrefix, orderOf } from './order';
import { type Inverted, writePostings } from './postings';
import { readTerms } from './terms';

export { type BareClaim, MOST_CLAIMS } from './collect';

/**
 * The segment of `claims`. About 20 µs a claim, most of it reading and stemming.
 * @throws RangeError if there are more than `MOST_CLAIMS`.
 */
export function buildSegment(claims: Iterable<BareClaim>): ArrayBuffer {
  const rows = new Rows();
  for (const bare of claims) {
    const language = languageOfClaim(bare);
    const title = bare.title === undefined ? [] : readTerms(bare.title, language).terms;
    rows.add({ id: bare.id, language, said: readTerms(bare.claim, language), title });
  }
  return atOnce(segmentOf(rows)).buffer;
}

/** A segment, and the row that each of its claims was. */
export interface Built {
  readonly buffer: ArrayBuffer;
  readonly order: Uint32Array;
}

/** Claims written before others get a turn. */
const TURN = 2_000;

/**
 * The segment of `rows`, which are of no use afterwards. Made in steps of a few milliseconds, each ending in a `yield`;
 * at no time is more held than the rows, one copy of the postings, and what is written.
 */
export function* segmentOf(rows: Rows): Generator<void, Built> {
  const { hashes, frequencies, kinds } = yield* numberTerms(rows);
  const prefix = commonPrefix(rows);
  yield;
  const order = yield* orderOf(rows, prefix);
  const lengths = new Uint8Array(order.length);
  for (let claim = 0; claim < order.length; claim++) lengths[claim] = rows.lengthOf(order[claim] as number);
  yield;
  const inverted = yield* writePostings(rows, order, lengths, frequencies);
  const forward = yield* grouped(order, (row, to) => writeForward(rows, row, to));
  rows.occurrences.clear();
  const ids = yield* grouped(order, (row, to) => to.write(rows.idOf(row).subarray(prefix)));
  const languages = new ByteWriter();
  writeLanguages(rows.languageCounts(), languages);
  const counts: Counts = {
    claims: order.length,
    terms: hashes.length,
    slots: slotsFor(hashes.length),
    blocked: inverted.firstBlocks.length - 1,
    blocks: inverted.blockLasts.length,
    postings: inverted.postings.length,
    forward: forward.bytes.length,
    ids: ids.bytes.length,
    prefix,
    languages: languages.length,
  };
  const buffer = new ArrayBuffer(bytesOf(counts));
  yield;
  const to = sectionsOf(buffer, counts);
  fillSlots(to.slots, hashes);
  to.hashes.set(hashes);
  to.frequencies.set(frequencies);
  to.kinds.set(kinds);
  yield;
  copyInverted(inverted, to);
  yield;
  to.forwardStarts.set(forward.starts);
  forward.bytes.copyTo(to.forward);
  to.idStarts.set(ids.starts);
  ids.bytes.copyTo(to.ids);
  if (order.length > 0) to.prefix.set(rows.idOf(order[0] as number).subarray(0, prefix));
  languages.copyTo(to.languages);
  to.lengths.set(lengths);
  yield;
  seal(buffer, counts);
  return { buffer, order };
}

/** Takes all steps of a piece of work one after the other. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Writes the header, checksum last. */
function seal(buffer: ArrayBuffer, counts: Counts): void {
  const words = new Int32Array(buffer);
  words[H.magic] = MAGIC;
  words[H.version] = VERSION;
  words[H.bytes] = buffer.byteLength;
  for (const [name, count] of Object.entries(counts)) words[H[name as keyof Counts]] = count;
  words[H.checksum] = checksum(words, H.checksum + 1);
}

/** Records with their lengths before them, and where each group of them starts. */
function* grouped(
  order: Uint32Array,
  write: (row: number, to: ByteWriter) => void,
): Generator<void, { bytes: ByteWriter; starts: Uint32Array }> {
  const bytes = new ByteWriter();
  const starts = new Uint32Array(Math.ceil(order.length / GROUP) + 1);
  const record = new ByteWriter();
  for (let claim = 0; claim < order.length; claim++) {
    if (claim % TURN === 0) yield;
    if (claim % GROUP === 0) starts[claim / GROUP] = bytes.length;
    record.clear();
    write(order[claim] as number, record);
    bytes.number(record.length);
    bytes.append(record);
  }
  starts[starts.length - 1] = bytes.length;
  return { bytes, starts };
}

/** A power of two, at most ⅔ of them taken. */
function slotsFor(terms: number): number {
  let slots = 4;
  while (slots * 2 < terms * 3) slots *= 2;
  return slots;
}

function fillSlots(slots: Uint32Array, hashes: Int32Array): void {
  for (let term = 0; term < hashes.length; term++) {
    let slot = slotOf(hashes[term] as number, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = term + 1;
  }
}

function copyInverted(from: Inverted, to: ReturnType<typeof sectionsOf>): void {
  to.postingStarts.set(from.postingStarts);
  to.firstBlocks.set(from.firstBlocks);
  to.windowStarts.set(from.windowStarts);
  to.blockLasts.set(from.blockLasts);
  to.blockStarts.set(from.blockStarts);
  to.termImpacts.set(from.termImpacts);
  to.blockImpacts.set(from.blockImpacts);
  from.postings.copyTo(to.postings);
}
