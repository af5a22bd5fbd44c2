/**
 * English words that are written as several, or several that are written as one: “the United States” is the U.S., “per
 * cent” is percent, “10km” is ten kilometres.
 */
import type { Word } from '../words';

/** What two words in a row stand for. */
const PAIRS = new Map([
  ['united states', 'usa'],
  ['united kingdom', 'uk'],
  ['united nations', 'un'],
  ['european union', 'eu'],
  ['per cent', 'percent'],
]);
const FIRSTS = new Set([...PAIRS.keys()].map((pair) => pair.split(' ')[0]));

/** Units by the letters written right after figures. Letters that are a scale too (`m`, `k`, `b`) are none. */
const UNITS = new Map(
  'km:kilometer kg:kilogram cm:centimeter mm:millimeter mg:milligram ft:foot lb:pound lbs:pound mph:mph kph:kph mw:megawatt gw:gigawatt kwh:kwh gb:gigabyte mb:megabyte hz:hertz ghz:gigahertz'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const MEASURE = /^(\d{1,15}(?:\.\d{1,9})?)([a-z]{2,3})$/;

const isFigures = (word: string | undefined) => word !== undefined && /^\d/.test(word);

/** The same words, such pairs joined and such figures set apart. Offsets stay those of the text. */
export function joinedAndApart(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const next = words[i + 1];
    const pair = next && FIRSTS.has(word.word) ? PAIRS.get(`${word.word} ${next.word}`) : undefined;
    if (next && pair !== undefined) {
      out.push({ ...word, word: pair, end: next.end });
      i++;
      continue;
    }
    const digit = word.word.charCodeAt(0);
    const measure = digit >= 48 && digit <= 57 ? MEASURE.exec(word.word) : null;
    const unit = measure ? UNITS.get(measure[2] as string) : undefined;
    // Folding keeps the length of figures and Latin letters; where it did not, the word stays whole.
    const after = isFigures(out.at(-1)?.word) ? UNITS.get(word.word) : undefined;
    if (after !== undefined) out.push({ ...word, word: after });
    else if (!measure || unit === undefined || word.end - word.start !== word.word.length) out.push(word);
    else {
      const middle = word.start + (measure[1] as string).length;
      out.push({ ...word, word: measure[1] as string, end: middle });
      out.push({ word: unit, start: middle, end: word.end, before: '' });
    }
  }
  return out;
}
