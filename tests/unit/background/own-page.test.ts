import { describe, expect, it } from 'vitest';
import { isOwnPage } from '../../../entrypoints/background/own-page';

const review = { url: 'https://www.desk.example/checks/bridge/' };
const page = (url: string, canonical?: string, hasReviews = false) => ({ url, canonical, hasReviews });

describe('isOwnPage', () => {
  it.each([
    ['the address itself', page('https://www.desk.example/checks/bridge/')],
    ['without www, closing slash, with query and hash', page('http://desk.example/checks/bridge?a=1#b')],
    [
      'the address the page calls its own',
      page('https://amp.desk.example/x', 'https://desk.example/checks/bridge'),
    ],
    ['a page of the publisher that carries fact-checks', page('https://desk.example/overview', '', true)],
  ])('%s: yes', (_, here) => expect(isOwnPage(review, here)).toBe(true));

  it.each([
    ['another page of the publisher', page('https://desk.example/news')],
    ['another site that carries fact-checks', page('https://other.example/checks/bridge', '', true)],
    ['a longer address', page('https://desk.example/checks/bridge/2')],
    ['no address at all', page('', '', true)],
    ['a frame without one', page('about:srcdoc', 'about:blank', true)],
  ])('%s: no', (_, here) => expect(isOwnPage(review, here)).toBe(false));

  it('a review without an address has no own page', () => {
    expect(isOwnPage({ url: undefined }, page('https://desk.example/', '', true))).toBe(false);
  });
});
