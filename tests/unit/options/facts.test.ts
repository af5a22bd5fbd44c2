/** What settings say of a source: every fact, sizes without counting shared layers twice, no link but http(s). */
import { describe, expect, it } from 'vitest';
import {
  factsOf,
  keysNamed,
  publisherFacts,
  sayKeyNews,
  sayLanguages,
  summaryOf,
} from '../../../entrypoints/options/library/facts';
import { fingerprint } from '../../../entrypoints/options/library/fingerprint';
import { roomOf } from '../../../entrypoints/options/library/room';
import { anEdition, aSource, PACK } from './sources';

const named = (key: string) => `<${key}>`;
const told = (source = aSource()) =>
  Object.fromEntries(factsOf(source, named).map(({ term, text }) => [term, text]));

describe('facts', () => {
  it('of a feed from a file: no updates, not signed', () => {
    const facts = told();
    expect(facts).toMatchObject({
      Address: 'from a file',
      Licence: 'not stated; each publisher’s own terms hold',
      Holds: '3 reviews',
      Languages: 'English 2, German 1',
      'Newest check': '1 May 2024',
      Signed: 'not signed',
      Room: '2 kB',
    });
    expect(facts).not.toHaveProperty('Version');
    expect(facts).not.toHaveProperty('Last looked for');
  });

  it('of a signed pack with an address, and how the last look went', () => {
    const source = aSource({
      kind: 'pack',
      address: 'https://bridges.example/pack.json',
      licence: 'CC BY 4.0',
      looked: new Date(2026, 10, 22, 11, 0).toISOString(),
      failed: 'The host did not answer. Try again later.',
      current: anEdition({ pack: PACK, serial: 12, version: '0123456789abcdef', checks: 1, updated: '' }),
    });
    expect(told({ ...source, key: 'a' })).toMatchObject({
      Publisher: 'Bridge Desk',
      Corrections: 'desk@bridges.example',
      Support: 'https://bridges.example/support',
      Licence: 'CC BY 4.0',
      Holds: '1 check and 3 reviews',
      Version: '12 (0123456789abcdef)',
      'Newest check': 'not known',
      'Last looked for': '22 November 2026 at 11:00: The host did not answer. Try again later.',
      Signed: 'with key <a>; updates signed with another are refused',
    });
  });

  it('of a pack that went back a version: the licence of that version', () =>
    expect(
      told(aSource({ licence: 'all rights reserved', current: anEdition({ pack: PACK }) })),
    ).toMatchObject({
      Licence: 'CC BY 4.0',
    }));

  it('of a publisher who says little are few', () =>
    expect(publisherFacts({ name: 'Bridge Desk', disclaimer: 'x' })).toEqual([
      { term: 'Publisher', text: 'Bridge Desk' },
    ]));
});

it('names languages with most checks first, and counts the rest', () =>
  expect(sayLanguages({ de: 1, en: 9_200, fr: 5, es: 300, it: 1, und: 2 })).toBe(
    'English 9,200, Spanish 300, French 5, not said 2 and 2 more',
  ));

it('sums a source up in a line', () => {
  expect(summaryOf(aSource())).toBe('3 reviews by 2 publishers, 2 kB');
  const one = anEdition({ publishers: [{ key: 'b', name: 'Bridge Desk', reviews: 3 }] });
  expect(summaryOf(aSource({ current: one }))).toBe('3 reviews by Bridge Desk, 2 kB');
  expect(summaryOf(aSource({ current: anEdition({ pack: PACK, checks: 2 }) }))).toBe(
    '2 checks and 3 reviews by Bridge Desk, 2 kB',
  );
});

describe('room', () => {
  it('counts layers that two editions share once', () => {
    const shared = { name: 'l1', reviews: 3, unmatched: 0, bytes: 1_000 };
    const previous = anEdition({ name: 'e1', layers: [shared], bytes: 1_200 });
    const current = anEdition({
      name: 'e2',
      layers: [shared, { ...shared, name: 'l2', bytes: 50 }],
      bytes: 1_260,
    });
    expect(roomOf({ current, previous })).toEqual({ all: 1_460, before: 200 });
    expect(roomOf({ current })).toEqual({ all: 1_260, before: 0 });
  });

  it('counts layers that only the version before has', () => {
    const previous = anEdition({
      layers: [{ name: 'old', reviews: 1, unmatched: 0, bytes: 700 }],
      bytes: 900,
    });
    expect(roomOf({ current: anEdition(), previous })).toEqual({ all: 2_100, before: 900 });
  });
});

describe('keys of a pack', () => {
  const edition = (key: string) => anEdition({ pack: PACK, key });
  const changed = aSource({
    kind: 'pack',
    key: 'c',
    spare: 'd',
    earlierKeys: [
      { key: 'a', until: '2027-03-02T23:59:59.999Z' },
      { key: 'b', until: '+010000-01-01T00:00:00.000Z' },
    ],
    current: edition('c'),
    previous: edition('b'),
  });

  it('are told with the spare and those before', () => {
    expect(told(changed)).toMatchObject({
      Signed: 'with key <c>; updates signed with another are refused, unless its spare <d> takes its place',
      'Earlier keys': '<a> (until 2 March 2027) and <b> (until 1 January 10000)',
    });
    expect(keysNamed(changed)).toEqual(['c', 'd', 'a', 'b']);
    expect(keysNamed(aSource())).toEqual([]);
  });

  it('that changed are told until the next edition', () => {
    expect(sayKeyNews(changed, named)).toEqual({
      text: 'On 1 January 10000 the publisher changed the key of this pack from <b> to <c>. The old key had named the new one, so there is nothing for you to do.',
      bad: false,
    });
    expect(sayKeyNews({ ...changed, previous: edition('c') }, named)).toBeUndefined();
    expect(sayKeyNews(aSource(), named)).toBeUndefined();
    expect(sayKeyNews(aSource({ key: 'a' }), named)).toBeUndefined();
  });

  it('that are revoked are told for good', () => {
    const news = sayKeyNews(aSource({ key: 'a', revoked: '2027-03-02T10:00:00.000Z' }), named);
    expect(news?.bad).toBe(true);
    expect(news?.text).toMatch(
      /has revoked the key <a> .*learnt on 2 March 2027.*The version you have stays/,
    );
  });
});

describe('a key', () => {
  it('is known by the first 16 hex digits of its SHA-256, in fours', async () => {
    // SHA-256 of 32 zero bytes: 66687aadf862bd77 6c8fc18b8e9f8e20…
    expect(await fingerprint('A'.repeat(43))).toBe('6668 7aad f862 bd77');
  });

  it('that is none has no name', async () => expect(await fingerprint('!')).toBe(''));
});
