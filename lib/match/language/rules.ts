/**
 * What is known of each language beyond its letters: words that carry no claim, words that deny, how words are
 * inflected, how numbers are written. All words and stems are folded (`fold.ts`); lists are folded when first needed.
 */
import { fold } from '../fold';
import { arabic } from './arabic';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { italian } from './italian';
import { portuguese } from './portuguese';
import { spanish } from './spanish';
import type { Language } from './tag';

/** A language as its file writes it down, in its own spelling. */
export interface Written {
  /** Words that are not searched for. A word in `denies` or `numbers` is not taken for one. */
  readonly stop: readonly string[];
  readonly denies: string;
  /** The stem of a folded word, folded or not. */
  readonly stem: (word: string) => string;
  /** `value:word word …` for numbers of one word. */
  readonly numbers: string;
  /** The same for what stands after a number and multiplies it. */
  readonly scales: string;
  /** The word that `%` stands for; not among `numbers`. */
  readonly percent: string;
  /** Nouns are written with a capital, so that capitals tell nothing of names. */
  readonly capitalNouns?: boolean;
  /** Words that lose their last vowel before another and lean on it: `l’élection`, `dell’Italia`. */
  readonly elides?: boolean;
  /** `3,8` is a decimal and `3.800` a large number. */
  readonly decimalComma?: boolean;
}

/** A language ready to be used, its words folded. */
export interface Rules {
  readonly stop: ReadonlySet<string>;
  readonly denies: ReadonlySet<string>;
  readonly stem: (word: string) => string;
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly percent: string;
  readonly capitalNouns: boolean;
  readonly elides: boolean;
  readonly decimalComma: boolean;
}

const WRITTEN: Readonly<Record<Language, Written>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  it: italian,
  ar: arabic,
  hi: hindi,
};

/** Languages that there are rules for. */
export const LANGUAGES: readonly Language[] = Object.keys(WRITTEN);

/** Any other language: every word counts and stands for itself; rare ones weigh more, which is most of it. */
const PLAIN: Written = { stop: [], denies: '', stem: (word) => word, numbers: '', scales: '', percent: '%' };
const plain = prepare(PLAIN);
const ready = new Map<Language, Rules>();

/** The rules of a language; plain ones if there are none. */
export function rulesOf(language: Language): Rules {
  const known = ready.get(language);
  if (known) return known;
  const written = Object.hasOwn(WRITTEN, language) ? WRITTEN[language] : undefined;
  if (!written) return plain;
  const rules = prepare(written);
  ready.set(language, rules);
  return rules;
}

/** Longer “words” are keys, hashes and noise: they stand for themselves. Also bounds what a stemmer does. */
const LONGEST = 40;

function prepare(written: Written): Rules {
  const { stem } = written;
  return {
    stop: new Set(foldAll(written.stop.join(' '))),
    denies: new Set(foldAll(written.denies)),
    stem: (word) => {
      if (word.length < 3 || word.length > LONGEST) return word;
      const found = stem(word);
      return found === word ? word : (foldAll(found)[0] ?? word);
    },
    numbers: valued(written.numbers),
    scales: valued(written.scales),
    percent: foldAll(written.percent)[0] ?? written.percent,
    capitalNouns: written.capitalNouns ?? false,
    elides: written.elides ?? false,
    decimalComma: written.decimalComma ?? false,
  };
}

function foldAll(text: string): string[] {
  const words: string[] = [];
  fold(text, words);
  return words;
}

function valued(text: string): Map<string, number> {
  const values = new Map<string, number>();
  for (const [, value, words] of text.matchAll(/([\de.]+):([^:]*?)(?=\s+[\de.]+:|\s*$)/gu))
    for (const word of foldAll(words as string)) values.set(word, Number(value));
  return values;
}
