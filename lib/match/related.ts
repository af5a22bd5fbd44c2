/** Which of many short texts are about the same thing as one of them: by the words they share, rare ones first. */
import { fold } from './fold';
import { stem } from './segment/stems';
import { NEGATIONS, STOP } from './segment/stop';

/** Stems met so far; a stem costs more than looking it up. */
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** The words of `text` that say what it is about, as stems. */
export function aboutWords(text: string): ReadonlySet<string> {
  const words: string[] = [];
  fold(text, words);
  const kept = new Set<string>();
  for (const word of words) {
    if (STOP.has(word) || NEGATIONS.has(word)) continue;
    const known = stems.get(word) ?? stem(word);
    if (stems.size < MOST_STEMS) stems.set(word, known);
    kept.add(known);
  }
  return kept;
}

/**
 * The places in `all` of those that are nearest to `own`, best first, at most `most`; equally near ones in their order.
 * One that shares no word with it is not near. All are words as `aboutWords` gives them.
 */
export function nearest(
  own: ReadonlySet<string>,
  all: readonly ReadonlySet<string>[],
  most: number,
): readonly number[] {
  const holders = new Map<string, number>();
  for (const words of all) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  // A word that all have weighs little, but more than none: there may be only one other.
  const weight = (word: string) => Math.log(1 + all.length / (holders.get(word) ?? 1));
  const length = (words: ReadonlySet<string>) => {
    let sum = 0;
    for (const word of words) sum += weight(word) ** 2;
    return Math.sqrt(sum) || 1;
  };
  return all
    .map((words, place) => {
      let shared = 0;
      for (const word of own) if (words.has(word)) shared += weight(word) ** 2;
      return { place, near: shared / length(words) };
    })
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near || a.place - b.place)
    .slice(0, most)
    .map(({ place }) => place);
}
