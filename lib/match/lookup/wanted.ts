/** What a reader who typed some words may look for, in one language: for each word the terms that it may stand for. */
import type { Language } from '../language/tag';
import { wordsIn } from '../language/words';
import { NUMBER, readTerms, wordTerm } from '../segment/terms';
import { mistakesIn, near } from './near';
import type { Vocabulary } from './vocabulary';

/** Words looked for at most; what is typed beyond them is left out. */
export const MOST_WORDS = 24;
/** Other words tried for a half or mistyped one. */
const MOST_COMPLETED = 48;
const MOST_CORRECTED = 16;
/** With fewer letters, a half word may become anything. */
const MOST_FOR_ONE_LETTER = 12;

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

/**
 * The words of `text` that carry something, in the order typed; none if there are none. `half`: the last one may be the
 * beginning of a word. `mistyped`: also what each may have been meant to be, or be the beginning of.
 */
export function wantedIn(
  text: string,
  language: Language,
  vocabularies: readonly Vocabulary[],
  mistyped: boolean,
): WantedWord[] {
  const half = /[\p{L}\p{N}]$/u.test(text);
  const spelled: (string | undefined)[] = [];
  const { terms } = readTerms(text, language, (word, term) => {
    spelled[term] = word;
  });
  const lastWord = half ? wordsIn(text, language).at(-1) : undefined;
  const wanted = terms.slice(0, MOST_WORDS).map(({ hash, flags, end }, i) => {
    const word = spelled[i];
    const own: WantedTerm = { hash, quality: EXACT };
    if (word === undefined || (flags & NUMBER) !== 0) return [own];
    const isLast = lastWord !== undefined && end === lastWord.end;
    return once([own, ...others(word, language, vocabularies, isLast, mistyped)]);
  });
  if (wanted.length > 0 || !lastWord) return wanted;
  // A small word alone (“th”) may become a large one.
  const become = completed(lastWord.word, language, vocabularies);
  return become.length === 0 ? [] : [once(become)];
}

function others(
  word: string,
  language: Language,
  vocabularies: readonly Vocabulary[],
  half: boolean,
  mistyped: boolean,
): WantedTerm[] {
  const cut = half || (mistyped && word.length >= SHORTEST_CUT);
  const all = cut ? completed(word, language, vocabularies) : [];
  if (!mistyped) return all;
  for (const vocabulary of vocabularies) {
    const found = near(vocabulary, word, mistakesIn(word.length), half);
    for (const most of [1, 2]) {
      const alike = found.filter(({ mistakes }) => mistakes === most).map((n) => n.word);
      for (const other of vocabulary.commonest(alike, MOST_CORRECTED))
        all.push({
          hash: wordTerm(vocabulary.word(other), language),
          quality: most === 1 ? CORRECTED : CORRECTED_TWICE,
        });
    }
  }
  return all;
}

function completed(word: string, language: Language, vocabularies: readonly Vocabulary[]): WantedTerm[] {
  const most = word.length < 2 ? MOST_FOR_ONE_LETTER : MOST_COMPLETED;
  return vocabularies.flatMap((vocabulary) =>
    vocabulary
      .startingWith(word, most)
      .map((other) => ({ hash: wordTerm(vocabulary.word(other), language), quality: COMPLETED })),
  );
}

/** Each term once, as well as it answers, best first. */
function once(terms: readonly WantedTerm[]): WantedTerm[] {
  const best = new Map<number, number>();
  for (const { hash, quality } of terms) if (quality > (best.get(hash) ?? 0)) best.set(hash, quality);
  return [...best].map(([hash, quality]) => ({ hash, quality })).sort((a, b) => b.quality - a.quality);
}
