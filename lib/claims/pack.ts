/** A pack's own description: who publishes these checks, under which terms, and in which topics. */
import * as v from 'valibot';
import { httpUrl, line, type Parsed, parseWith, slug } from './check';

const PublisherSchema = v.strictObject({
  name: line(80),
  url: v.optional(httpUrl),
  /** Where to write about a mistake: an address or a few words. */
  corrections: v.optional(line(200)),
  /** Where a reader who wants to can support the publisher. */
  support: v.optional(httpUrl),
  /** Said on every check: that it can be wrong, and what a reader should do about it. */
  disclaimer: line(300),
});

/** Word sets that ways of saying refer to as `<name>`; see `lib/match/pattern.ts`. */
export const SetsSchema = v.record(slug, v.pipe(v.array(line(1_200)), v.minLength(1), v.maxLength(300)));

/** What a pack says of itself, in its folder and when it is published. */
export const packEntries = {
  format: v.literal(1),
  id: slug,
  title: line(120),
  language: line(20),
  licence: line(80),
  publisher: PublisherSchema,
  /** Topics of its checks; a pack of bare reviews alone has none. */
  topics: v.pipe(
    v.array(v.strictObject({ id: slug, title: line(60), description: line(200) })),
    v.maxLength(200),
  ),
} as const;

export const PackSchema = v.strictObject({ ...packEntries, sets: v.optional(SetsSchema, {}) });

export type Pack = v.InferOutput<typeof PackSchema>;
export type Publisher = Pack['publisher'];
export type Topic = Pack['topics'][number];

/** Parses one `pack.json`. */
export const parsePack = (input: unknown): Parsed<Pack> => parseWith(PackSchema, input);
