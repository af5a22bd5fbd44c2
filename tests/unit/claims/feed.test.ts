import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../lib/claims';

const record = (change: Record<string, unknown> = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: 'The moon is made of cheese.',
  url: 'https://sky.example/moon',
  author: { '@type': 'Organization', name: 'Sky Desk' },
  reviewRating: { alternateName: 'False', ratingValue: '1' },
  itemReviewed: { author: { name: 'A Neighbour' } },
  datePublished: '2024-05-01T10:00:00Z',
  inLanguage: 'en-GB',
  headline: 'No, the moon is rock',
  ...change,
});
const only = (change: Record<string, unknown>) => readFeed(JSON.stringify([record(change)]));
const review = (change: Record<string, unknown>) => only(change).reviews[0];

describe('readFeed', () => {
  it('reads a whole record', () => {
    expect(review({})).toEqual({
      id: expect.stringMatching(/^r-[0-9a-z]{14}$/),
      claim: 'The moon is made of cheese.',
      title: 'No, the moon is rock',
      claimant: 'A Neighbour',
      publisher: 'Sky Desk',
      verdict: { label: 'False', rating: 'unrated' },
      checkedOn: '2024-05-01',
      url: 'https://sky.example/moon',
      language: 'en',
    });
  });

  it.each([
    ['an array', [record()]],
    ['one record', record()],
    ['a graph', { '@graph': [{ '@type': 'WebPage' }, record()] }],
    ['a feed', { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [record()] }] }],
    ['items that are no list', { dataFeedElement: { item: record() } }],
  ])('finds the records of %s', (_, feed) => {
    expect(readFeed(JSON.stringify(feed)).reviews.map((r) => r.publisher)).toEqual(['Sky Desk']);
  });

  it('reads JSON lines, and names the line it cannot read', () => {
    const lines = [
      JSON.stringify(record()),
      '{"broken": ',
      JSON.stringify(record({ url: 'https://b.example/' })),
    ];
    const { reviews, refusals } = readFeed(`\ufeff${lines.join('\n')}\n`);
    expect(reviews).toHaveLength(2);
    expect(refusals).toEqual([{ where: 'line 2', message: expect.stringContaining('not an object') }]);
  });

  it('takes each record once', () => {
    const { reviews, repeated } = readFeed(
      JSON.stringify([record(), record(), record({ url: 'https://b.example/' })]),
    );
    expect([reviews.length, repeated]).toEqual([2, 1]);
    expect(reviews[0]?.id).not.toBe(reviews[1]?.id);
  });

  it.each([
    ['a claim that is missing', { claimReviewed: undefined }, '/0/claimReviewed'],
    ['an empty claim', { claimReviewed: ' \u200b<b></b> '.replace('\u200b', '') }, '/0/claimReviewed'],
    ['a claim that is an object', { claimReviewed: { a: 1 } }, '/0/claimReviewed'],
    ['no verdict in words', { reviewRating: { ratingValue: 1 } }, '/0/reviewRating/alternateName'],
    ['something else', { '@type': 'MediaReview' }, '/0/@type'],
    ['no publisher', { author: null, url: undefined }, '/0/author/name'],
  ])('refuses %s, and says where', (_, change, where) => {
    const { reviews, refusals } = only(change);
    expect([reviews, refusals.map((r) => r.where)]).toEqual([[], [where]]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['one or many', { claimReviewed: ['One.'], author: [{ name: 'A' }] }, { claim: 'One.', publisher: 'A' }],
    [
      'names that are strings',
      { author: 'Desk', reviewRating: 'Wrong' },
      { publisher: 'Desk', verdict: { label: 'Wrong', rating: 'unrated' } },
    ],
    ['a publisher told by its address', { author: {} }, { publisher: 'sky.example' }],
    ['tags and entities', { claimReviewed: 'A &amp; <b>B</b>&#39;s &lt;i&gt;' }, { claim: "A & B 's <i>" }],
    ['control characters', { claimReviewed: 'a\u0000b\u202ec' }, { claim: 'a b c' }],
    ['a type in a list', { '@type': ['Thing', 'https://schema.org/ClaimReview'] }, { publisher: 'Sky Desk' }],
  ])('reads %s', (_, change, expected) => expect(review(change)).toMatchObject(expected));

  it.each([
    ['url', 'javascript:alert(1)', 'url'],
    ['url', '/relative', 'url'],
    ['datePublished', '31/12/2020', 'checkedOn'],
    ['datePublished', '2021-02-30', 'checkedOn'],
    ['inLanguage', 'klingon language', 'language'],
    ['headline', 'The moon is made of cheese.', 'title'],
  ])('leaves out %s “%s”', (field, value, name) =>
    expect(review({ [field]: value })).not.toHaveProperty(name),
  );

  it('bounds what it takes over', () => {
    const found = review({
      claimReviewed: 'a'.repeat(10 ** 6),
      reviewRating: { alternateName: 'b'.repeat(999) },
    });
    expect([found?.claim.length, found?.verdict.label.length]).toEqual([1_000, 120]);
  });

  it('takes a key called __proto__ for nothing', () => {
    const { reviews } = readFeed(`[{"__proto__": {"polluted": 1}, ${JSON.stringify(record()).slice(1)}]`);
    expect(reviews).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['', '{"a": [1, ', 'Not JSON', '[]'])('says what to do about %j', (text) => {
    expect(() => readFeed(text)).toThrow(/try again|Choose a ClaimReview feed/);
  });
});
