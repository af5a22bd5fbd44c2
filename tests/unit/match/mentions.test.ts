import { describe, expect, it } from 'vitest';
import { mentions } from '../../../lib/match/mentions';
import { readWords } from '../../../lib/match/words';

const codes = (text: string) => mentions(readWords(text)).map((m) => m.code);

describe('mentions', () => {
  it('finds countries by name, people and capital', () =>
    expect(codes('Israelis asked Washington and Tokyo.')).toEqual(['IL', 'US', 'JP']));

  it.each([
    'American Jews',
    'An Israeli supreme court judge',
    'The American League',
    'American Jewish volunteers',
  ])('leaves out those who bear a name without acting for the country: %s', (text) =>
    expect(codes(text)).toEqual([]),
  );

  it.each(['American troops', 'Israeli officers', 'an American, doctors said'])('keeps %s', (text) =>
    expect(codes(text)).toHaveLength(1),
  );

  it('leaves out a person called Israel', () => expect(codes('one Israel Gutierrez')).toEqual([]));
});
