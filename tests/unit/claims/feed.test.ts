import { describe, expect, it } from 'vitest';
import { codes, one, read, record, review } from './feed/reading';

describe('a record', () => {
  it('is read whole', async () => {
    const { taken } = await read(record());
    expect(taken).toEqual([
      {
        kind: 'taken',
        where: '',
        changes: [],
        review: {
          id: expect.stringMatching(/^r-[0-9a-z]{14}$/),
          claim: 'The moon is made of cheese.',
          title: 'No, the moon is rock',
          claimant: 'A Neighbour',
          publisher: 'Sky Desk',
          verdict: { label: 'False', rating: 'false' },
          checkedOn: '2024-05-01',
          url: 'https://sky.example/moon',
          language: 'en',
        },
      },
    ]);
  });

  it('never takes a user name in an address for its publisher', async () => {
    const url = 'https://www.reuters.example:x@evil.example/';
    expect(await one({ url, author: {} })).toMatchObject({
      taken: [],
      refused: [{ where: '/0/author/name', reason: 'no-publisher' }],
    });
    expect((await review({ author: { url } }))?.publisher).toBe('sky.example');
    expect(await review({ url })).not.toHaveProperty('url');
  });

  it.each([
    ['a claim that is missing', { claimReviewed: undefined }, 'no-claim', '/0/claimReviewed'],
    ['an empty claim', { claimReviewed: ' \u200b<b></b> ' }, 'no-claim', '/0/claimReviewed'],
    ['a claim that is an object', { claimReviewed: { a: 1 } }, 'no-claim', '/0/claimReviewed'],
    ['no verdict', { reviewRating: undefined }, 'no-verdict', '/0/reviewRating/alternateName'],
    [
      'a number without bounds',
      { reviewRating: { ratingValue: 1 } },
      'no-verdict',
      '/0/reviewRating/alternateName',
    ],
    ['a verdict that is a bare number', { reviewRating: 3 }, 'no-verdict', '/0/reviewRating/alternateName'],
    ['no publisher', { author: null, url: undefined }, 'no-publisher', '/0/author/name'],
    ['a MediaReview', { '@type': 'MediaReview' }, 'media-review', '/0/@type'],
    [
      'one in a list, by its address',
      { '@type': ['Review', 'http://schema.org/MediaReview'] },
      'media-review',
      '/0/@type',
    ],
    ['something else', { '@type': 'NewsArticle' }, 'not-a-claim-review', '/0/@type'],
    ['a name that only ends so', { '@type': 'NotAClaimReview' }, 'not-a-claim-review', '/0/@type'],
  ])('is refused for %s, and it is said where', async (_, change, reason, where) => {
    const { taken, refused } = await one(change);
    expect([taken, refused.map((r) => [r.reason, r.where])]).toEqual([[], [[reason, where]]]);
  });

  it.each([
    [null, 'not-an-object'],
    ['text', 'not-an-object'],
    [5, 'not-an-object'],
    [{}, 'not-a-claim-review'],
  ])('that is %j is refused', async (value, reason) =>
    expect((await read([value, record()])).refused).toMatchObject([{ reason }]),
  );

  it.each([
    ['url', 'javascript:alert(1)', 'url'],
    ['url', '/relative', 'url'],
    ['datePublished', '2021-02-30', 'checkedOn'],
    ['inLanguage', 'klingon language', 'language'],
    ['headline', 'The moon is made of cheese.', 'title'],
  ])('is taken without its %s “%s”', async (field, value, name) =>
    expect(await review({ [field]: value })).not.toHaveProperty(name),
  );

  it('is taken in bounds, and what was cut is noted', async () => {
    const { taken } = await one({
      claimReviewed: 'a'.repeat(10 ** 5),
      reviewRating: { alternateName: 'b'.repeat(999) },
    });
    expect([taken[0]?.review.claim.length, taken[0]?.review.verdict.label.length]).toEqual([1_000, 300]);
    expect(codes(taken[0])).toEqual(['/claimReviewed cut', '/reviewRating/alternateName cut']);
  });

  it('is cut at the end of a word, and says so', async () => {
    const label = async (alternateName: string) =>
      (await review({ reviewRating: { alternateName } }))?.verdict.label;
    const fits = 'True of 2019, '.repeat(22).slice(0, 300).trim();
    expect(await label(fits)).toBe(fits);
    expect(await label('a'.repeat(299))).toBe('a'.repeat(299));
    expect(await label(`${'seems '.repeat(49)}fairly true, but is false`)).toBe(
      `${'seems '.repeat(49).trim()}…`,
    );
    expect(await label(`${'seems '.repeat(49)}right but is not`)).toBe(`${'seems '.repeat(49)}right…`);
    // What is read of a text full of tags ends in a tag, or says less than it holds.
    expect(
      await label(`${'<i class="verdict">'.repeat(62)}Rather false, ${'<b title="'.repeat(99)}`),
    ).toMatch(/…$/);
    expect(await label(`Right ${' '.repeat(1_200)}? No`)).toBe('Right…');
    expect(await label(`Right${' '.repeat(1_100)}<a href="${'a'.repeat(300)}">`)).toBe('Right…');
  });

  it.each(['claimReviewed', 'headline'])('never has a character of its %s cut in two', async (field) => {
    for (const before of ['', 'a'])
      expect(JSON.stringify(await review({ [field]: before + '🌔'.repeat(2_500) }))).not.toMatch(/\\ud/);
  });

  it('may have a key called __proto__, which is nothing', async () => {
    const hostile = `[{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, ${JSON.stringify(record()).slice(1)}]`;
    expect((await read(hostile)).taken).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(
      (await read('[{"__proto__": {"@type": "ClaimReview", "claimReviewed": "x"}}]').catch(
        () => 'none',
      )) as object,
    ).toMatchObject({ taken: [], refused: [{ reason: 'not-a-claim-review' }] });
  });
});
