import { describe, expect, it } from 'vitest';
import { fold, foldWord, hashWord } from '../../../lib/match/fold';

const words = (text: string) => {
  const out: string[] = [];
  fold(text, out);
  return out;
};

describe('fold', () => {
  it('folds case, accents, ligatures and full-width forms', () => {
    expect(words('Défense ﬁre ＩＳＲＡＥＬ')).toEqual(['defense', 'fire', 'israel']);
  });

  it('drops soft hyphens and zero-width characters inside a word', () => {
    expect(words('de\u00adfense pa\u200bct')).toEqual(['defense', 'pact']);
  });

  it('leaves a possessive out of the word and joins a contraction', () => {
    expect(words('Israel’s don’t')).toEqual(['israel', 'dont']);
  });

  it('keeps a decimal point and drops a thousands comma inside numbers', () => {
    expect(words('$3.8bn 1,204')).toEqual(['3.8bn', '1204']);
  });

  it('gives offsets into the original text', () => {
    const text = '“De\u00adfense”, yes';
    const { starts, ends } = fold(text);
    expect(text.slice(starts[0], ends[0])).toBe('De\u00adfense');
  });

  it('hashes a word as it hashes the token', () => {
    expect(fold('Pact').hashes[0]).toBe(hashWord(foldWord('PACT')));
  });
});
