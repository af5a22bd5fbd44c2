/** A bare fact-check as feeds carry it: one sentence, a verdict in its publisher's own words, and where to read it. */
import * as v from 'valibot';
import { day, httpUrl, languageTag, line, VerdictSchema } from './check';
import { fnv1a } from './hash';

/** Longest claim, title and name taken over from a feed, in characters. */
export const LONGEST = { claim: 1_000, title: 500, name: 160, label: 300 } as const;

/**
 * One reviewed claim. `id` is made of what identifies it, so the same record read twice is the same review.
 * `language` is a BCP 47 tag as the record tells it.
 */
export const ReviewSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^r-[0-9a-z]{14}$/, 'must be r- and 14 characters of 0-9 and a-z')),
  claim: line(LONGEST.claim),
  /** The publisher's headline. */
  title: v.optional(line(LONGEST.title)),
  claimant: v.optional(line(LONGEST.name)),
  publisher: line(LONGEST.name),
  verdict: v.strictObject({ label: line(LONGEST.label), rating: VerdictSchema.entries.rating }),
  /** YYYY-MM-DD. */
  checkedOn: v.optional(day),
  url: v.optional(httpUrl),
  language: v.optional(languageTag),
});

export type Review = v.InferOutput<typeof ReviewSchema>;

/** Id of a review: `r-` and 64 bits of FNV-1a over its parts, in base 36. */
export function reviewId(...parts: readonly string[]): string {
  const text = parts.join('\n');
  const half = (start: number) => fnv1a(text, start).toString(36).padStart(7, '0');
  return `r-${half(0x811c9dc5)}${half(0x01234567)}`;
}
