/** Proper names that open with a country's: "Israel Zangwill" is a poet and "the American Colony" an hotel. */
import { PLACES } from './places';
import type { Word } from './words';

/** Capitalised words after which it is the country still: offices, arms, services. */
const OFFICES = new Set(
  'president vice secretary senator senators congress congressman congresswoman senate house navy army marine marines air ambassador general admiral colonel defense defence state treasury patriot patriots constitution embassy consul central strategic supreme eagle tomahawk arrow iron prime minister foreign chief knesset cabinet war home katz jewry jews republican republicans democrat democrats aegis hellfire medal government administration military security national sixth fifth'.split(
    ' ',
  ),
);

/** Do the words `[start, end)`, which name a country, only open a longer name of something else? */
export function opensName(words: readonly Word[], start: number, end: number, text: string): boolean {
  const next = words[end];
  if (end !== start + 1 || !next || next.before !== '') return false;
  if (!/^(israel|israeli|american)$/.test(words[start]?.word ?? '')) return false;
  if (!isCapital(next, text) || OFFICES.has(next.word) || PLACES.has(next.word)) return false;
  if (!/^\s$/.test(text.slice(words[start]?.end, next.start))) return false;
  return !isTitle(words, text);
}

const isCapital = (word: Word, text: string) => /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end));

/** In A Headline Set Like This Capitals Tell Nothing. */
function isTitle(words: readonly Word[], text: string): boolean {
  const long = words.slice(1).filter((w) => w.word.length > 3);
  return long.filter((w) => isCapital(w, text)).length > 0.6 * long.length;
}
