/** Names that open with a country's, and dots that end no clause. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/match/find';
import { readWords } from '../../../lib/match/words';

const codes = (text: string) => read(text).mentions.map((m) => m.code);

describe('a name that opens with a country’s', () => {
  it.each([
    'The poet Israel Zangwill read aloud.',
    'They met at the American Colony in spring.',
    'Nobody had told the Israeli Premier League when the next season starts.',
    'Adesanya, whose first name is Israel, won.',
    'Private Israel Hale kept his oath.',
    'Team USA won the heat.',
  ])('is no country: %s', (text) => expect(codes(text)).toEqual([]));

  it.each([
    ['The American President met the Israeli Prime Minister.', ['US', 'IL']],
    ['Israel Defense Forces said so.', ['IL']],
    ['Israel Has No Treaty With America, Lawyers Say', ['IL', 'US']],
    ['An Israel-US treaty was mooted.', ['IL', 'US']],
  ] as const)('hides no country: %s', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('the dot of an abbreviation', () => {
  const opening = (text: string, word: string) => readWords(text).find((w) => w.word === word)?.before;
  it('ends no clause', () => {
    expect(opening('The U.S. gives Israel arms.', 'gives')).toBe('');
    expect(opening('Sen. Graham spoke.', 'graham')).toBe('');
  });
  it('leaves other marks alone', () => {
    expect(opening('No; it does not.', 'it')).toBe('clause');
    expect(opening('Yes, it does.', 'it')).toBe('comma');
  });
});
