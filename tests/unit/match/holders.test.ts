/** Whose a treaty is, and who only stands by or is only where something happens. */
import { describe, expect, it } from 'vitest';
import { findMatches, read } from '../../../lib/match/find';
import { holdsTreaty, isOtherSide, isWhere } from '../../../lib/match/holders';
import { bystanders } from '../../../lib/match/speakers';
import { starter } from './starter';

const codes = (text: string, is: (text: string) => readonly { code: string }[]) =>
  is(text).map((m) => m.code);

describe('the holder of a treaty', () => {
  it.each([
    ['The Israel\u2013Syria security agreement calls for a buffer.', ['IL', 'SY']],
    ['The commitment to NATO\u2019s Article 5 came up.', ['XN']],
    ['A NATO-style pact was floated.', []],
    ['It\u2019s NATO\u2019s Article 5 with Israel in it.', []],
    ['Syria left, and the treaty lapsed.', []],
  ])('in \u201c%s\u201d', (text, holders) => {
    const sentence = read(text);
    expect(codes(text, () => sentence.mentions.filter((m) => holdsTreaty(m, sentence)))).toEqual(holders);
  });

  it('may stand after it', () => {
    const sentence = read('Israel\u2019s pact with Hamas collapsed.');
    expect(sentence.mentions.filter((m) => isOtherSide(m, sentence)).map((m) => m.code)).toEqual(['PS']);
  });

  it('is not a country that is only the scene', () => {
    const sentence = read('Jets flying out of Jordan shot down drones over Iraq.');
    expect(sentence.mentions.every((m) => isWhere(m, sentence))).toBe(true);
  });
});

describe('those who stand by', () => {
  it.each([
    ['Japan and the Philippines signed a defense pact, with America\u2019s blessing.', ['US']],
    ['The text brokered by America calls for a zone.', ['US']],
    ['Greece held a drill as Israel looked on.', ['IL']],
    ['Israel built it with American money.', []],
  ])('in \u201c%s\u201d', (text, others) => {
    expect(codes(text, (t) => bystanders(read(t), ['US', 'IL']))).toEqual(others);
  });

  it('earn no badge', () => {
    const text = 'Japan and the Philippines signed a mutual defense pact, with America\u2019s blessing.';
    expect(findMatches(starter, { text })).toEqual([]);
  });
});
