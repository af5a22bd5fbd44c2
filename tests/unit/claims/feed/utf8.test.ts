import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, Utf8 } from '../../../../lib/claims/feed/utf8';

function mended(bytes: Uint8Array, cuts: readonly number[]): Uint8Array {
  const utf8 = new Utf8();
  const ends = [...new Set(cuts.map((c) => c % (bytes.length + 1)))].sort((a, b) => a - b);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const end of ends) {
    parts.push(utf8.mend(bytes.subarray(from, end)));
    from = end;
  }
  parts.push(utf8.mend(bytes.subarray(from), true));
  return joined(
    parts,
    parts.reduce((sum, p) => sum + p.length, 0),
  );
}

it('mends as the platform’s decoder does, wherever the bytes are cut', () => {
  const likely = fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xff, 0xef);
  const bytes = fc.array(fc.oneof(likely, fc.nat(255)), { maxLength: 40 }).map((b) => Uint8Array.from(b));
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(40), { maxLength: 6 }), (given, cuts) => {
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      const expected = decoder.decode(given);
      expect(new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(mended(given, cuts))).toBe(
        expected,
      );
    }),
    { numRuns: 1_000 },
  );
});

it('gives whole bytes back as they are', () => {
  const bytes = new TextEncoder().encode('Ünï🌔');
  expect(new Utf8().mend(bytes)).toBe(bytes);
});
