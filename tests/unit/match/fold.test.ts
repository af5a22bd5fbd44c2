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

describe('fold in other scripts', () => {
  it.each([
    ['Straße STRASSE', 'strasse strasse'],
    ['Käse Kaese', 'kase kaese'],
    ['cœur Œuvre Ærø Łódź Đà', 'coeur oeuvre aero lodz da'],
    ['İstanbul Iğdır', 'istanbul igdir'],
    ['الحُكُومَـــة الحكومه', 'الحكومه الحكومه'],
    ['أإآٱا مستشفى', 'ااااا مستشفي'],
    ['کی ك', 'كي ك'],
    ['ﻻ ﷲ', 'لا الله'],
    ['١٢٣٫٥ ۱٬۲۰۰ १२', '123.5 1200 12'],
    ['की का के कि', 'की का के कि'],
    ['लड़की ल\u095cकी', 'लडकी लडकी'],
    ['चाँद चांद', 'चांद चांद'],
    ['क्\u200dष क्ष', 'क्ष क्ष'],
    ['ガス ｶﾞｽ カス', 'ガ ス カ ス カ ス'],
    ['ＮＡＴＯ １２', 'nato 12'],
    ['שָׁלוֹם', 'שלום'],
    ['น้ำ', 'น า'],
    ['Ёлка Йод', 'елка иод'],
  ])('makes of %s: %s', (text, folded) => expect(words(text).join(' ')).toBe(folded));

  it('takes composed and decomposed letters for one', () => {
    for (const text of ['Défense', 'Größe', 'हिंदी', '한국어', 'أرض', 'Ελλάδα'])
      expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')));
  });
});
