/**
 * Dots that end nothing: within one sentence a dot stands after an abbreviation ("the U.S. gave", "Sen. Graham"),
 * so no clause ends there, though to the reader of words it looks as if one did.
 */
import { readWords, type Word } from './words';

/** The words of one sentence, as patterns see them. */
export const wordsOf = (text: string): readonly Word[] => undotted(readWords(text), text);

/** `words` of one sentence `text`, with no clause ended by the dot of an abbreviation. */
export function undotted(words: readonly Word[], text: string): readonly Word[] {
  const dotted = (w: Word, i: number) =>
    w.before === 'clause' && i > 0 && /^\.\s+$/.test(text.slice(words[i - 1]?.end, w.start));
  if (!words.some(dotted)) return words;
  return words.map((w, i) => (dotted(w, i) ? { ...w, before: '' as const } : w));
}
