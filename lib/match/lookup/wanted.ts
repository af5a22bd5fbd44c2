/** What a reader who typed some words may look for, in one language: for each word the terms that it may stand for. */
import type { Language } from '../language/tag';
import { wordsIn } from '../language/words';
import { NUMBER, readTerms, wordTerm } from '../segment/terms';
import type { Alike, TypedWord } from './alike';
import type { Work } from './work';

/** Words looked for at most; what is typed beyond them is left out. */
export const MOST_WORDS = 24;

/** Words before the last that may have been cut short are no shorter. */
const SHORTEST_CUT = 4;

/** How well a term answers: as typed, as what the half word becomes, or as what it was meant to be. */
export const EXACT = 16;
export const COMPLETED = 13;
const CORRECTED = 8;
const CORRECTED_TWICE = 6;

export interface WantedTerm {
  readonly hash: number;
  /** `EXACT` at the most. */
  readonly quality: number;
}

/** The terms for one word, best first, each once. */
export type WantedWord = readonly WantedTerm[];

/** What was typed at one place. */
export interface Typed {
  /** Of the term it is; none for a small word alone (“th”), which may become a large one. */
  readonly hash: number | undefined;
  /** None for a number, which stands for itself only. */
  readonly typed: TypedWord | undefined;
}

/** What of `text` carries something, in the order typed. The last word may be the beginning of another, unless more follows. */
export function typedIn(text: string, language: Language): Typed[] {
  const spelled: (string | undefined)[] = [];
  const { terms } = readTerms(text, language, (word, term) => {
    spelled[term] = word;
  });
  const last = /[\p{L}\p{N}]$/u.test(text) ? wordsIn(text, language).at(-1) : undefined;
  if (terms.length === 0 && last) return [{ hash: undefined, typed: { word: last.word, half: true } }];
  return terms.slice(0, MOST_WORDS).map(({ hash, flags, end }, i) => {
    const word = (flags & NUMBER) !== 0 ? undefined : spelled[i];
    return { hash, typed: word === undefined ? undefined : { word, half: end === last?.end } };
  });
}

/**
 * The terms wanted for each of `all`; none if a small word alone becomes nothing. `mistyped`: also what the words that
 * `alike` corrected may have been meant to be, or be the beginning of.
 */
export function wantedIn(
  all: readonly Typed[],
  language: Language,
  alike: Alike,
  mistyped: boolean,
  work: Work,
): WantedWord[] {
  const wanted = all.map(({ hash, typed }) => {
    const own = hash === undefined ? [] : [{ hash, quality: EXACT }];
    if (!typed) return own;
    const others = othersOf(typed, hash !== undefined && mistyped, alike);
    work.hashed(others.length);
    return once([
      ...own,
      ...others.map(({ word, quality }) => ({ hash: wordTerm(word, language), quality })),
    ]);
  });
  return wanted.filter((terms) => terms.length > 0);
}

function othersOf(typed: TypedWord, mistyped: boolean, alike: Alike): { word: string; quality: number }[] {
  const meant = mistyped ? alike.corrected(typed) : undefined;
  const cut = typed.half || (meant !== undefined && typed.word.length >= SHORTEST_CUT);
  const completed = cut ? alike.completed(typed.word) : [];
  return [
    ...completed.map((word) => ({ word, quality: COMPLETED })),
    ...(meant ?? []).map(({ word, mistakes }) => ({
      word,
      quality: mistakes === 1 ? CORRECTED : CORRECTED_TWICE,
    })),
  ];
}

/** Each term once, as well as it answers, best first. */
function once(terms: readonly WantedTerm[]): WantedTerm[] {
  const best = new Map<number, number>();
  for (const { hash, quality } of terms) if (quality > (best.get(hash) ?? 0)) best.set(hash, quality);
  return [...best].map(([hash, quality]) => ({ hash, quality })).sort((a, b) => b.quality - a.quality);
}
