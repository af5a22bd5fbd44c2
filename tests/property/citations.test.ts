import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCitations, parseCitations } from '../../lib/claims/citations';

/** Any Unicode, lone surrogates too; and strings made almost only of what citations are made of. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom('[', ']', '0', '1', '9', ' ', 'é', '💡'), maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: -5, max: 150 }).map((n) => `[${n}]`),
        fc.string({ maxLength: 5 }),
      ),
    )
    .map((a) => a.join('')),
);

it('shows exactly what was written', () => {
  fc.assert(
    fc.property(anyText, (text) => formatCitations(parseCitations(text)) === text),
    { numRuns: 1_000 },
  );
});

it('makes no empty run, no two text runs in a row, and cites 1 to 99 only', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const runs = parseCitations(text);
      for (const [i, run] of runs.entries()) {
        expect(run.text).not.toBe('');
        if (run.kind === 'text') expect(runs[i + 1]?.kind).not.toBe('text');
        else {
          expect(run.n).toBeGreaterThanOrEqual(1);
          expect(run.n).toBeLessThanOrEqual(99);
          expect(run.text).toBe(`[${run.n}]`);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

it('finds every citation between other text', () => {
  const plain = fc.string({ unit: fc.constantFrom('a', ' ', '.', 'ß', '中'), maxLength: 8 });
  const parts = fc.array(fc.tuple(plain, fc.integer({ min: 1, max: 99 })), { maxLength: 12 });
  fc.assert(
    fc.property(parts, (pairs) => {
      const cited = parseCitations(pairs.map(([text, n]) => `${text}[${n}]`).join('')).flatMap((r) =>
        r.kind === 'cite' ? [r.n] : [],
      );
      expect(cited).toEqual(pairs.map(([, n]) => n));
    }),
  );
});
