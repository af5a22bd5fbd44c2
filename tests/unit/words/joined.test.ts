import { expect, it } from 'vitest';
import { joined, parted } from '../../../lib/words/joined';

const TEXTS = {
  w0: 'Page',
  w2: 'From $1 = $2',
  w3_one: '$1 page',
  w3_other: '$1 pages = many',
  wz: 'صفحة',
  w10_is_off: 'Off',
};

it('gives each text its name back', () => {
  expect(parted(joined(Object.entries(TEXTS)))).toEqual(TEXTS);
  expect(parted(joined(Object.entries(TEXTS).reverse()))).toEqual(TEXTS);
  expect(parted('')).toEqual({});
});

it.each([
  ['a name of another kind', 'popup_title', 'Page'],
  ['a text with what parts words', 'w1', 'a|b'],
  ['a text with what parts forms', 'w1', 'a^b'],
  ['two values with nothing between that Chrome would not take for a name', 'w1', '$1$2'],
])('refuses %s', (_, name, text) => expect(() => joined([[name, text]])).toThrow(RangeError));
