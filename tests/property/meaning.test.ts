import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aligner, type Alignment } from '../../lib/match/meaning/align';
import { readVectors, writeVectors } from '../../lib/match/meaning/layout';
import { ClaimMeanings } from '../../lib/match/meaning/nearest';
import { MeaningError, openVectors } from '../../lib/match/meaning/vectors';

const DIMENSIONS = 5;
const number = fc.double({ min: -100, max: 100, noNaN: true });
const vector = fc.array(number, { minLength: DIMENSIONS, maxLength: DIMENSIONS });
const hash = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const table = fc.uniqueArray(fc.tuple(hash, vector), { selector: ([h]) => h, maxLength: 40 });
const written = (rows: [number, number[]][]) =>
  writeVectors(
    new Float64Array(DIMENSIONS).fill(0.01),
    new Map(rows.map(([h, v]) => [h, Float64Array.from(v)])),
  );

describe('a file of word vectors', () => {
  it('gives back every vector to half a step of its scale', () =>
    fc.assert(
      fc.property(table, (rows) => {
        const buffer = written(rows);
        const { scales, values } = readVectors(buffer);
        const vectors = openVectors(buffer);
        for (const [h, v] of rows) {
          const at = vectors.find(h);
          const scale = scales[at] as number;
          v.forEach((x, i) => {
            const read = scale * (values[at * DIMENSIONS + i] as number);
            expect(Math.abs(read - x)).toBeLessThanOrEqual(scale * 0.5001 + 1e-9);
          });
        }
      }),
    ));
  it('is refused with a clear error when a byte is changed or missing', () =>
    fc.assert(
      fc.property(table, fc.nat(), fc.integer({ min: 1, max: 255 }), (rows, place, by) => {
        const buffer = written(rows);
        const changed = new Uint8Array(buffer.slice(0));
        const at = place % changed.length;
        changed[at] = (changed[at] as number) ^ by;
        expect(() => openVectors(changed.buffer)).toThrow(MeaningError);
        expect(() => openVectors(buffer.slice(0, place % buffer.byteLength))).toThrow(MeaningError);
      }),
    ));
  it('is never read from noise', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(() => openVectors(noise.slice().buffer)).toThrow(MeaningError);
      }),
    ));
});

describe('what texts mean', () => {
  const fields = fc.array(fc.array(hash, { maxLength: 6 }), { minLength: 3, maxLength: 3 });
  it('is a vector of length 1, or 0', () =>
    fc.assert(
      fc.property(table, fc.array(hash), (rows, others) => {
        const meaning = openVectors(written(rows)).meaning([...rows.map(([h]) => h), ...others]);
        const length = Math.hypot(...meaning);
        expect(length === 0 || Math.abs(length - 1) < 1e-4).toBe(true);
      }),
    ));
  it('finds the same claims as trying them all and sorting', () =>
    fc.assert(
      fc.property(table, fc.array(fields, { maxLength: 20 }), fc.nat(25), (rows, claims, k) => {
        const vectors = openVectors(written(rows));
        const index = new ClaimMeanings(vectors, claims);
        const nearness = index.nearness(vectors.meaning(rows.slice(0, 3).map(([h]) => h)));
        const naive = claims
          .map((_, i) => i)
          .filter((i) => (nearness[i] as number) > 0)
          .sort((a, b) => (nearness[b] as number) - (nearness[a] as number) || a - b)
          .slice(0, k);
        expect(index.nearest(nearness, k)).toEqual(naive);
        for (const value of nearness) expect(Math.abs(value)).toBeLessThan(2.2);
      }),
    ));
  it('aligns in shares, the same from both sides', () =>
    fc.assert(
      fc.property(table, fc.array(hash), fc.nat(40), (rows, others, cut) => {
        const vectors = openVectors(written(rows));
        const known = rows.map(([h]) => h);
        const a = [...known.slice(0, cut), ...others];
        const b = known.slice(cut >> 1);
        const align = (text: number[], claim: number[]) =>
          new Aligner(vectors, text, (h) => 1 + (h & 3)).align([claim]).fields[0] as Alignment;
        const one = align(a, b);
        const other = align(b, a);
        expect(one.covers).toBeCloseTo(other.covered, 5);
        expect(one.covered).toBeCloseTo(other.covers, 5);
        for (const share of [one.covers, one.covered]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    ));
});
