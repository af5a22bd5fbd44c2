/** Finding words in the settings, and reading what is typed as a site. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { holdsAll, placesOf, wordsOf } from '../../../entrypoints/options/search/find';
import { alreadyOn, siteFrom } from '../../../entrypoints/options/sites/typed';
import { parseSettings } from '../../../lib/store/settings';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));

describe('search', () => {
  it('holds all words, without regard to case and accents', () => {
    expect(holdsAll('Changed Verdicts of Élodie', wordsOf('  verdict  elodie '))).toBe(true);
    expect(holdsAll('Changed verdicts', wordsOf('verdict site'))).toBe(false);
    expect(holdsAll('anything', wordsOf('  '))).toBe(false);
    expect(holdsAll('ﬁne print', wordsOf('fine'))).toBe(true);
  });

  it('says where they stand in the text as it is', () => {
    const lit = (text: string, typed: string) =>
      placesOf(text, wordsOf(typed)).map(([start, end]) => text.slice(start, end));
    expect(lit('Élodie’s élodie', 'elodie')).toEqual(['Élodie', 'élodie']);
    expect(lit('a badge, badges', 'badge badges')).toEqual(['badge', 'badges']);
    expect(lit('𝒷adge 😀 line', 'line')).toEqual(['line']);
  });

  it('finds places that are in the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
        let end = 0;
        for (const [from, to] of placesOf(text, wordsOf(typed))) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });
});

describe('siteFrom', () => {
  it.each([
    ['news.example.org', false, 'news.example.org'],
    [' https://News.Example.org:8080/a?b#c ', false, 'news.example.org'],
    ['example.org/page', true, '*.example.org'],
    ['www.example.org', true, '*.example.org'],
    ['www.example.org', false, 'www.example.org'],
    ['*.example.org', false, '*.example.org'],
    ['https://*.example.org/', false, '*.example.org'],
    ['bücher.example', false, 'xn--bcher-kva.example'],
    ['localhost:3000', true, 'localhost'],
    ['127.0.0.1', true, '127.0.0.1'],
    ['http://[::1]/', true, '[::1]'],
    ['file:///home/a.html', true, 'local files'],
  ])('reads %s (%s) as %s', (typed, under, entry) => {
    expect(siteFrom(typed, under)).toEqual({ entry });
    expect(parseSettings({ sitesOff: [entry] }).sitesOff).toEqual([entry]);
  });

  it.each([
    ['', /Write a host name/],
    ['two words', /is not a host name/],
    ['example', /is not a host name/],
    ['ftp://example.org/', /another kind of address/],
    ['chrome://settings', /another kind of address/],
    ['exam*ple.org', /star can only stand/],
    ['*.a.*.org', /star can only stand/],
  ])('says what is wrong with “%s”', (typed, words) => {
    expect(siteFrom(typed, true)).toEqual({ wrong: expect.stringMatching(words) });
  });

  it('knows what is on the list already', () => {
    expect(alreadyOn(['a.example'], 'b.example')).toBe('');
    expect(alreadyOn(['a.example'], 'a.example')).toBe('a.example is on this list already.');
    expect(alreadyOn(['*.example.org'], 'news.example.org')).toMatch(/as part of example\.org/);
  });
});
