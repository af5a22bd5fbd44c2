import { describe, expect, it } from 'vitest';
import { type Change, codes, one } from '../feed/reading';

/** Each kind of mess publishers make: what is changed in a record, what becomes of it, and what is noted. */
const KINDS: [string, Change, Change, string[]?][] = [
  ['a type in a list', { '@type': ['Thing', 'https://schema.org/ClaimReview'] }, { publisher: 'Sky Desk' }],
  ['a prefixed type', { '@type': 'schema:ClaimReview' }, { publisher: 'Sky Desk' }],
  ['no type', { '@type': undefined }, { publisher: 'Sky Desk' }],
  ['a context in a list', { '@context': ['https://schema.org', { x: 'y' }] }, { publisher: 'Sky Desk' }],

  ['a claim in a list', { claimReviewed: ['', 'One.'] }, { claim: 'One.' }],
  [
    'several claims',
    { claimReviewed: ['One.', 'Two.'] },
    { claim: 'One.' },
    ['/claimReviewed first-of-many'],
  ],
  [
    'a value object',
    { claimReviewed: { '@value': 'Ein Satz.', '@language': 'de-AT' }, inLanguage: null },
    { claim: 'Ein Satz.', language: 'de' },
  ],
  [
    'a language that is none',
    { claimReviewed: { '@value': 'A.', '@language': 'xx' }, inLanguage: null },
    { claim: 'A.' },
    ['/claimReviewed/@language language-unreadable'],
  ],
  ['a number for a claim', { claimReviewed: 404 }, { claim: '404' }],
  [
    'a claim in Claim',
    { claimReviewed: ' ', itemReviewed: { '@type': 'Claim', name: 'Said so.' } },
    { claim: 'Said so.' },
  ],
  [
    'tags and entities',
    { claimReviewed: 'A &amp; <b>B</b>&#39;s &lt;i&gt;' },
    { claim: "A & B 's <i>" },
    ['/claimReviewed markup'],
  ],
  [
    'a script',
    { claimReviewed: '<p>&ldquo;Yes&rdquo;<script>x("no")</script></p><!-- no --><style>b{}</style>' },
    { claim: '“Yes”' },
    ['/claimReviewed markup'],
  ],
  [
    'named entities',
    {
      claimReviewed:
        '&Uuml;ber&nbsp;Caf&eacute;s &bdquo;f&uuml;r&ldquo; 5&euro; &alpha;&rarr;&omega; &frac12; &unknown;',
    },
    { claim: 'Über Cafés „für“ 5€ α→ω ½ &unknown;' },
    ['/claimReviewed markup'],
  ],
  [
    'numbered entities',
    { claimReviewed: '&#8217;&#x2019;&#146;&#0;&#xD800;&#x1F314;' },
    { claim: '’’’&#0;&#xD800;🌔' },
    ['/claimReviewed markup'],
  ],
  [
    'control characters',
    { claimReviewed: 'a\u0000b\u202ec' },
    { claim: 'a b c' },
    ['/claimReviewed hidden-characters'],
  ],
  ['half a character', { claimReviewed: 'a\ud83cb' }, { claim: 'a b' }, ['/claimReviewed hidden-characters']],
  ['places to break a word', { claimReviewed: 'sun\u00adshine\u200b' }, { claim: 'sunshine' }],
  ['lines', { claimReviewed: ' a\r\n\tb ' }, { claim: 'a b' }],

  ['a rating that is a string', { reviewRating: 'Wrong' }, { verdict: { label: 'Wrong', rating: 'false' } }],
  [
    'ratings in a list',
    { reviewRating: [{}, { alternateName: 'Half true' }] },
    { verdict: { label: 'Half true', rating: 'mixed' } },
    ['/reviewRating first-of-many'],
  ],
  [
    'the label in name',
    { reviewRating: { name: 'Satire' } },
    { verdict: { label: 'Satire', rating: 'satire' } },
  ],
  [
    'words of its own',
    {
      reviewRating: {
        alternateName: 'Not really, charts say',
        ratingValue: '-1',
        bestRating: '-1',
        worstRating: '-1',
      },
    },
    { verdict: { label: 'Not really, charts say', rating: 'unrated' } },
  ],
  [
    'a reversed scale',
    { reviewRating: { alternateName: 'Falso', ratingValue: '5', bestRating: '1', worstRating: '5' } },
    { verdict: { label: 'Falso', rating: 'false' } },
  ],
  [
    'numbers that are none',
    { reviewRating: { alternateName: 'False', ratingValue: '-', bestRating: '', worstRating: '1' } },
    { verdict: { label: 'False', rating: 'false' } },
  ],
  [
    'a scale of one step',
    { reviewRating: { alternateName: 'Hmm', ratingValue: 1, bestRating: 1, worstRating: 1 } },
    { verdict: { label: 'Hmm', rating: 'unrated' } },
  ],
  [
    'numbers that know more than the tables',
    {
      reviewRating: {
        alternateName: 'It is complicated',
        ratingValue: '1',
        bestRating: '2',
        worstRating: '0',
      },
    },
    { verdict: { label: 'It is complicated', rating: 'mixed' } },
  ],
  [
    'numbers alone',
    { reviewRating: { ratingValue: 2, bestRating: '5', worstRating: 1 } },
    { verdict: { label: '2 on a scale from 1 (worst) to 5 (best)', rating: 'mostly-false' } },
    ['/reviewRating label-from-numbers'],
  ],
  [
    'numbers against words',
    { reviewRating: { alternateName: 'False', ratingValue: 5, bestRating: 5, worstRating: 1 } },
    { verdict: { label: 'False', rating: 'false' } },
    ['/reviewRating numbers-contradict'],
  ],

  ['an author that is a string', { author: 'Desk' }, { publisher: 'Desk' }],
  ['authors in a list', { author: [{ name: 'A' }, 'B', { name: 'A' }] }, { publisher: 'A, B' }],
  [
    'an author who is a person',
    {
      author: { '@type': 'Person', name: 'Jo' },
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Desk' },
    },
    { publisher: 'The Desk' },
  ],
  ['a person alone', { author: { '@type': 'Person', name: 'Jo' } }, { publisher: 'Jo' }],
  ['a publisher alone', { author: null, publisher: { name: 'The Desk' } }, { publisher: 'The Desk' }],
  ['nobody but an address', { author: {} }, { publisher: 'sky.example' }],
  [
    'many authors',
    { author: Array.from({ length: 40 }, (_, i) => `Author ${i}`) },
    { publisher: expect.stringMatching(/^Author 0, .{100,150}\d$/) },
    ['/author cut'],
  ],

  [
    'an item that is a string',
    { itemReviewed: 'https://social.example/x' },
    { claim: 'The moon is made of cheese.' },
  ],
  ['no item', { itemReviewed: null }, { claim: 'The moon is made of cheese.' }],
  [
    'items in a list',
    { itemReviewed: ['x', {}, { '@type': 'CreativeWork', author: [{ name: 'A' }, { name: 'B' }] }] },
    { claimant: 'A, B' },
  ],

  ['a day and a time', { datePublished: '2017-03-01 20:30:17 UTC' }, { checkedOn: '2017-03-01' }],
  [
    'several days',
    { datePublished: ['2020-10-07', '2020-10-08'] },
    { checkedOn: '2020-10-07' },
    ['/datePublished first-of-many'],
  ],
  [
    'a day that can be two',
    { datePublished: '10/7/2020' },
    { claim: 'The moon is made of cheese.' },
    ['/datePublished date-ambiguous'],
  ],
  [
    'a second day',
    { datePublished: 'yesterday', dateModified: '2020-10-07' },
    { checkedOn: '2020-10-07' },
    ['/datePublished date-unreadable'],
  ],

  ['an address in a list', { url: ['', 'https://sky.example/2'] }, { url: 'https://sky.example/2' }],
  ['an address in an object', { url: { '@id': 'https://sky.example/3' } }, { url: 'https://sky.example/3' }],
  [
    'the address of its page',
    { url: undefined, mainEntityOfPage: { '@id': 'https://sky.example/4' } },
    { url: 'https://sky.example/4' },
  ],
  [
    'an address that is code',
    { url: 'javascript:alert(1)' },
    { publisher: 'Sky Desk' },
    ['/url address-refused'],
  ],
  ['no address', { url: undefined }, { publisher: 'Sky Desk' }],

  [
    'a language in an object',
    { inLanguage: { '@type': 'Language', name: 'Spanish', alternateName: 'es' } },
    { language: 'es' },
  ],
  ['a language by its name', { inLanguage: 'Portuguese' }, { language: 'pt' }],
  ['a language with its country', { inLanguage: ['pt_BR', 'en'] }, { language: 'pt' }],
];

describe('a record with', () => {
  it.each(KINDS)('%s', async (_, change, expected, notes = []) => {
    const { taken, refused } = await one(change);
    expect(refused).toEqual([]);
    expect(taken[0]?.review).toMatchObject(expected);
    expect(codes(taken[0])).toEqual(notes);
  });

  it('a licence', async () => {
    for (const sdLicense of ['https://licence.example/by', { url: 'https://licence.example/by' }])
      expect((await one({ sdLicense })).taken[0]?.licence).toBe('https://licence.example/by');
    expect((await one({})).taken[0]).not.toHaveProperty('licence');
  });
});
