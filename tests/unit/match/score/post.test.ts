import { describe, expect, it } from 'vitest';
import { readDay, readPost, splitTag } from '../../../../lib/match/score/post';
import { cutPost } from '../../../../lib/match/score/text';

describe('readPost', () => {
  it('takes signature, links, tags and handles apart', () => {
    expect(
      readPost(
        'The moon is #MadeOfCheese, says @JaneDoe https://t.co/abc pic.twitter.com/xyz — Moon Watch (@MoonWatch2) March 4, 2017',
      ),
    ).toEqual({
      body: 'The moon is Made Of Cheese , says Jane Doe',
      author: 'Moon Watch Moon Watch 2',
      day: Date.UTC(2017, 2, 4) / 86_400_000,
    });
  });
  it('leaves a sentence alone', () => {
    const text = 'Cheese prices rose — by 4% — on Monday (again).';
    expect(readPost(text)).toEqual({ body: text, author: '', day: undefined });
  });
  it('reads a signature without a date', () =>
    expect(readPost('Rain — Ann (@ann)')).toEqual({ body: 'Rain', author: 'Ann ann', day: undefined }));
  it('comes to an end on what looks like a signature again and again', () => {
    // Time by the square of the length would be longer than any runner waits.
    const text = '— (@a) '.repeat(50_000);
    expect(readPost(text).body.match(/a/g)).toHaveLength(49_999);
  });
});

it.each([
  ['BreakingNews2016', 'Breaking News 2016'],
  ['NATOSummit', 'NATO Summit'],
  ['big_day', 'big day'],
  ['plain', 'plain'],
])('splits %s', (tag, words) => expect(splitTag(tag)).toBe(words));

describe('readDay', () => {
  it.each(['2016-02-25', '2016-02-25T10:00:00Z', '25 February 2016', 'February 25, 2016', '25 Feb 2016'])(
    'reads %s',
    (text) => expect(readDay(text)).toBe(Date.UTC(2016, 1, 25) / 86_400_000),
  );
  it.each(['', '30 February 2016', '2016-13-01', 'yesterday', '25 Brumaire 2016', '2016'])(
    'refuses %j',
    (text) => expect(readDay(text)).toBeUndefined(),
  );
});

it('cuts a post into sentences that each know their neighbours', () => {
  const cuts = cutPost('The moon is cheese. Nobody asked. It melts! — Ann (@ann) March 4, 2017');
  expect(cuts.map((c) => c.text)).toEqual(['The moon is cheese.', 'Nobody asked.', 'It melts!']);
  expect(cuts[0]?.around().size).toBe(2);
  expect(cuts[1]?.around().size).toBe(3);
});
