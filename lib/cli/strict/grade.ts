/** How hard a text is to read. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { sentences } from '../../match/sentences';
import { spoken } from './prose';

/**
 * The Flesch–Kincaid grade of `text`: years of US schooling needed, by words a sentence and syllables a word
 * (Kincaid et al., “Derivation of New Readability Formulas”, Research Branch Report 8-75, 1975). For English only; `NaN` of no words. Citations don't count.
 */
export function readingGrade(text: string): number {
  const said = spoken(text);
  const words = said.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return fleschKincaid({
    sentence: sentences(said).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}
