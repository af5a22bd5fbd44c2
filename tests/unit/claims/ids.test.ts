import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ids, idParts, reviewId } from '../../../lib/claims';

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('Ids', () => {
  it('numbers ids in order of first coming, as a Map would', () => {
    // Few different halves, so that ids that share one meet in the table.
    const half = fc.oneof(u32, fc.constantFrom(0, 1, 2 ** 32 - 1));
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half), { maxLength: 3_000, size: 'max' }), (pairs) => {
        const ids = new Ids();
        const known = new Map<string, number>();
        const found = pairs.map(([high, low]) => [ids.find(high, low), ids.number(high, low)]);
        const expected = pairs.map(([high, low]) => {
          const key = `${high} ${low}`;
          const before = known.get(key) ?? -1;
          if (before < 0) known.set(key, known.size);
          return [before, known.get(key)];
        });
        expect(found).toEqual(expected);
        expect(ids.size).toBe(known.size);
        expect([...known.values()].map((n) => `${ids.high(n)} ${ids.low(n)}`)).toEqual([...known.keys()]);
      }),
      { numRuns: 20 },
    );
  });

  it('tells ids of reviews apart by both halves', () => {
    for (const part of ['a', 'b', 'the same, but for its end'])
      expect(
        idParts(reviewId(part))
          .map((half) => half.toString(36).padStart(7, '0'))
          .join(''),
      ).toBe(reviewId(part).slice(2));
  });
});
