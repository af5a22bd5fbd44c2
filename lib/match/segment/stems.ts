/**
 * English stems: Porter's algorithm (M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980) as kept
 * by @orama/stemmers, with one step of it put right.
 */
import { stemmer } from '@orama/stemmers/english';

/** Longer “words” are keys, hashes and noise: they stand for themselves. Also bounds the stemmer's regexps. */
const LONGEST = 32;

/**
 * The stem of a folded word; the word itself if it is not of small Latin letters only, or is very short or long.
 * About 5 µs: remember the answer.
 *
 * The package drops the `s` or `t` of `-sion`, `-tion` together with `ion` (step 4), so that `election` (`elec`)
 * and `elected` (`elect`) part; Porter keeps it.
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > LONGEST || !/^[a-z]+$/.test(word)) return word;
  const found = stemmer(word);
  const single = word.endsWith('s') ? word.slice(0, -1) : word;
  const cut = single.length - 4;
  return cut > 0 && found.length === cut && /[st]ion$/.test(single) && single.startsWith(found)
    ? found + single[cut]
    : found;
}
