/** Where the words that were looked for stand in a text that was found. */
import type { Language } from '../language/tag';
import { readTerms } from '../segment/terms';

/** Ranges told of one text at most. */
const MOST = 60;

/** [start, end) of each word of `text` that is one of these terms, in UTF-16 units, in order, none touching another. */
export function marksIn(text: string, language: Language, terms: ReadonlySet<number>): [number, number][] {
  const marks: [number, number][] = [];
  for (const { hash, start, end } of readTerms(text, language).terms) {
    if (!terms.has(hash)) continue;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (marks.length < MOST) marks.push([start, end]);
  }
  return marks;
}
