import { describe, expect, it } from 'vitest';
import { sentences } from '../../../lib/match/sentences';

const split = (text: string) => sentences(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it('splits at full stops, question marks and line breaks', () => {
    expect(split('No pact exists. Does it? Yes\nNo')).toEqual(['No pact exists.', 'Does it?', 'Yes', 'No']);
  });

  it('keeps abbreviations and initials whole', () => {
    expect(split('The U.S. Senate met Mr. Smith. It voted.')).toEqual([
      'The U.S. Senate met Mr. Smith.',
      'It voted.',
    ]);
  });

  it('keeps a quotation with the words that attribute it', () => {
    expect(split('“Is there a pact?” she asked. He left.')).toEqual([
      '“Is there a pact?” she asked.',
      'He left.',
    ]);
  });

  it('cuts endless text', () => {
    expect(split('word '.repeat(2_000)).length).toBeGreaterThan(4);
  });
});

describe('sentences of other languages', () => {
  it.each([
    ['कोई संधि नहीं है। क्या है? नहीं॥ बस', 4],
    ['لا توجد معاهدة. هل توجد؟ لا', 3],
    ['کوئی معاہدہ نہیں۔ کیا ہے؟', 2],
    ['条約はない。本当か？はい！', 3],
    ['没有条约。是吗？没有。', 3],
    ['Am 3. Oktober war im 19. Jahrhundert kein Feiertag. Am 4. Er blieb.', 3],
    ['Es kostet 3 Mio. Euro bzw. Dollar. Das ist viel.', 2],
    ['La Sra. López vino. ¿Por qué? Nadie lo sabe.', 3],
  ])('end where they are marked: %s', (text, count) => expect(split(text)).toHaveLength(count));

  it('go on after what was said in corner brackets', () => {
    expect(split('「条約はない。」と述べた。終わり。')).toEqual(['「条約はない。」と述べた。', '終わり。']);
    expect(split('「条約はない。」彼は去った。')).toEqual(['「条約はない。」', '彼は去った。']);
  });

  it('are cut where nobody marks an end or leaves a space', () => {
    expect(split('条'.repeat(5_000)).length).toBeGreaterThan(3);
  });
});
