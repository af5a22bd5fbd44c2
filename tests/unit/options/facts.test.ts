/** What settings say of a source: every fact, sizes without counting shared layers twice, no link but http(s). */
import { describe, expect, it } from 'vitest';
import { factsOf, publisherFacts, sayLanguages, summaryOf } from '../../../entrypoints/options/library/facts';
import { fingerprint } from '../../../entrypoints/options/library/fingerprint';
import { roomOf } from '../../../entrypoints/options/library/room';
import { anEdition, aSource, PACK } from './sources';

const told = (source = aSource(), key = '') =>
  Object.fromEntries(factsOf(source, key).map(({ term, text }) => [term, text]));

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
    expect(told(source, '3f2a 91bc 77de 0011')).toMatchObject({
      Publisher: 'Bridge Desk',
      Corrections: 'desk@bridges.example',
      Support: 'https://bridges.example/support',
      Licence: 'CC BY 4.0',
      Holds: '1 check and 3 reviews',
      Version: '12 (0123456789abcdef)',
      'Newest check': 'not known',
      'Last looked for': '22 November 2026 at 11:00: The host did not answer. Try again later.',
      Signed: 'with key 3f2a 91bc 77de 0011; updates signed with another are refused',
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

describe('a key', () => {
  it('is known by the first 16 hex digits of its SHA-256, in fours', async () => {
    // SHA-256 of 32 zero bytes: 66687aadf862bd77 6c8fc18b8e9f8e20…
    expect(await fingerprint('A'.repeat(43))).toBe('6668 7aad f862 bd77');
  });

  it('that is none has no name', async () => expect(await fingerprint('!')).toBe(''));
});
