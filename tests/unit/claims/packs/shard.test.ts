import { expect, it } from 'vitest';
import { canonical, parseShard, recordId, recordLine, shardText } from '../../../../lib/claims';
import { aCheck } from '../../../support/checks';
import { aReview } from '../../../support/packs';

const input = [
  { check: aCheck() },
  { review: aReview(1) },
  { removed: 'gone' },
  { sets: { pact: ['treaty'] } },
];

it('writes a record a line, and reads back what it wrote', () => {
  const parsed = parseShard(JSON.stringify(input));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const text = shardText(parsed.value.map(recordLine));
  expect(text.split('\n')).toHaveLength(input.length + 3);
  expect(parseShard(text)).toEqual(parsed);
  expect(parsed.value.map(recordId)).toEqual(['moon-cheese', aReview(1).id, 'gone', '']);
});

it('writes none as an empty array', () => {
  expect(parseShard(shardText([]))).toEqual({ ok: true, value: [] });
});

it.each([
  ['[', '', /is not valid JSON/],
  ['{}', '', /is not an array/],
  [JSON.stringify([{ removed: 'a' }, { check: { ...aCheck(), question: '' } }]), '/1/check/question', /./],
  [
    JSON.stringify([{ review: { ...aReview(1), checkedOn: '2024-02-30' } }]),
    '/0/review/checkedOn',
    /real date/,
  ],
  [
    JSON.stringify([{ review: { ...aReview(1), language: `en-${'a'.repeat(33)}` } }]),
    '/0/review/language',
    /35/,
  ],
  [JSON.stringify([{ removed: 'a', review: aReview(1) }]), '/0/removed', /./],
  ['[7]', '/0', /./],
])('points at what is wrong in %s', (text, pointer, message) => {
  const parsed = parseShard(text);
  if (parsed.ok) throw new Error('was taken');
  expect(parsed.problems[0]).toEqual({ pointer, message: expect.stringMatching(message) });
});

it('spells JSON in one way', () => {
  expect(canonical({ b: [1, { d: undefined, c: 'ü' }], a: null, é: '\u2028', B: -0 })).toBe(
    '{"B":0,"a":null,"b":[1,{"c":"ü"}],"é":"\u2028"}',
  );
  expect(canonical(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});
