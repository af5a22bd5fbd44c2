import { expect, it } from 'vitest';
import { Background } from '../../../../lib/match/score/background';

/** Hashes that differ in what is kept of them. */
const [A, B, C, D, E] = [0x100, 0x2ff, -0x300, 0x700, 0x493e0ff] as const;
const counted = Background.count([
  [A, B, C],
  [A, A, C],
  [A, B],
  [D, E],
]);

it('counts each term once a sentence, and gives idf as BM25 has it', () => {
  expect(counted.size).toBe(4);
  expect(counted.share(A)).toBe(3 / 4);
  expect(counted.idf(B)).toBeCloseTo(Math.log(1 + 2.5 / 2.5), 12);
  expect(counted.idf(0x9900)).toBeCloseTo(Math.log(1 + 4.5 / 0.5), 12);
});
it('takes words whose hashes differ in their last 8 bits for one', () => {
  expect(counted.share(A + 0xff)).toBe(3 / 4);
  expect(Background.count([[A], [A, A + 1]]).share(A)).toBe(1);
});
it('can leave the sentence asked about out', () => {
  expect(counted.idf(B, 1)).toBeCloseTo(Math.log(1 + 3.5 / 1.5), 12);
  expect(counted.idf(0x9900, 1)).toBe(counted.idf(0x9900));
});
it('is read as it was written, but for words seen once', () => {
  const read = Background.read(counted.write());
  expect(read.size).toBe(4);
  for (const hash of [A, B, C]) expect(read.idf(hash)).toBe(counted.idf(hash));
  expect(read.share(D)).toBe(0);
});
it.each([
  ['nothing', ''],
  ['letters of no number', 'é~'],
  ['a number without end', '_'.repeat(10)],
  ['less than was written', counted.write().slice(0, -1)],
  ['more than was written', `${counted.write()}A`],
])('refuses %s', (_, text) => expect(() => Background.read(text)).toThrow(RangeError));
