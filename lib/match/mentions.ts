/** Mentions of countries in a sentence, as ranges of words. */
import { NO_PLACE, PLACES } from './places';
import type { Word } from './words';

export interface Mention {
  readonly code: string;
  /** Word indices, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Every country mention in `words`, longest name first, none overlapping, in order. */
export function mentions(words: readonly Word[]): Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < words.length; ) {
    const hit = PLACES.get(words[i]?.word as string)?.find((p) =>
      p.words.every((w, k) => words[i + k]?.word === w),
    );
    if (hit) {
      if (hit.code !== NO_PLACE) found.push({ code: hit.code, start: i, end: i + hit.words.length });
      i += hit.words.length;
    } else i++;
  }
  return found;
}
