/** Second part of building a segment: its terms counted and numbered. */
import type { Rows } from './collect';
import { NAME, NUMBER, YEAR } from './terms';

/** The terms of a segment by their numbers: by falling frequency, then by hash. */
export interface NumberedTerms {
  readonly hashes: Int32Array;
  /** How many claims hold each. */
  readonly frequencies: Uint32Array;
  /** `NUMBER` and `YEAR`. */
  readonly kinds: Uint8Array;
}

/** Rows done before others get a turn. */
const TURN = 2_000;

/** Numbers the terms of the rows that were not dropped, and rewrites these as `term << 1 | name`. */
export function* numberTerms(rows: Rows): Generator<void, NumberedTerms> {
  const { table, added } = rows;
  const frequencies = new Uint32Array(table.size);
  const kinds = new Uint8Array(table.size);
  /** Last row each term was seen in, so that a repetition counts once. */
  const seen = new Int32Array(table.size).fill(-1);
  for (let row = 0; row < added; row++) {
    if (row % TURN === 0) yield;
    if (!rows.isDropped(row)) count(rows, row, frequencies, kinds, seen);
  }
  const order = ordered(table.hashes, frequencies);
  yield;
  /** New numbers by old ones. */
  const numbers = seen;
  const numbered: NumberedTerms = {
    hashes: new Int32Array(order.length),
    frequencies: new Uint32Array(order.length),
    kinds: new Uint8Array(order.length),
  };
  order.forEach((hash, i) => {
    const old = table.numberOf(hash);
    numbers[old] = i;
    numbered.hashes[i] = hash;
    numbered.frequencies[i] = frequencies[old] as number;
    numbered.kinds[i] = kinds[old] as number;
  });
  for (let row = 0; row < added; row++) {
    if (row % TURN === 0) yield;
    if (!rows.isDropped(row)) renumber(rows, row, numbers);
  }
  return numbered;
}

function count(rows: Rows, row: number, frequencies: Uint32Array, kinds: Uint8Array, seen: Int32Array): void {
  const chunk = rows.chunkOf(row);
  const from = rows.startOf(row);
  for (let i = from; i < from + rows.lengthOf(row); i++) {
    const o = chunk[i] as number;
    const term = o >>> 3;
    kinds[term] = (kinds[term] as number) | (o & (NUMBER | YEAR));
    if (seen[term] === row) continue;
    seen[term] = row;
    frequencies[term] = (frequencies[term] as number) + 1;
  }
}

function renumber(rows: Rows, row: number, numbers: Int32Array): void {
  const chunk = rows.chunkOf(row);
  const from = rows.startOf(row);
  for (let i = from; i < from + rows.lengthOf(row); i++) {
    const o = chunk[i] as number;
    chunk[i] = ((numbers[o >>> 3] as number) << 1) | (o & NAME);
  }
}

/**
 * The hashes of the terms that stand in some claim, by falling frequency, then rising. As 64-bit keys, which a machine
 * sorts by itself; segments need a little-endian one anyway.
 */
function ordered(hashes: Int32Array, frequencies: Uint32Array): Int32Array {
  const held = frequencies.reduce((n, frequency) => (frequency > 0 ? n + 1 : n), 0);
  const keys = new BigUint64Array(held);
  const halves = new Uint32Array(keys.buffer);
  let at = 0;
  for (let term = 0; term < hashes.length; term++) {
    if (frequencies[term] === 0) continue;
    halves[at++] = (hashes[term] as number) ^ SIGN;
    halves[at++] = ~(frequencies[term] as number);
  }
  keys.sort();
  const order = new Int32Array(held);
  for (let i = 0; i < held; i++) order[i] = (halves[2 * i] as number) ^ SIGN;
  return order;
}

/** Turned round, signed numbers sort as unsigned ones. */
const SIGN = 0x80000000;
