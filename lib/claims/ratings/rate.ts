/**
 * What a publisher's verdict means by our names: told by its words, from tables that people can read and check; where
 * no table knows the words, by its number, if that has its bounds. Never guessed: all else is `unrated`.
 */
import type { Rating } from '.';
import { HOSTS } from './hosts';
import { keyOf } from './key';
import { WORDS } from './words';
import type { Table } from './words/table';

export interface Numbers {
  readonly value: number | undefined;
  readonly best: number | undefined;
  readonly worst: number | undefined;
}

export interface Rated {
  readonly rating: Rating;
  /** Do the numbers say otherwise than the words, by half of the scale or more? */
  readonly contradicts: boolean;
  /** The number with its bounds in words, if it has them. */
  readonly scale?: string;
}

/** Where a rating stands between false (0) and true (1). The scale Google documents for ClaimReview: 1 False,
 * 2 Mostly false, 3 Half true, 4 Mostly true, 5 True
 * (https://developers.google.com/search/docs/appearance/structured-data/factcheck). */
const POSITIONS: ReadonlyMap<Rating, number> = new Map<Rating, number>([
  ['true', 1],
  ['mostly-true', 0.75],
  ['mixed', 0.5],
  ['mostly-false', 0.25],
  ['false', 0],
]);

/** “True?” asks, whatever signs come after; the semicolon is the Greek question mark. */
const ASKS = /[?؟;‽❓❔][^\p{L}\p{N}]*$/u;
/** “❌ True” may deny the word or underline it. */
const DENIES = /[❌✗✘✖≠].*[\p{L}\p{N}]/su;

/**
 * Rates `label`, by the words its publisher's `hosts` use in their own sense, then the words of its `language`, then
 * those that no two languages use in different senses. A question, and a word after a sign that denies, is `unrated`
 * whatever its numbers.
 */
export function rate(
  label: string,
  from: { language?: string | undefined; hosts?: readonly string[]; numbers?: Numbers } = {},
): Rated {
  const isClear = !ASKS.test(label.normalize('NFKC')) && !DENIES.test(label);
  const said = isClear ? lookUp(keyOf(label), from.language, from.hosts ?? []) : undefined;
  const position = positionOf(from.numbers);
  const byNumber = [...POSITIONS].find(([, at]) => at === position)?.[0];
  const saidAt = said === 'misleading' ? 0.25 : said && POSITIONS.get(said);
  return {
    rating: said ?? (isClear ? byNumber : undefined) ?? 'unrated',
    contradicts: saidAt !== undefined && position !== undefined && Math.abs(saidAt - position) >= 0.5,
    ...(position === undefined ? {} : { scale: inWords(from.numbers as Numbers) }),
  };
}

/** Where the value stands between worst (0) and best (1), if it has two bounds that differ and is between them. */
function positionOf({ value, best, worst }: Partial<Numbers> = {}): number | undefined {
  if (value === undefined || best === undefined || worst === undefined || best === worst) return undefined;
  const position = (value - worst) / (best - worst);
  return position >= 0 && position <= 1 ? position : undefined;
}

const inWords = ({ value, best, worst }: Numbers): string =>
  `${value} on a scale from ${worst} (worst) to ${best} (best)`;

/** Only a whole label is a verdict: what its beginning says, its end may take back (“True. Partly false”). */
function lookUp(key: string, language: string | undefined, hosts: readonly string[]): Rating | undefined {
  for (const host of hosts)
    for (const [name, table] of OWN)
      if (host === name || host.endsWith(`.${name}`)) {
        const own = table.get(key);
        if (own) return own;
      }
  return BY_LANGUAGE.get(language ?? '')?.get(key) ?? ANYWHERE.get(key);
}

/** Ratings of a table by key. @throws Error if a word stands in it with two ratings. */
export function tableOf(table: Table): Map<string, Rating> {
  const keys = new Map<string, Rating>();
  for (const [rating, words] of Object.entries(table) as [Rating, string][])
    for (const word of words.split(' | ')) {
      const key = keyOf(word);
      const before = keys.get(key);
      if (before !== undefined && before !== rating)
        throw new Error(`the rating “${word}” is both ${before} and ${rating}; keep one`);
      keys.set(key, rating);
    }
  return keys;
}

const BY_LANGUAGE = new Map(Object.entries(WORDS).map(([language, table]) => [language, tableOf(table)]));
const OWN = new Map(Object.entries(HOSTS).map(([host, table]) => [host, tableOf(table)]));

/** Words that mean different things in two languages: they count only where the language is known. */
export const DISPUTED: ReadonlySet<string> = new Set(
  [...BY_LANGUAGE.values()].flatMap((table) =>
    [...table]
      .filter(([key, rating]) => [...BY_LANGUAGE.values()].some((t) => (t.get(key) ?? rating) !== rating))
      .map(([key]) => key),
  ),
);

/**
 * Words of all languages but the disputed. Most records name no language, and many publishers write their verdicts in
 * another than their text; no word of these is a word of another sense in any language of the tables.
 */
const ANYWHERE = new Map(
  [...BY_LANGUAGE.values()].flatMap((table) => [...table]).filter(([key]) => !DISPUTED.has(key)),
);
