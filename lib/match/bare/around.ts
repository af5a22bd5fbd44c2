/** What stands around a sentence: the terms that it may leave unsaid (“no such treaty exists”). */
import type { Passage } from '../find';
import type { Language } from '../language/tag';
import { termsOf } from '../score/sentence';
import { sentences } from '../sentences';

/** Sentences on either side; as in training (`score/text.ts`). */
const NEIGHBOURS = 2;

/** Terms of the sentences around sentence `i` of `texts`, the sentences of `passage`, and of the page's headline. */
export function aroundOf(
  passage: Passage,
  texts: readonly string[],
  i: number,
  language?: Language,
): Set<number> {
  const earlier = texts.slice(Math.max(0, i - NEIGHBOURS), i);
  const missing = NEIGHBOURS - earlier.length;
  const before =
    missing > 0 && passage.before
      ? sentences(passage.before)
          .slice(-missing)
          .map((s) => (passage.before as string).slice(s.start, s.end))
      : [];
  const headline = passage.headline ? [passage.headline] : [];
  return termsOf([...before, ...earlier, ...texts.slice(i + 1, i + 1 + NEIGHBOURS), ...headline], language);
}
