/** Choosing among a feed's publishers: which are found by what was typed, and which are off. */
import type { PublisherCount } from '../../../lib/store/source';

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those with all words of `typed` in their name or host; accents and case don't matter. */
export function search(publishers: readonly PublisherCount[], typed: string): readonly PublisherCount[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return publishers;
  return publishers.filter(({ key, name }) => {
    const text = folded(`${name} ${key}`);
    return words.every((word) => text.includes(word));
  });
}

/** `off` with these keys switched. */
export function switched(off: readonly string[], keys: readonly string[], on: boolean): readonly string[] {
  const touched = new Set(keys);
  const others = off.filter((key) => !touched.has(key));
  return on ? others : [...others, ...touched];
}

/** Reviews by publishers that are not listed. */
export const unlisted = (publishers: readonly PublisherCount[], reviews: number): number =>
  Math.max(0, reviews - publishers.reduce((sum, p) => sum + p.reviews, 0));
