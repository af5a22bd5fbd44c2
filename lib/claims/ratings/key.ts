/** Verdicts as keys of tables: spelling that carries no meaning goes, and on both sides alike. */

/** Letters that one writer folds and another does not, beside accents. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
};

/** Accents of Latin, Greek and Cyrillic; vowel marks of Arabic, and its stretched line; the dot of
 * Devanagari that many leave out. Vowels of other scripts stay. */
const MARKS = /[\u0300-\u036f\u064b-\u0652\u0670\u0640\u093c]/g;

/**
 * `label` in lower case, without accents, punctuation and symbols, words apart by one space. Letters are folded, so
 * “VERDADERO”, “Verdadero!” and “pants-on-fire” are found however they are written.
 */
export const keyOf = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[ıßςøłđæœ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
