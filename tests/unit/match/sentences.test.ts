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
