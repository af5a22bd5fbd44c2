import { describe, expect, it } from 'vitest';
import { canonical, readWords, spellingsOf } from '../../../lib/match/words';

const words = (text: string) => readWords(text).map((w) => w.word);

describe('words', () => {
  it('reads U.S., US, USA and “the us” as the country and “us” as the pronoun', () => {
    expect(words('U.S. US USA the us, help us')).toEqual(['usa', 'usa', 'usa', 'the', 'usa', 'help', 'us']);
  });

  it('turns British spellings American, and knows them back', () => {
    expect(words('defence')).toEqual(['defense']);
    expect(spellingsOf(canonical('defence'))).toContain('defence');
  });

  it('notes clause ends and money signs', () => {
    expect(readWords('pact; $3 each').map((w) => w.before)).toEqual(['', 'clause', '']);
    expect(readWords('costs $3').map((w) => w.before)).toEqual(['', 'money']);
  });
});
