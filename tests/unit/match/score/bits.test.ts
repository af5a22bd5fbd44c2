/** Numbers as bits in text: whatever is written is read again, and a cut text is told. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../../../lib/match/score/bits';

const order = fc.integer({ min: 0, max: 20 });

it('reads what was written, in every code and order', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.record({ code: fc.constant('number' as const), value: fc.nat(8_000_000), k: order }),
          fc.record({
            code: fc.constant('rice' as const),
            value: fc.nat(0xffff_ffff),
            k: fc.integer({ min: 20, max: 24 }),
          }),
        ),
      ),
      (values) => {
        const out = new BitWriter();
        for (const { code, value, k } of values) out[code](value, k);
        const bits = new BitReader(out.end());
        expect(values.map(({ code, k }) => bits[code](k))).toEqual(values.map(({ value }) => value));
        bits.end();
      },
    ),
  ));

it('tells a text that was cut', () => {
  const out = new BitWriter();
  out.rice(1_000_000, 18);
  const text = out.end();
  for (let length = 0; length < text.length; length++)
    expect(() => new BitReader(text.slice(0, length)).rice(18)).toThrow(RangeError);
});

it('takes six bits a letter', () => {
  const out = new BitWriter();
  for (let n = 0; n < 600; n++) out.bits(n, 1);
  expect(out.end()).toHaveLength(100);
});
