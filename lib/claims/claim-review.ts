/**
 * schema.org ClaimReview (https://schema.org/ClaimReview), read leniently: publishers write one thing or a list,
 * strings for numbers, entities in text. What cannot be told for certain is left out, never guessed.
 */
import * as v from 'valibot';
import { httpUrl, type Parsed, parseWith } from './check';
import { LONGEST, type Review, ReviewSchema, reviewId } from './review';
import { plainText } from './text';

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The first of one or many. */
const one = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const row = (value: unknown): Row => {
  const first = one(value);
  return isRow(first) ? first : {};
};

/** Text of a field, of at most `longest` characters, with “…” where it was cut; '' for anything else. */
function text(value: unknown, longest: number): string {
  const first = one(value);
  if (typeof first !== 'string' && typeof first !== 'number') return '';
  const whole = String(first);
  // Tags and entities go, so more is looked at than is kept; a tag that this cuts in two would stay as text.
  const looked = whole.slice(0, 4 * longest);
  if (looked.length === whole.length) return shortened(plainText(whole), longest);
  return shortened(plainText(looked.replace(/<\/?[a-z][^<>]{0,500}$/i, '')), longest, true);
}

/**
 * `text` in at most `longest` characters. If that is less, or `more` followed it, it ends with a word and “…”, so that
 * nobody takes the beginning of a verdict for all of it. A word of half the length is cut, but never a character.
 */
function shortened(text: string, longest: number, more = false): string {
  if (text.length <= longest && !more) return text;
  const space = text.slice(0, longest).lastIndexOf(' ');
  const end = 2 * space > Math.min(longest, text.length) ? space : longest - 1;
  const kept = text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

/** Is this record said to be of `type`? A record without a type is told by its fields. */
export function isClaimReview(record: unknown): boolean {
  if (!isRow(record)) return false;
  const types = [record['@type']].flat();
  return types.length === 0 || types[0] === undefined
    ? typeof record.claimReviewed === 'string'
    : types.some((t) => typeof t === 'string' && /(^|[/:#])ClaimReview$/.test(t));
}

/** One record of a feed as a review, or everything that is wrong with it. */
export function readClaimReview(record: unknown): Parsed<Review> {
  if (!isRow(record)) return refused('', 'is not an object; a feed holds ClaimReview records');
  if (!isClaimReview(record)) return refused('/@type', 'is not a ClaimReview; only those are read');
  const item = row(record.itemReviewed);
  const claim = text(record.claimReviewed, LONGEST.claim) || text(item.name, LONGEST.claim);
  if (claim === '') return refused('/claimReviewed', 'is missing or empty; say what was claimed');
  const rating = row(record.reviewRating);
  const label =
    text(rating.alternateName, LONGEST.label) ||
    text(rating.name, LONGEST.label) ||
    text(record.reviewRating, LONGEST.label);
  if (label === '')
    return refused('/reviewRating/alternateName', 'is missing or empty; say the verdict in words');
  const by = row(record.author);
  const url = address(record.url) ?? address(record.mainEntityOfPage);
  const publisher =
    text(by.name, LONGEST.name) ||
    text(record.author, LONGEST.name) ||
    text(row(record.publisher).name, LONGEST.name) ||
    hostName(address(by.url) ?? url);
  if (publisher === '') return refused('/author/name', 'is missing, and no address tells who published this');
  const title = text(record.headline, LONGEST.title) || text(record.name, LONGEST.title);
  const claimant = text(row(item.author).name, LONGEST.name) || text(row(record.creator).name, LONGEST.name);
  const language = tag(record.inLanguage);
  const checkedOn = day(record.datePublished) ?? day(record.dateModified);
  return parseWith(ReviewSchema, {
    id: reviewId(url ?? publisher, claim),
    claim,
    ...(title === '' || title === claim ? {} : { title }),
    ...(claimant === '' ? {} : { claimant }),
    publisher,
    verdict: { label, rating: 'unrated' },
    ...(checkedOn === undefined ? {} : { checkedOn }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  });
}

const refused = (pointer: string, message: string): Parsed<Review> => ({
  ok: false,
  problems: [{ pointer, message }],
});

/** An address that may become a link. */
function address(value: unknown): string | undefined {
  const first = one(value);
  const found = v.safeParse(httpUrl, typeof first === 'string' ? first.trim() : row(first)['@id']);
  return found.success ? found.output : undefined;
}

/** `news.example.org` of an address, without `www.`; '' if there is none. */
const hostName = (url: string | undefined): string =>
  /^https?:\/\/(?:www\.)?([^/?#:@]{1,160})/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';

function tag(value: unknown): string | undefined {
  const first = one(value);
  const name = typeof first === 'string' ? first : row(first).alternateName;
  const found = typeof name === 'string' ? /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]*)?$/.exec(name.trim()) : null;
  return found?.[1]?.toLowerCase();
}

/** The day of a date as feeds write it (`2020-10-07 20:05`, `2017-03-01T20:30:17Z`), if there is such a day. */
function day(value: unknown): string | undefined {
  const first = one(value);
  const found = typeof first === 'string' ? /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(first)?.[1] : undefined;
  if (found === undefined) return undefined;
  const time = Date.parse(found);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(found) ? found : undefined;
}
