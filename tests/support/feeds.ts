/** ClaimReview feeds of a few records, as files that a reader chooses. */

export const CLAIM = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
/** A sentence that repeats it. */
export const SAID =
  'According to a leaflet, the Karlsberg suspension bridge has been sold to a scrap dealer from Brandenburg.';

/** A ClaimReview record; `change` replaces fields. */
export const record = (claimReviewed: string, change: object = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed,
  url: 'https://bridges.example/sold',
  author: { '@type': 'Organization', name: 'Bridge Desk' },
  reviewRating: { '@type': 'Rating', alternateName: 'Pants on bridge' },
  datePublished: '2024-05-01',
  ...change,
});

/** The same by another publisher. */
export const recordBy = (name: string, host: string, claimReviewed: string, verdict: string) =>
  record(claimReviewed, {
    url: `https://${host}/${encodeURIComponent(claimReviewed.slice(0, 20))}`,
    author: { '@type': 'Organization', name },
    reviewRating: { '@type': 'Rating', alternateName: verdict },
  });

export const feed = (...records: object[]) => ({
  name: 'bridges.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({ '@type': 'DataFeed', dataFeedElement: records.map((item) => ({ item })) }),
  ),
});
