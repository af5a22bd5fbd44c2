/** A pack's own description: who publishes these checks, under which terms, and in which topics. */
import * as v from 'valibot';
import { httpUrl, type Parsed, parseWith } from './check';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const slug = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const PackSchema = v.strictObject({
  format: v.literal(1),
  id: slug,
  title: line(120),
  language: line(20),
  licence: line(80),
  publisher: v.strictObject({
    name: line(80),
    url: v.optional(httpUrl),
    corrections: v.optional(line(200)),
    /** Said on every check: that it can be wrong, and what a reader should do about it. */
    disclaimer: line(300),
  }),
  topics: v.pipe(
    v.array(v.strictObject({ id: slug, title: line(60), description: line(200) })),
    v.minLength(1),
  ),
  /** Word sets that ways of saying refer to as `<name>`; see `lib/match/pattern.ts`. */
  sets: v.optional(v.record(slug, v.pipe(v.array(line(1_200)), v.minLength(1), v.maxLength(300))), {}),
});

export type Pack = v.InferOutput<typeof PackSchema>;
export type Publisher = Pack['publisher'];
export type Topic = Pack['topics'][number];

/** Parses one `pack.json`. */
export const parsePack = (input: unknown): Parsed<Pack> => parseWith(PackSchema, input);
