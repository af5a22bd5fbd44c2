/**
 * Words of a vocabulary that a mistyped word may have been meant to be: a letter wrong, missing, too many, or two of
 * them swapped (optimal string alignment). The words are walked in order; what neighbours begin with alike is computed
 * once, and where a beginning is too far off all words that have it are skipped.
 */
import type { Vocabulary } from './vocabulary';
import type { Work } from './work';

/** Longer words are not looked for. */
const LONGEST = 40;

/** How many typing mistakes a word of this many letters is forgiven. */
export const mistakesIn = (length: number): number => (length < 4 ? 0 : length < 9 ? 1 : 2);

export interface Near {
  readonly word: number;
  readonly mistakes: number;
}

/**
 * Words within `most` mistakes of `typed`, in order, `typed` itself left out; with `half`, also words that only begin
 * like that. What it took is told to `work`.
 */
export function near(
  vocabulary: Vocabulary,
  typed: string,
  most: number,
  half: boolean,
  work?: Work,
): Near[] {
  const wide = typed.length;
  if (most === 0 || wide > LONGEST) return [];
  const letters = Array.from({ length: wide }, (_, i) => typed.charCodeAt(i));
  /** Row `d`: mistakes between the first `d` letters of the current word and each beginning of `typed`. */
  const rows = Array.from({ length: wide + most + 1 }, () => new Uint8Array(wide + 1));
  rows[0]?.forEach((_, i, row) => {
    row[i] = i;
  });
  /** Least of the rows' last cells up to each depth: mistakes of the best beginning. */
  const best = new Uint8Array(wide + most + 1).fill(wide);
  const found: Near[] = [];
  const { units, starts } = vocabulary;
  const path = new Uint16Array(wide + most + 1);
  let ready = 0;
  let compared = 0;
  for (let i = 0; i < vocabulary.size; ) {
    const from = starts[i] as number;
    const length = vocabulary.lengthOf(i);
    const deep = Math.min(length, wide + most);
    let depth = 0;
    while (depth < ready && depth < deep && path[depth] === units[from + depth]) depth++;
    let alive = true;
    for (; depth < deep && alive; depth++) {
      const letter = units[from + depth] as number;
      path[depth] = letter;
      compared++;
      const least = fill(rows, depth + 1, letter, path[depth - 1], letters);
      best[depth + 1] = Math.min(best[depth] as number, rows[depth + 1]?.[wide] as number);
      alive = least <= most || (half && (best[depth + 1] as number) <= most);
    }
    ready = depth;
    const whole = length <= wide + most ? (rows[length]?.[wide] as number) : most + 1;
    const mistakes = half ? Math.min(whole, best[depth] as number) : whole;
    if (alive && mistakes <= most && mistakes > 0) found.push({ word: i, mistakes });
    i = alive ? i + 1 : after(vocabulary, i, depth);
  }
  work?.walked(compared);
  return found;
}

/** Fills row `d`, which ends with `letter` after `before`; answers with its least cell. */
function fill(
  rows: readonly Uint8Array[],
  d: number,
  letter: number,
  before: number | undefined,
  letters: readonly number[],
): number {
  const row = rows[d] as Uint8Array;
  const last = rows[d - 1] as Uint8Array;
  const twoAgo = rows[d - 2];
  let least = d;
  row[0] = d;
  for (let j = 1; j < row.length; j++) {
    const same = letters[j - 1] === letter;
    let cell = Math.min(
      (last[j - 1] as number) + (same ? 0 : 1),
      (last[j] as number) + 1,
      (row[j - 1] as number) + 1,
    );
    if (twoAgo && j > 1 && letters[j - 2] === letter && letters[j - 1] === before)
      cell = Math.min(cell, (twoAgo[j - 2] as number) + 1);
    row[j] = cell;
    least = Math.min(least, cell);
  }
  return least;
}

/** First word after those that share the first `depth` letters of word `i`. */
function after(vocabulary: Vocabulary, i: number, depth: number): number {
  return vocabulary.lower(vocabulary.word(i).slice(0, depth), true, i);
}
