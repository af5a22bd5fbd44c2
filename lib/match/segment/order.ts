/** Third part of building a segment: the order of its claims. */
import type { Rows } from './collect';

/**
 * The rows that were not dropped, in the order of the segment: shortest first, so that impacts fall along every posting
 * list, then by id. Rows that compare equal are the same row. `prefix`: bytes that all ids begin with.
 */
export function* orderOf(rows: Rows, prefix: number): Generator<void, Uint32Array> {
  const order = new Uint32Array(rows.size);
  const starts = new Uint32Array(257);
  for (let row = 0; row < rows.added; row++)
    if (!rows.isDropped(row)) {
      const next = rows.lengthOf(row) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
  for (let length = 1; length < 257; length++)
    starts[length] = (starts[length] as number) + (starts[length - 1] as number);
  const ends = starts.slice();
  for (let row = 0; row < rows.added; row++)
    if (!rows.isDropped(row)) {
      const length = rows.lengthOf(row);
      order[ends[length] as number] = row;
      ends[length] = (ends[length] as number) + 1;
    }
  // Sorting can't be cut, but what is sorted can: claims of one length at a time.
  for (let length = 0; length < 256; length++) {
    yield;
    sortById(rows, order.subarray(starts[length], starts[length + 1]), prefix);
  }
  return order;
}

/**
 * Sorts rows of one length. First by what comes first in their ids, as 64-bit keys, which a machine sorts by itself;
 * then those that begin alike.
 */
function sortById(rows: Rows, part: Uint32Array, prefix: number): void {
  const keys = new BigUint64Array(part.length);
  const halves = new Uint32Array(keys.buffer);
  part.forEach((row, i) => {
    halves[2 * i] = row;
    halves[2 * i + 1] = keyOf(rows, row, prefix);
  });
  keys.sort();
  for (let i = 0; i < part.length; i++) part[i] = halves[2 * i] as number;
  for (let from = 0, to = 1; from < part.length; from = to++) {
    const key = halves[2 * from + 1];
    while (to < part.length && halves[2 * to + 1] === key) to++;
    if (to - from > 1)
      part.subarray(from, to).sort((a, b) => byId(rows, a, b, prefix) || byTerms(rows, a, b));
  }
}

/** The first four bytes of an id after the prefix, in their order as numbers; nothing counts as 0. */
function keyOf(rows: Rows, row: number, prefix: number): number {
  const id = rows.idChunk(row);
  const from = rows.idFrom(row);
  const length = rows.idLength(row);
  let key = 0;
  for (let i = prefix; i < prefix + 4; i++)
    key = (key << 8) | (i < length ? inUtf16(id[from + i] as number) : 0);
  return key >>> 0;
}

/** How many bytes the ids of all rows begin with, whole characters. */
export function commonPrefix(rows: Rows): number {
  let prefix: Uint8Array | undefined;
  for (let row = 0; row < rows.added; row++) {
    if (rows.isDropped(row)) continue;
    prefix ??= rows.idOf(row);
    const id = rows.idChunk(row);
    const from = rows.idFrom(row);
    const most = Math.min(prefix.length, rows.idLength(row));
    let same = 0;
    while (same < most && id[from + same] === prefix[same]) same++;
    if (same === prefix.length) continue;
    // A byte that goes on with a character must not be the first that differs.
    while (same > 0 && isWithin(prefix[same] as number)) same--;
    prefix = prefix.subarray(0, same);
  }
  return prefix?.length ?? 0;
}

const isWithin = (byte: number) => (byte & 0xc0) === 0x80;

/** As strings compare. */
function byId(rows: Rows, a: number, b: number, from: number): number {
  const x = rows.idChunk(a);
  const y = rows.idChunk(b);
  const atX = rows.idFrom(a);
  const atY = rows.idFrom(b);
  const lengthX = rows.idLength(a);
  const lengthY = rows.idLength(b);
  const most = Math.min(lengthX, lengthY);
  for (let i = from; i < most; i++) {
    const p = x[atX + i] as number;
    const q = y[atY + i] as number;
    if (p !== q) return inUtf16(p) - inUtf16(q);
  }
  return lengthX - lengthY;
}

/** UTF-8 sorts as UTF-16 does, but for the last characters of the first plane, which go after the other planes. */
const inUtf16 = (byte: number) => (byte === 0xee || byte === 0xef ? byte + 16 : byte);

function byTerms(rows: Rows, a: number, b: number): number {
  const x = rows.chunkOf(a);
  const y = rows.chunkOf(b);
  const atX = rows.startOf(a);
  const atY = rows.startOf(b);
  for (let i = 0; i < rows.lengthOf(a); i++) {
    const difference = (x[atX + i] as number) - (y[atY + i] as number);
    if (difference !== 0) return difference;
  }
  return rows.inClaim(a) - rows.inClaim(b) || Number(rows.isNegated(a)) - Number(rows.isNegated(b));
}
