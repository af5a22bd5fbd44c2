/** How a sentence stands to the claim it repeats: asserts, denies, asks or merely mentions it. */
import type { Word } from './words';

export type Stance = 'asserts' | 'denies' | 'asks' | 'mentions';

export interface StanceFound {
  readonly stance: Stance;
  /** The words that decided it, as offsets into the text the words were read from; absent for a plain assertion. */
  readonly cue?: { readonly start: number; readonly end: number };
}

const set = (words: string) => new Set(words.split(' '));

const NEGATORS = set(
  'no not never nothing none nobody neither nor without lacks lack lacking lacked isnt doesnt dont didnt hasnt havent wont cant cannot wasnt werent arent aint absent absence myth false falsely untrue fiction misconception vain nonexistent unlike debunked contrary hardly scarcely wrong mistaken incorrect wouldnt couldnt zero fake nope baseless legend',
);
const REPORTERS = set('claiming rumor rumors rumour rumours posts memes meme hashtag claim claims alleging supposedly');
const AUXILIARIES = set('is are was were do does did has have had must should would could can will may might isnt doesnt dont didnt hasnt havent');
const WH = set('which what why how when who whose where');

/** Words within which a negation bears on the phrase: clauses are long in news, so the reach is wide. */
const REACH_BEFORE = 14;
const REACH_AFTER = 8;

/**
 * The stance of sentence `text` toward what its words `[start, end)` say.
 * Questions win over denials ("Isn't there a pact?"); a denial wins over a report ("posts claim … there is none").
 */
export function stanceOf(text: string, words: readonly Word[], start: number, end: number): StanceFound {
  const question = questionCue(text, words);
  if (question) return { stance: 'asks', cue: question };
  const from = Math.max(0, start - REACH_BEFORE);
  const to = Math.min(words.length, end + REACH_AFTER);
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (!NEGATORS.has(word.word) || isNoDenial(words, i)) continue;
    // Past the phrase, a negation in a later clause is about something else, unless it opens that clause.
    if (i >= end && words.slice(end, i).some((w) => w.before === 'clause')) break;
    return { stance: 'denies', cue: { start: word.start, end: word.end } };
  }
  for (let i = from; i < start; i++) {
    const word = words[i] as Word;
    if (REPORTERS.has(word.word)) return { stance: 'mentions', cue: { start: word.start, end: word.end } };
  }
  return { stance: 'asserts' };
}

/** `not only`, `not until`, `no longer`, `no doubt`: negators that deny nothing. */
function isNoDenial(words: readonly Word[], i: number): boolean {
  const word = words[i]?.word;
  const next = words[i + 1]?.word ?? '';
  if (word === 'not' && /^(only|just|merely|least)$/.test(next)) return true;
  if (word === 'no' && /^(doubt|wonder|matter)$/.test(next)) return true;
  return word === 'not' && words.slice(i, i + 9).some((w) => w.word === 'until');
}

function questionCue(text: string, words: readonly Word[]): { start: number; end: number } | undefined {
  const mark = text.search(/\?["'\u201d\u2019)\]]*(\s|$)/);
  if (mark >= 0) return { start: mark, end: mark + 1 };
  const whether = words.findIndex((w, i) => w.word === 'whether' || (w.word === 'if' && /^(asked|asking|ask|asks|wonder|wondered|wonders)$/.test(words[i - 1]?.word ?? '')));
  if (whether >= 0) return { start: (words[whether] as Word).start, end: (words[whether] as Word).end };
  const yesNo = words.findIndex((w, i) => w.word === 'yes' && words[i + 1]?.word === 'or' && words[i + 2]?.word === 'no');
  if (yesNo >= 0) return { start: (words[yesNo] as Word).start, end: (words[yesNo + 2] as Word).end };
  // Headlines and posts often drop the question mark: "Does the US have …", "Which countries does …".
  const first = words[0];
  if (!first) return undefined;
  const asks = WH.has(first.word) ? AUXILIARIES.has(words[1]?.word ?? '') || words.slice(1, 4).some((w) => AUXILIARIES.has(w.word)) : AUXILIARIES.has(first.word);
  return asks && !/[.!]["'\u201d\u2019)\]]*$/.test(text) ? { start: first.start, end: first.end } : undefined;
}
