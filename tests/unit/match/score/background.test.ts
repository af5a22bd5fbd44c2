import { expect, it } from 'vitest';
import { Background } from '../../../../lib/match/score/background';

const counted = Background.count([
  [1, 2, -3],
  [1, 1, -3],
  [1, 2],
  [7, 300_000],
]);

it('counts each term once a sentence, and gives idf as BM25 has it', () => {
  expect(counted.size).toBe(4);
  expect(counted.share(1)).toBe(3 / 4);
  expect(counted.idf(2)).toBeCloseTo(Math.log(1 + 2.5 / 2.5), 12);
  expect(counted.idf(99)).toBeCloseTo(Math.log(1 + 4.5 / 0.5), 12);
});
it('can leave the sentence asked about out', () => {
  expect(counted.idf(2, 1)).toBeCloseTo(Math.log(1 + 3.5 / 1.5), 12);
  expect(counted.idf(99, 1)).toBe(counted.idf(99));
});
it('is read as it was written, but for words seen once', () => {
  const read = Background.read(counted.write());
  expect(read.size).toBe(4);
  for (const hash of [1, 2, -3]) expect(read.idf(hash)).toBe(counted.idf(hash));
  expect(read.share(7)).toBe(0);
});
it.each([
  ['nothing', ''],
  ['letters of no number', 'é~'],
  ['a number without end', '_'.repeat(10)],
  ['less than was written', counted.write().slice(0, -1)],
  ['more than was written', `${counted.write()}A`],
])('refuses %s', (_, text) => expect(() => Background.read(text)).toThrow(RangeError));
