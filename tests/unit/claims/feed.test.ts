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

  describe('the same claim at the same address, said otherwise', () => {
    const old = record({ datePublished: '2023-01-01', reviewRating: { alternateName: 'Unproven' } });
    const undated = record({ datePublished: undefined, reviewRating: { alternateName: 'Half' } });
    const later = record({ reviewRating: { alternateName: 'True' } });
    it.each([
      ['newer last', [old, record()], 'False', 0, 1],
      ['newer first', [record(), old], 'False', 0, 1],
      ['of one day', [record(), later], 'True', 0, 1],
      ['without a day', [old, undated], 'Unproven', 0, 1],
      ['neither with a day', [undated, { ...undated, headline: 'H' }], 'Half', 0, 1],
      ['said otherwise and again', [old, record(), record()], 'False', 1, 1],
    ])('keeps the newest: %s', (_, records, label, repeated, superseded) => {
      const read = readFeed(JSON.stringify(records));
      expect(read).toMatchObject({ repeated, superseded, reviews: [{ verdict: { label } }] });
      expect(read.reviews).toHaveLength(1);
    });
    it('keeps the later of two without a day', () => {
      const both = [undated, { ...undated, headline: 'Second' }];
      expect(readFeed(JSON.stringify(both)).reviews[0]?.title).toBe('Second');
    });
  });

  it('refuses what lies too deep, and says where', () => {
    const deep = [[[[[[record()]]]]]];
    expect(readFeed(JSON.stringify([[[[[record()]]]]])).reviews).toHaveLength(1);
    const { reviews, refusals } = readFeed(JSON.stringify([record(), deep]));
    expect(reviews).toHaveLength(1);
    expect(refusals).toEqual([{ where: '/1/0/0/0/0/0/0', message: expect.stringContaining('too deep') }]);
  });

  it('reads JSON lines with 200,000 empty ones between them, and tells them from broken JSON', () => {
    const gap = '\n'.repeat(200_000);
    const [one, two] = [record(), record({ url: 'https://b.example/' })].map((r) => JSON.stringify(r));
    expect(readFeed(`${gap}${one}${gap}${two}`).reviews).toHaveLength(2);
    expect(() => readFeed(`{"a":1}${gap}x`)).toThrow('not valid JSON');
    expect(() => readFeed(`{"a":1}${gap}`)).not.toThrow('not valid JSON');
    expect(() => readFeed(`{"a":1,${gap}{`)).toThrow('not valid JSON');
  });

  it('never takes a user name in an address for its publisher', () => {
    const url = 'https://www.reuters.example:x@evil.example/';
    expect(only({ url, author: {} })).toMatchObject({ reviews: [], refusals: [{ where: '/0/author/name' }] });
    expect(review({ author: { url } })?.publisher).toBe('sky.example');
    expect(review({ url })).not.toHaveProperty('url');
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
    expect([found?.claim.length, found?.verdict.label.length]).toEqual([1_000, 300]);
  });

  it('cuts at the end of a word, and says so', () => {
    const label = (alternateName: string) => review({ reviewRating: { alternateName } })?.verdict.label;
    const fits = 'True of 2019, '.repeat(22).slice(0, 300).trim();
    expect(label(fits)).toBe(fits);
    expect(label('a'.repeat(299))).toBe('a'.repeat(299));
    expect(label(`${'seems '.repeat(49)}fairly true, but is false`)).toBe(`${'seems '.repeat(49).trim()}…`);
    expect(label(`${'seems '.repeat(49)}right but is not`)).toBe(`${'seems '.repeat(49)}right…`);
    // What is read of a text full of tags ends in a tag, or says less than it holds.
    expect(label(`${'<i class="verdict">'.repeat(62)}Rather false, ${'<b title="'.repeat(99)}`)).toMatch(
      /…$/,
    );
    expect(label(`Right ${' '.repeat(1_200)}? No`)).toBe('Right…');
    expect(label(`Right${' '.repeat(1_100)}<a href="${'a'.repeat(300)}">`)).toBe('Right…');
  });

  it.each(['claimReviewed', 'headline'])('never cuts a character of %s in two', (field) => {
    for (const before of ['', 'a'])
      expect(JSON.stringify(review({ [field]: before + '🌔'.repeat(2_500) }))).not.toMatch(/\\ud/);
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
