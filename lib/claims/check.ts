/**
 * The nouns of a fact-check and the schema every check file must pass.
 * A check is data only: plain text with `[n]` citations, never HTML, never code.
 */
import * as v from 'valibot';
import { RATINGS } from './ratings';
import { seenLine, seenProse } from './text';

/** Longest text (characters) accepted in one paragraph field; a hostile file can't make us hold more. */
export const MAX_TEXT = 8_000;

export const line = (max: number) =>
  v.pipe(v.string(), v.transform(seenLine), v.trim(), v.minLength(1), v.maxLength(max));
const prose = v.pipe(v.string(), v.transform(seenProse), v.trim(), v.minLength(1), v.maxLength(MAX_TEXT));
export const slug = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
);
/** `Date.parse` alone takes 30 February for 2 March. */
const isRealDate = (s: string) => {
  const time = Date.parse(s);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(s);
};
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD'),
  v.check(isRealDate, 'must be a real date'),
);
const partialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check(isRealDate, 'must be a real date'),
);

/** RFC 5646 (4.4.1) asks for room for 35 characters; no language needs more. */
export const languageTag = v.pipe(
  v.string(),
  v.maxLength(35),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag'),
);

// It is wherever this runs; only its type is the DOM's, which is not known here.
declare const URL: new (address: string) => unknown;

/** Not `URL.canParse`: Node's (20.20), once compiled, takes letters such as “ü” for broken bytes and says no. */
const isWhole = (address: string): boolean => {
  try {
    new URL(address);
    return true;
  } catch {
    return false;
  }
};

/**
 * Only `http:` and `https:` addresses ever become links. A user name before the host (`https://news.example@evil.example`)
 * makes one look like another's, so none may have it; browsers take `\` for `/`, so neither stands before the path.
 */
export const httpUrl = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.check(isWhole, 'must be a full address'),
  v.regex(
    /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i,
    'must start with http:// or https:// and its host, without a user name, and hold no spaces',
  ),
);

/** What a publisher concluded: its own words, and a normalised rating used only for grouping, icon and tone. */
export const VerdictSchema = v.strictObject({ label: line(40), rating: v.picklist(RATINGS) });

/** A verdict that a check has given up: what it was, on which day it was changed, and why. Oldest first. */
export const ChangeSchema = v.strictObject({ on: day, was: VerdictSchema, why: line(400) });

/** One entry of the source list; `[n]` in the text is its position, counted from 1. */
export const SourceSchema = v.strictObject({
  title: line(300),
  publisher: line(160),
  kind: v.picklist(['primary', 'secondary']),
  date: v.optional(partialDate),
  identifier: v.optional(line(160)),
  url: v.optional(httpUrl),
});

/**
 * A sentence people say and the check examines.
 * `parties` are ISO 3166-1 alpha-2 codes of the countries it is about; all of them must be named in the
 * sentence or carried by the text before it. `says` are ways of saying it and `unless` near misses that
 * void a match, both in the pattern language of `lib/match/pattern.ts`. `negated`: the claim is that something is not so
 * ("they pay no taxes"), so that one negation in a sentence is the claim's own, and denies nothing.
 */
export const ClaimSchema = v.strictObject({
  id: slug,
  text: line(300),
  parties: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(4)), []),
  says: v.pipe(v.array(line(1_200)), v.minLength(1), v.maxLength(400)),
  unless: v.optional(v.pipe(v.array(line(1_200)), v.maxLength(100)), []),
  /** Ways that only point back at the claim ("no such treaty exists"); they need `subject` in the text before. */
  echoes: v.optional(v.pipe(v.array(line(1_200)), v.maxLength(60)), []),
  subject: v.optional(v.pipe(v.array(line(1_200)), v.maxLength(20)), []),
  negated: v.optional(v.boolean()),
});

/** A fact-check, as one readable JSON file. `checkedOn` is the day up to which the record was checked. */
export const CheckSchema = v.strictObject({
  format: v.literal(1),
  id: slug,
  topic: slug,
  language: languageTag,
  question: line(160),
  answer: line(220),
  verdict: VerdictSchema,
  checkedOn: day,
  /** Where its publisher has it on the web. */
  url: v.optional(httpUrl),
  claims: v.pipe(v.array(ClaimSchema), v.minLength(1), v.maxLength(40)),
  summary: prose,
  sections: v.pipe(
    v.array(v.strictObject({ title: line(160), text: prose })),
    v.minLength(1),
    v.maxLength(12),
  ),
  bottomLine: prose,
  sources: v.pipe(v.array(SourceSchema), v.minLength(1), v.maxLength(60)),
  followUps: v.pipe(
    v.array(v.strictObject({ question: line(160), check: v.optional(slug) })),
    v.maxLength(10),
  ),
  /** Its change log. */
  changes: v.optional(v.pipe(v.array(ChangeSchema), v.maxLength(20))),
});

export type FactCheck = v.InferOutput<typeof CheckSchema>;
export type Claim = v.InferOutput<typeof ClaimSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
export type Verdict = v.InferOutput<typeof VerdictSchema>;

/** One thing wrong with an input: where (a JSON pointer, RFC 6901) and what to do about it. */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
}

/** A parsed value, or the list of everything wrong with the input; never throws. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: Problem[] };

/** Parses untrusted `input` with any schema of this room. */
export function parseWith<S extends v.GenericSchema>(schema: S, input: unknown): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  return {
    ok: false,
    problems: result.issues.map((i) => ({ pointer: pointerOf(i.path), message: i.message })),
  };
}

/** Parses one check file. */
export const parseCheck = (input: unknown): Parsed<FactCheck> => parseWith(CheckSchema, input);

function pointerOf(path: readonly { key: unknown }[] | undefined): string {
  return (path ?? []).map((p) => `/${String(p.key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
