/**
 * A check or a bare review as schema.org ClaimReview (https://schema.org/ClaimReview), for whoever wants to embed or
 * exchange it. Nothing is made up: an address or a number stands there only where its publisher gave one.
 */
import type { FactCheck, Verdict } from '../check';
import type { Publisher } from '../pack';
import type { Rating } from '../ratings';
import type { Review } from '../review';

/** A record of schema.org, as it is written. */
export type WrittenRecord = Readonly<Record<string, unknown>>;

/** The scale that Google documents for ClaimReview; a rating that is not on it gets no number. */
const NUMBERS: Partial<Readonly<Record<Rating, number>>> = {
  true: 5,
  'mostly-true': 4,
  mixed: 3,
  'mostly-false': 2,
  false: 1,
};

/** One record for each claim that the check examines, in its order. All share its verdict and address. */
export function claimReviewsOf(
  check: FactCheck,
  { name, url }: Pick<Publisher, 'name' | 'url'>,
): readonly WrittenRecord[] {
  return check.claims.map(({ text }) =>
    recordOf({
      claim: text,
      headline: check.question,
      url: check.url,
      checkedOn: check.checkedOn,
      language: check.language,
      author: { '@type': 'Organization', name, ...(url === undefined ? {} : { url }) },
      // The publisher of a check chose its rating from our names itself.
      rating: { ...ratingOf(check.verdict), ...numbersOf(check.verdict.rating) },
      claimant: undefined,
    }),
  );
}

/** A bare review as it came: its verdict in words alone, since the name we gave it is only our reading of them. */
export const claimReviewOf = (review: Review): WrittenRecord =>
  recordOf({
    claim: review.claim,
    headline: review.title,
    url: review.url,
    checkedOn: review.checkedOn,
    language: review.language,
    author: { '@type': 'Organization', name: review.publisher },
    rating: ratingOf(review.verdict),
    claimant: review.claimant,
  });

/**
 * The text of one record or a list of them. It can stand in a `<script type="application/ld+json">` as it is: no `<`
 * is left in it that could end the element.
 */
export const jsonLd = (records: readonly WrittenRecord[]): string =>
  JSON.stringify(records.length === 1 ? records[0] : records, null, 2).replaceAll('<', '\\u003c');

interface Parts {
  readonly claim: string;
  readonly headline: string | undefined;
  readonly url: string | undefined;
  readonly checkedOn: string | undefined;
  readonly language: string | undefined;
  readonly author: WrittenRecord;
  readonly rating: WrittenRecord;
  readonly claimant: string | undefined;
}

function recordOf({ claim, headline, url, checkedOn, language, author, rating, claimant }: Parts) {
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...(url === undefined ? {} : { url }),
    claimReviewed: claim,
    ...(headline === undefined ? {} : { headline }),
    ...(checkedOn === undefined ? {} : { datePublished: checkedOn }),
    ...(language === undefined ? {} : { inLanguage: language }),
    author,
    // Whether a person or an organisation said it, nobody told us.
    itemReviewed: { '@type': 'Claim', ...(claimant === undefined ? {} : { author: { name: claimant } }) },
    reviewRating: rating,
  };
}

const ratingOf = ({ label }: Verdict): WrittenRecord => ({ '@type': 'Rating', alternateName: label });

const numbersOf = (rating: Rating): WrittenRecord =>
  NUMBERS[rating] === undefined ? {} : { ratingValue: NUMBERS[rating], bestRating: 5, worstRating: 1 };
