/**
 * Which claims of a segment hold which of the wanted words. Every posting of every wanted term is read once, a nanosecond
 * or two each, and noted at its claim; then one pass over the claims picks the best. No posting list is joined with another.
 */
import type { Language } from '../language/tag';
import { Cursor, END } from '../segment/cursor';
import { isOff } from '../segment/off';
import type { Segment } from '../segment/segment';
import type { Top } from '../segment/top';
import { EXACT, MOST_WORDS, type WantedWord } from './wanted';

/** What was typed, read in one language. */
export interface Asked {
  readonly language: Language;
  readonly words: readonly WantedWord[];
  /** Of each word, what it is worth: the rarer the more. */
  readonly worths: readonly number[];
}

/** Scratch, of the largest segment's size: which words each claim holds, and what they come to. */
let held = new Uint32Array(0);
let scores = new Float64Array(0);
const cursor = new Cursor();

/** Bits of `held`: the words below, above them the language (counted from 1). */
const LANGUAGE_SHIFT = MOST_WORDS;

/**
 * Offers `full` the claims of the segment that hold every word in some language of `asked`, and `partial` those whose words
 * are worth half of all or more; none that is off. Scores are shares of what all words as typed would come to.
 * Of terms that are not as typed, those are left out whose postings would make more than `most`. Answers how many were read.
 * @throws SegmentError if the segment's bytes are malformed.
 */
export function spread(
  segment: Segment,
  number: number,
  asked: readonly Asked[],
  full: Top,
  partial: Top,
  most: number,
): number {
  const { size, off } = segment;
  if (held.length < size) {
    held = new Uint32Array(size);
    scores = new Float64Array(size);
  }
  held.fill(0, 0, size);
  scores.fill(0, 0, size);
  let read = 0;
  asked.forEach(({ language, words, worths }, a) => {
    if (!segment.languages.has(language)) return;
    words.forEach((terms, w) => {
      for (const { hash, quality } of terms) {
        const term = segment.termOf(hash);
        if (term < 0) continue;
        const postings = segment.sections.frequencies[term] as number;
        if (quality < EXACT && read + postings > most) continue;
        read += postings;
        note(segment, term, (a + 1) << LANGUAGE_SHIFT, 1 << w, (worths[w] as number) * quality);
      }
    });
  });
  if (read === 0) return 0;
  const all = asked.map(({ words }) => 2 ** words.length - 1);
  const sums = asked.map(({ worths }) => worths.reduce((sum, worth) => sum + worth * EXACT, 0));
  const bits = (1 << LANGUAGE_SHIFT) - 1;
  for (let claim = 0; claim < size; claim++) {
    const holds = held[claim] as number;
    if (holds === 0 || (off && isOff(off, claim))) continue;
    const a = (holds >>> LANGUAGE_SHIFT) - 1;
    const share = (scores[claim] as number) / (sums[a] as number);
    if ((holds & bits) === all[a]) full.offer(share, number, claim);
    else if (share >= 0.5) partial.offer(share, number, claim);
  }
  return read;
}

/** Notes at each claim of a term that it holds the word, unless a better term of the word noted it before. */
function note(segment: Segment, term: number, language: number, bit: number, worth: number): void {
  cursor.open(segment.sections, term, 1);
  const { claims } = cursor;
  let claim = cursor.seek(0);
  for (;;) {
    for (let at = cursor.at; claim < END; claim = claims[++at] as number) {
      const holds = held[claim] as number;
      if ((holds & bit) !== 0) continue;
      held[claim] = holds | bit | language;
      scores[claim] = (scores[claim] as number) + worth;
    }
    if (!cursor.nextBlock()) return;
    claim = claims[0] as number;
  }
}
