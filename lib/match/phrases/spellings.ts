/**
 * How a word of a pattern may stand in a page's tokens, before `readWords` joins acronyms and mends spellings. What is
 * filed under these is found on token hashes alone, so the page's own hashes can be asked before any text is read.
 */
import { hashWord } from '../fold';
import { spellingsOf } from '../words';

/** Tokens that `readWords` takes for “we” before an apostrophe. */
const WE = ['were', 'well', 'wed', 'weve'];

/** A word as hashes of tokens. */
export interface Spelled {
  /** Every token that `readWords` may read as the word; some it would read otherwise. */
  readonly tokens: readonly number[];
  /** Written with dots (`U.S.`) it is a token for each letter: two of them, next to each other. */
  readonly initials: readonly [number, number] | undefined;
}

const spelled = new Map<string, Spelled>();
/** Words remembered: a pack has thousands, and several packs share most of them. */
const MOST = 20_000;

/** The tokens of a word. */
export function spell(word: string): Spelled {
  let known = spelled.get(word);
  if (!known) {
    const tokens = spellingsOf(word);
    if (word === 'we') tokens.push(...WE);
    if (word === 'usa') tokens.push('us');
    known = { tokens: tokens.map(hashWord), initials: initialsOf(word) };
    if (spelled.size >= MOST) spelled.clear();
    spelled.set(word, known);
  }
  return known;
}

/** Pairs of initials that texts are full of for other reasons: `U.S.`, times of day, “i.e.”. */
const FREQUENT = new Set('us am pm eg ie uk eu un dc is it'.split(' '));

function initialsOf(word: string): [number, number] | undefined {
  if (!/^.[a-z]+$/su.test(word)) return undefined;
  // `U.S.` and `U.S.A.` are one word; their first pair is what they share.
  let at = 0;
  if (word !== 'usa') while (at + 2 < word.length && FREQUENT.has(word.slice(at, at + 2))) at++;
  return [hashWord(word[at] as string), hashWord(word[at + 1] as string)];
}
