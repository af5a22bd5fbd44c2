/**
 * Builds the search index of bare claims: one ArrayBuffer, laid out as `layout.ts` says. The same claims in any order
 * give the same bytes.
 */
import { ByteWriter, encode } from './bytes';
import { type BareClaim, type Collected, collect, type Row } from './collect';
import { writeForward } from './forward';
import { writeLanguages } from './languages';
import { bytesOf, type Counts, checksum, GROUP, H, MAGIC, sectionsOf, slotOf, VERSION } from './layout';
import { type Inverted, writePostings } from './postings';

export type { BareClaim } from './collect';

/** Most claims one segment may hold. */
export const MOST_CLAIMS = 1 << 24;

/**
 * The segment of `claims`. About 20 µs a claim, most of it reading and stemming.
 * @throws RangeError if there are more than `MOST_CLAIMS`.
 */
export function buildSegment(claims: Iterable<BareClaim>): ArrayBuffer {
  const collected = collect(claims);
  if (collected.rows.length > MOST_CLAIMS)
    throw new RangeError(`a segment holds at most ${MOST_CLAIMS} claims, not ${collected.rows.length}`);
  const renumbered = renumber(collected);
  const { rows, hashes } = renumbered;
  rows.sort(byLengthAndId);
  const inverted = writePostings(rows, renumbered.frequencies);
  const forward = grouped(rows, (row, to) => writeForward(row, to));
  const prefix = commonPrefix(rows);
  const ids = grouped(rows, ({ id }, to) => encode(id.slice(prefix.length), to));
  const head = new ByteWriter();
  encode(prefix, head);
  const languages = new ByteWriter();
  writeLanguages(collected.languages, languages);
  const counts: Counts = {
    claims: rows.length,
    terms: hashes.length,
    slots: slotsFor(hashes.length),
    blocked: inverted.firstBlocks.length - 1,
    blocks: inverted.blockLasts.length,
    postings: inverted.postings.length,
    forward: forward.bytes.length,
    ids: ids.bytes.length,
    prefix: head.length,
    languages: languages.length,
  };
  const buffer = new ArrayBuffer(bytesOf(counts));
  const to = sectionsOf(buffer, counts);
  fillSlots(to.slots, hashes);
  to.hashes.set(hashes);
  to.frequencies.set(renumbered.frequencies);
  to.kinds.set(renumbered.kinds);
  copyInverted(inverted, to);
  to.forwardStarts.set(forward.starts);
  to.forward.set(forward.bytes);
  to.idStarts.set(ids.starts);
  to.ids.set(ids.bytes);
  to.prefix.set(head.bytes);
  to.languages.set(languages.bytes);
  to.lengths.set(rows.map((row) => row.occurrences.length));
  seal(buffer, counts);
  return buffer;
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

/** Terms numbered by falling frequency, then by hash; rows rewritten in place. */
function renumber({ rows, hashes, frequencies, kinds, languages }: Collected): Collected {
  const order = Uint32Array.from(hashes.keys()).sort(
    (a, b) =>
      (frequencies[b] as number) - (frequencies[a] as number) ||
      (hashes[a] as number) - (hashes[b] as number),
  );
  const numbers = new Uint32Array(order.length);
  order.forEach((term, i) => {
    numbers[term] = i;
  });
  for (const { occurrences } of rows)
    for (let i = 0; i < occurrences.length; i++) {
      const o = occurrences[i] as number;
      occurrences[i] = ((numbers[o >> 1] as number) << 1) | (o & 1);
    }
  return {
    rows,
    hashes: Int32Array.from(order, (term) => hashes[term] as number),
    frequencies: Uint32Array.from(order, (term) => frequencies[term] as number),
    kinds: Uint8Array.from(order, (term) => kinds[term] as number),
    languages,
  };
}

/** Shortest first, so that impacts fall along every posting list; rows that compare equal are the same row. */
function byLengthAndId(a: Row, b: Row): number {
  if (a.occurrences.length !== b.occurrences.length) return a.occurrences.length - b.occurrences.length;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  for (let i = 0; i < a.occurrences.length; i++)
    if (a.occurrences[i] !== b.occurrences[i])
      return (a.occurrences[i] as number) - (b.occurrences[i] as number);
  return a.inClaim - b.inClaim || Number(a.negated) - Number(b.negated);
}

/** Records with their lengths before them, and where each group of them starts. */
function grouped(rows: readonly Row[], write: (row: Row, to: ByteWriter) => void) {
  const all = new ByteWriter();
  const starts = new Uint32Array(Math.ceil(rows.length / GROUP) + 1);
  const record = new ByteWriter();
  rows.forEach((row, i) => {
    if (i % GROUP === 0) starts[i / GROUP] = all.length;
    record.length = 0;
    write(row, record);
    all.number(record.length);
    all.write(record.bytes);
  });
  starts[starts.length - 1] = all.length;
  return { bytes: all.bytes, starts };
}

/** What all ids begin with, cut between characters. */
function commonPrefix(rows: readonly Row[]): string {
  let prefix = rows[0]?.id ?? '';
  for (const { id } of rows) while (!id.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return /[\ud800-\udbff]$/.test(prefix) ? prefix.slice(0, -1) : prefix;
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
  to.postings.set(from.postings);
}
