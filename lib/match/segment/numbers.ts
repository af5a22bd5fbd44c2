/** Numbers as people write them, read as values: `$3.8 billion`, `3.8bn`, `3,800 million` are all 3.8e9. */

/** What multiplies the number before it, in English. */
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
};

/** Numbers of one English word. `one` is a pronoun more often than not. */
export const SPELLED: ReadonlyMap<string, number> = new Map([
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 2] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, 10 * (i + 2)] as const),
]);

const FIGURES = /^(\d{1,15}(?:\.\d{1,9})?)(k|m|mn|mln|b|bn|bln|tn|st|nd|rd|th)?$/;

/** Longest figures read, with their ending. */
const LONGEST = 32;

/** A number that starts at one word of a sentence. */
export interface ReadNumber {
  readonly value: number;
  /** Words it takes up: 2 for `3.8 billion`. */
  readonly width: 1 | 2;
  /** Four figures between 1500 and 2100 with nothing else: most likely a year. */
  readonly year: boolean;
}

/** Is the folded word a number in figures, with or without a scale or an ordinal ending attached? */
export const isFigures = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57 && word.length <= LONGEST && FIGURES.test(word);
};

/** How a language writes numbers: words of one number each, and what multiplies the number before it. */
export interface NumberWords {
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
}

/** Reads `word`, which `isFigures` or is one of the language's numbers, with the word after it. */
export function readNumber(
  word: string,
  next: string | undefined,
  { numbers, scales }: NumberWords,
): ReadNumber {
  const figures = FIGURES.exec(word);
  const base = figures ? Number(figures[1]) : (numbers.get(word) ?? Number.NaN);
  const suffix = figures?.[2];
  if (suffix !== undefined) return { value: round(base * (SCALES[suffix] ?? 1)), width: 1, year: false };
  const scale = next !== undefined && next.length > 1 ? scales.get(next) : undefined;
  if (scale !== undefined) return { value: round(base * scale), width: 2, year: false };
  const year = /^\d{4}$/.test(word) && base >= 1500 && base <= 2100;
  return { value: base, width: 1, year };
}

/** 3.8 × 1e9 must be one value however it was written: 12 significant figures. */
const round = (value: number) => Number(value.toPrecision(12));
