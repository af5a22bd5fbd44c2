/** How values stand in texts: in any order, isolated where the words run from right to left, and never lost. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../lib/cli/words';
import {
  direction,
  piecesOf,
  say,
  sayCount,
  sayList,
  sayWith,
  type WordKey,
  wordsOf,
} from '../../../lib/words';
import { all, formOf, placeholders } from './support';

afterEach(() => speak('en', 'en-GB'));

/** Texts of one key in a language of this direction. */
const speakOf = (text: string, language: string) =>
  sayWith(wordsOf({ ext_language: language, ext_name: text }), language);

/** Where values go: digits in any order and number, words between them. */
const template = fc
  .array(fc.oneof(fc.constantFrom('$1', '$2', '$3'), fc.stringMatching(/^[a-z .“”]{0,8}$/)), { maxLength: 8 })
  .map((parts) => parts.join(''));
const value = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('pieces', () => {
  it('joined are the text, whatever the values are', () =>
    fc.assert(
      fc.property(
        template,
        fc.tuple(value, value, value),
        fc.constantFrom('en', 'fr'),
        (text, values, language) => {
          speakOf(text, language);
          const joined = piecesOf('ext_name', 3)
            .map((piece) => (typeof piece === 'number' ? values[piece] : piece))
            .join('');
          // A text that is '' says its key.
          expect(joined || 'ext_name').toBe(say('ext_name', ...values));
        },
      ),
    ));

  it('hold each value of every text of ours', () => {
    for (const [key, text] of all('en')) {
      if (formOf(key)) continue;
      const meant = placeholders(text).map((one) => Number(one.slice(1)) - 1);
      const numbers = piecesOf(key as WordKey, 9).filter((piece) => typeof piece === 'number');
      expect([...new Set(numbers)].sort()).toEqual(meant);
    }
  });
});

describe('from right to left', () => {
  it.each(['ar', 'he'])('values are isolated in %s, numbers are not', (language) => {
    speakOf('$1 ($2)', language);
    expect(direction()).toBe('rtl');
    expect(say('ext_name', 'news.example', 3)).toMatch(/^\u2068news\.example\u2069 \([3٣]\)$/);
    expect(sayList(['a', 'b'])).toMatch(/\u2068a\u2069.*\u2068b\u2069/);
  });

  it('isolates open and close in pairs', () =>
    fc.assert(
      fc.property(template, fc.tuple(value, value, value), (text, values) => {
        speakOf(text, 'he');
        const plain = values.map((one) => one.replace(/[\u2066-\u2069]/g, '')) as [string, string, string];
        const said = say('ext_name', ...plain);
        expect(said.split('\u2068').length).toBe(said.split('\u2069').length);
        expect(said.split('\u2068').length - 1).toBe(text.match(/\$\d/g)?.length ?? 0);
      }),
    ));

  it('nothing is isolated from left to right', () => {
    speakOf('$1', 'fr');
    expect(direction()).toBe('ltr');
    expect(say('ext_name', 'שלום')).toBe('שלום');
  });
});

it('the form of a count is that of the language', () => {
  const texts = {
    ext_language: 'ar',
    store_checks_zero: '0',
    store_checks_two: '2',
    store_checks_few: 'few $1',
  };
  sayWith(wordsOf({ ...texts, store_checks_other: 'other $1' }), 'ar');
  expect([0, 2, 3, 100].map((n) => sayCount('store_checks', n).replace(/[\d٠-٩]+$/, 'n'))).toEqual([
    'n',
    'n',
    'few n',
    'other n',
  ]);
});
