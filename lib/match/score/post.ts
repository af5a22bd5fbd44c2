/**
 * What people post, made ready to be matched: links and the signature go, `#BreakingNews` and `@BernieSanders` become
 * words, and the date is read. Text that is no post comes back as it was, but for its links.
 */

export interface Post {
  /** What is said. */
  readonly body: string;
  /** Who says it, as far as a signature `— Name (@handle) Date` tells; else empty. */
  readonly author: string;
  /** Day it was said, counted from 1970-01-01 (UTC). */
  readonly day: number | undefined;
}

const SIGNATURE =
  /[\u2014\u2013-]\s*([^\u2014()\n]{0,60}?)\s*\(@(\w{1,30})\)\s*(\p{L}+ \d{1,2}, \d{4})?\s*$/u;
/** Characters at the end of a text in which a signature is looked for. */
const LONGEST_SIGNATURE = 160;
const LINKS = /https?:\/\/[^\s\u2014]+|pic\.twitter\.com\/\w+/g;

/** Reads a post. Time is linear in the text. */
export function readPost(text: string): Post {
  const from = Math.max(0, text.length - LONGEST_SIGNATURE);
  const signed = SIGNATURE.exec(text.slice(from));
  const said = signed ? text.slice(0, from + signed.index) : text;
  const body = said
    .replaceAll('&amp;', '&')
    .replace(LINKS, ' ')
    .replace(/[@#](\w{1,100})/g, (_, tag: string) => ` ${splitTag(tag)} `)
    .replace(/[ \t]+/g, ' ')
    .trim();
  const author = signed ? `${signed[1] ?? ''} ${splitTag(signed[2] ?? '')}`.trim() : '';
  return { body, author, day: signed?.[3] === undefined ? undefined : readDay(signed[3]) };
}

/** The words of a hashtag or handle: `BreakingNews2016` is `Breaking News 2016`. */
export const splitTag = (tag: string): string =>
  tag
    .replaceAll('_', ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2');

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01 (UTC) of a date as feeds and posts write it: `2016-02-25…`, `25 February 2016`,
 * `February 25, 2016`. Undefined if it is none of these or no such day exists.
 */
export function readDay(text: string): number | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const m = /^\s*(?:(\d{1,2}) (\p{L}{3,12})|(\p{L}{3,12}) (\d{1,2}),) (\d{4})\s*$/u.exec(text);
  if (!m) return undefined;
  const month = MONTHS.indexOf((m[2] ?? m[3] ?? '').slice(0, 3).toLowerCase());
  return month < 0 ? undefined : day(Number(m[5]), month, Number(m[1] ?? m[4]));
}

function day(year: number, month: number, date: number): number | undefined {
  const at = new Date(Date.UTC(year, month, date));
  return at.getUTCMonth() === month && at.getUTCDate() === date ? at.getTime() / DAY_MS : undefined;
}
