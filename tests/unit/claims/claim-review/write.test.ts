/** What is written as ClaimReview is read back by our own reader as what it was. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FactCheck, parseCheck, RATINGS, type Review, reviewId } from '../../../../lib/claims';
import { readRecord } from '../../../../lib/claims/claim-review/read';
import { claimReviewOf, claimReviewsOf, jsonLd } from '../../../../lib/claims/claim-review/write';
import { parsedCheck } from '../../../support/library';

const STARTER = resolve(import.meta.dirname, '../../../../public/starter/alliances');
const starter: FactCheck[] = readdirSync(STARTER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const parsed = parseCheck(JSON.parse(readFileSync(resolve(STARTER, file), 'utf8')));
    if (!parsed.ok) throw new Error(file);
    return parsed.value;
  });
const DESK = { name: 'Bridge Desk', url: 'https://desk.example/' };

const back = (record: unknown): Review => {
  const outcome = readRecord(JSON.parse(JSON.stringify(record)), '');
  if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
  expect(outcome.changes).toEqual([]);
  return outcome.review;
};

/** Ratings on the scale that has numbers; the reader tells others by their words alone. */
const NUMBERED = ['true', 'mostly-true', 'mixed', 'mostly-false', 'false'];

describe('a check', () => {
  it.each(starter.map((check) => [check.id, check] as const))('%s: each claim comes back', (_, check) => {
    const records = claimReviewsOf(check, DESK);
    expect(records).toHaveLength(check.claims.length);
    for (const [i, record] of records.entries()) {
      const { verdict, ...review } = back(record);
      expect(review).toEqual({
        id: reviewId(DESK.name, check.claims[i]?.text ?? ''),
        claim: check.claims[i]?.text,
        title: check.question,
        publisher: DESK.name,
        checkedOn: check.checkedOn,
        language: check.language,
      });
      expect(verdict.label).toBe(check.verdict.label);
      if (NUMBERED.includes(check.verdict.rating)) expect(verdict.rating).toBe(check.verdict.rating);
    }
  });

  it.each(RATINGS)('rated %s by its publisher has a number only on the scale of numbers', (rating) => {
    const check = parsedCheck('a', { verdict: { label: 'In words of our own', rating } });
    const [record] = claimReviewsOf(check, DESK);
    expect(Object.keys(record?.reviewRating as object).includes('ratingValue')).toBe(
      NUMBERED.includes(rating),
    );
    expect(back(record).verdict.rating).toBe(NUMBERED.includes(rating) ? rating : 'unrated');
  });

  it('has an address only where its publisher gave one', () => {
    const without = claimReviewsOf(parsedCheck('a'), { name: 'Bridge Desk' })[0];
    expect(without).not.toHaveProperty('url');
    expect(without?.author).toEqual({ '@type': 'Organization', name: 'Bridge Desk' });
    const url = 'https://desk.example/a';
    expect(back(claimReviewsOf(parsedCheck('a', { url }), DESK)[0]).url).toBe(url);
  });
});

describe('a bare review', () => {
  const url = 'https://bridges.example/sold';
  const claim = 'The bridge was sold.';
  const whole: Review = {
    id: reviewId(url, claim),
    claim,
    title: 'No, it was not',
    claimant: 'A leaflet',
    publisher: 'Bridge Desk',
    verdict: { label: 'False', rating: 'false' },
    checkedOn: '2024-05-01',
    url,
    language: 'en',
  };

  it('comes back as it was, its id too', () => expect(back(claimReviewOf(whole))).toEqual(whole));

  it('comes back with no more than it had', () => {
    const bare: Review = {
      id: reviewId('Bridge Desk', claim),
      claim,
      publisher: 'Bridge Desk',
      verdict: { label: 'Pants on bridge', rating: 'unrated' },
    };
    expect(back(claimReviewOf(bare))).toEqual(bare);
  });

  it('gets no number that its publisher did not give', () =>
    expect(claimReviewOf(whole).reviewRating).toEqual({ '@type': 'Rating', alternateName: 'False' }));
});

it('can stand in a script element, whatever is in it', () => {
  const text = jsonLd([
    claimReviewsOf(parsedCheck('a', { question: '</script><script>alert(1)' }), DESK)[0] ?? {},
  ]);
  expect(text).not.toContain('<');
  expect(JSON.parse(text).headline).toBe('</script><script>alert(1)');
});
