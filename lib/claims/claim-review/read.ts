/**
 * schema.org ClaimReview (https://schema.org/ClaimReview), read leniently: publishers write one thing or a list, strings
 * for numbers, entities in text. What cannot be told for certain is left out, never guessed, and all that is changed is
 * noted.
 */
import { say } from '../../words';
import { parseWith } from '../check';
import type { Outcome, Reason } from '../feed/outcome';
import { LONGEST, ReviewSchema, reviewId } from '../review';
import { address, hostName } from './address';
import { day } from './day';
import { many, Notes, row, rows, text, written } from './fields';
import { languageOf, markedLanguage } from './language';
import { names, publisherOf } from './publisher';
import { isClaimReview, isRow, type Row, typesOf } from './type';
import { verdictOf } from './verdict';

/** Longest licence taken over, in characters. */
const LONGEST_LICENCE = 200;

/**
 * The record at `where` of a feed as a review, or why it is none. `base`: the address relative addresses are resolved
 * against. Never throws.
 */
export function readRecord(record: unknown, where: string, base?: string): Outcome {
  const refused = (reason: Reason, pointer: string, message: string): Outcome => ({
    kind: 'refused',
    where: where + pointer,
    reason,
    message,
  });
  if (!isRow(record)) return refused('not-an-object', '', say('store_record_object'));
  if (!isClaimReview(record)) {
    const types = typesOf(record);
    if (types.includes('MediaReview')) return refused('media-review', '/@type', say('store_record_media'));
    const message =
      types.length === 0
        ? say('store_record_untyped')
        : say('store_record_type', types.join(', ').slice(0, 60));
    return refused('not-a-claim-review', '/@type', message);
  }
  const notes = new Notes();
  const claim = claimOf(record, notes);
  if (claim === '') return refused('no-claim', '/claimReviewed', say('store_record_claim'));
  const url =
    address(record.url, '/url', notes, base) ?? address(page(record), '/mainEntityOfPage', notes, base);
  const author = address(row(record.author).url, '/author/url', new Notes(), base);
  const language =
    languageOf(record.inLanguage, '/inLanguage', notes) ??
    languageOf(markedLanguage(record.claimReviewed), '/claimReviewed/@language', notes);
  const verdict = verdictOf(record, language, [hostName(url), hostName(author)], notes);
  if (verdict === undefined)
    return refused('no-verdict', '/reviewRating/alternateName', say('store_record_verdict'));
  const publisher = publisherOf(record, notes) || hostName(author ?? url);
  if (publisher === '') return refused('no-publisher', '/author/name', say('store_record_publisher'));
  const title =
    text(record.headline, LONGEST.title, '/headline', notes) ||
    text(record.name, LONGEST.title, '/name', notes);
  const claimant = claimantOf(record, notes);
  const checkedOn =
    day(record.datePublished, '/datePublished', notes) ?? day(record.dateModified, '/dateModified', notes);
  const read = parseWith(ReviewSchema, {
    id: reviewId(url ?? publisher, claim),
    claim,
    ...(title === '' || title === claim ? {} : { title }),
    ...(claimant === '' ? {} : { claimant }),
    publisher,
    verdict,
    ...(checkedOn === undefined ? {} : { checkedOn }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  });
  if (!read.ok) {
    const problem = read.problems[0];
    return refused('not-valid', problem?.pointer ?? '', problem?.message ?? say('store_record_invalid'));
  }
  const licence = licenceOf(record);
  const taken = { kind: 'taken', where, review: read.value, changes: notes.all } as const;
  return licence === '' ? taken : { ...taken, licence };
}

/** What was claimed. The name of a work in which it was said is not it. */
function claimOf(record: Row, notes: Notes): string {
  const said = text(record.claimReviewed, LONGEST.claim, '/claimReviewed', notes);
  if (said !== '') return said;
  const item = rows(record.itemReviewed).find((r) => typesOf(r).every((t) => t === 'Claim'));
  return (
    text(item?.text, LONGEST.claim, '/itemReviewed/text', notes) ||
    text(item?.name, LONGEST.claim, '/itemReviewed/name', notes)
  );
}

/** Who said it, in `Claim` or, as older records have it, `CreativeWork`. */
function claimantOf(record: Row, notes: Notes): string {
  for (const item of rows(record.itemReviewed)) {
    const said = names(item.author, '/itemReviewed/author', notes);
    if (said !== '') return said;
  }
  return names(record.creator, '/creator', notes);
}

/** Addresses of the page this is the review on. */
const page = (record: Row): unknown =>
  many(record.mainEntityOfPage).filter((p) => !isRow(p) || !('@value' in p));

function licenceOf(record: Row): string {
  const said = many(record.sdLicense ?? record.license)[0];
  return written(isRow(said) ? (said.url ?? said['@id'] ?? said.name) : said).slice(0, LONGEST_LICENCE);
}
