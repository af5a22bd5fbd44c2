import { expect, it } from 'vitest';
import { resolved } from '../../../../lib/claims/claim-review/address';
import { review } from '../feed/reading';

it.each([
  ['2020-10-07', '2020-10-07'],
  ['2020-10-07T20:05:11+02:00', '2020-10-07'],
  [' 2020-10-07 20:05', '2020-10-07'],
  ['2020-1-7', '2020-01-07'],
  ['2020/10/07', '2020-10-07'],
  ['07.10.2020 20:05', '2020-10-07'],
  ['7. 1. 2020', '2020-01-07'],
  ['26 May 2015', '2015-05-26'],
  ['26th of May, 2015', '2015-05-26'],
  ['Tue, 26 May 2015 10:00:00 GMT', '2015-05-26'],
  ['26-May-2015', '2015-05-26'],
  ['May 26, 2015', '2015-05-26'],
  ['Sept. 1st, 2015 at noon', '2015-09-01'],
  ['Tuesday, May 26, 2015', '2015-05-26'],
  ['31/12/2020', '2020-12-31'],
  ['12/31/2020 10:00', '2020-12-31'],
  ['31-12-2020', '2020-12-31'],
  ['5/5/2020', '2020-05-05'],
  ['10/7/2020', undefined],
  ['2020-10-071', undefined],
  ['2021-02-30', undefined],
  ['31.02.2021', undefined],
  ['13/13/2020', undefined],
  ['0001-01-01T00:00:00', undefined],
  ['May 2015', undefined],
  ['26 Mayor 2015', undefined],
  ['26 mai 2015', undefined],
  ['last week', undefined],
  [1602093900, undefined],
])('the day of %j is %s', async (datePublished, expected) =>
  expect((await review({ datePublished }))?.checkedOn).toBe(expected),
);

const BASE = 'https://sky.example/a/b/feed.json?x#y';
it.each([
  ['/moon', 'https://sky.example/moon'],
  ['moon', 'https://sky.example/a/b/moon'],
  ['moon.html?x=1', 'https://sky.example/a/b/moon.html?x=1'],
  ['./moon', 'https://sky.example/a/b/moon'],
  ['../moon/.', 'https://sky.example/a/moon/'],
  ['../../../../moon/..', 'https://sky.example/'],
  ['//moon.example/x', 'https://moon.example/x'],
  ['?id=1', 'https://sky.example/a/b/feed.json?id=1'],
  ['#one', 'https://sky.example/a/b/feed.json#one'],
  ['/a?b=../c', 'https://sky.example/a?b=../c'],
  ['https://other.example/x', 'https://other.example/x'],
  // These may be hosts whose scheme is missing.
  ['www.sky.example/moon', undefined],
  ['sky.example', undefined],
  ['javascript:alert(1)', undefined],
  ['//user@evil.example/', undefined],
  ['\\\\evil.example', undefined],
])('the address %j at a known place is %s', async (url, expected) =>
  expect((await review({ url }, { base: BASE }))?.url).toBe(expected),
);

it('an address without a known place stays as it is', () => {
  for (const base of [undefined, 'not an address', 'file:///x/y'])
    expect(resolved('/moon', base)).toBe('/moon');
  expect(resolved('moon', 'https://sky.example')).toBe('https://sky.example/moon');
});
