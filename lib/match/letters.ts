/**
 * What single characters fold to, in any script: asked once a character, so it may take its time. `fold.ts` remembers.
 *
 * Marks are dropped where readers and writers take or leave them (accents, Arabic vowel signs, Hebrew points, Thai
 * tones) and kept where they are letters in all but name (the vowel signs of India and South-East Asia: without them
 * की, का, के would be one word). ä, ö, ü become a, o, u as all accents do; ae, oe, ue are left alone, because no other
 * language means an umlaut by them (`language/german.ts` does that for German).
 */

/**
 * Apostrophes, soft hyphen, zero-width and direction marks, Arabic tatweel, and the voicing marks of half-width kana:
 * they vanish inside a word.
 */
const VANISHING =
  /[\u2018\u2019\u02bc\uff07\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff\u061c\u0640\uff9e\uff9f]/;

/** Dots that make one Indian letter another and are often left out (nukta), Vedic accents, tones of Thai and Lao. */
const LOOSE = /[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u0951-\u0954\u0e47-\u0e4e\u0ec8-\u0ece]/;

/** Blocks whose marks are vowel signs and the like: India and South-East Asia. */
const isSigned = (c: number) =>
  (c >= 0x900 && c <= 0x109f) ||
  (c >= 0x1700 && c <= 0x1aaf) ||
  (c >= 0x1b00 && c <= 0x1c4f) ||
  (c >= 0xa800 && c <= 0xabff);

const isKana = (c: number) =>
  (c >= 0x3040 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff) || (c >= 0xff66 && c <= 0xff9d);

/** Does the character vanish inside a word? */
export function vanishes(code: number): boolean {
  const char = String.fromCodePoint(code);
  return VANISHING.test(char) || (/\p{M}/u.test(char) && (!isSigned(code) || LOOSE.test(char)));
}

/** Letters that no decomposition takes apart, as those write them who lack the key; and one spelling for twins. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    þ: 'th',
    ı: 'i',
    // Arabic: alef wasla, alef maqsura, teh marbuta; Persian yeh and kaf.
    '\u0671': '\u0627',
    '\u0649': '\u064a',
    '\u0629': '\u0647',
    '\u06cc': '\u064a',
    '\u06a9': '\u0643',
    // Devanagari: candrabindu is written as anusvara as often as not.
    '\u0901': '\u0902',
  }),
);

/** First digits of scripts whose ten digits follow each other: Arabic, Persian, and those of India. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66];

/** The letters and digits that `char` folds to; '' if it is neither letter nor digit. */
export function lettersOf(char: string): string {
  const code = char.codePointAt(0) as number;
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
  // Kana keep their voicing marks: か and が are two letters.
  const apart = char.normalize(isKana(code) ? 'NFKC' : 'NFKD').toLowerCase();
  if (!isSigned(code) && !/^[\p{L}\p{N}]/u.test(apart)) return '';
  let letters = '';
  for (const c of apart) {
    const signed = isSigned(c.codePointAt(0) as number) && !LOOSE.test(c);
    if (/[\p{L}\p{N}]/u.test(c) || (signed && /\p{M}/u.test(c))) letters += SPELLED.get(c) ?? c;
  }
  return letters;
}

/** Scripts written without spaces: each character is a token of its own. */
export const isUnspaced = (code: number): boolean =>
  code < 0x3005
    ? (code >= 0xe00 && code <= 0xeff) ||
      (code >= 0x1000 && code <= 0x109f) ||
      (code >= 0x1780 && code <= 0x17ff)
    : code <= 0x3007 ||
      (code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff66 && code <= 0xff9d) ||
      (code >= 0x20000 && code <= 0x3ffff);
