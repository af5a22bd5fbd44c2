/** How adding and updating are told, the choice of publishers, and the network receipt. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, switched, unlisted } from '../../../entrypoints/options/library/publishers';
import {
  dayOf,
  lookalikeOf,
  sayDoing,
  sayEnded,
  sayFailed,
  sayFar,
  sayScope,
  sayWentBack,
  titleOf,
} from '../../../entrypoints/options/library/saying';
import { asFile, ROWS, sayOutcome, sayTotal } from '../../../entrypoints/options/privacy/receipt';
import type { StoredRequest } from '../../../lib/store/database';
import { MOST_REQUESTS } from '../../../lib/store/network/receipt';
import { say } from '../../../lib/words';
import { anEdition, aSource, PACK } from './sources';

describe('work', () => {
  it('is told by what is being done, and how far it is', () => {
    const step = { doing: 'fetching', done: 3_200_000, of: 60_000_000, unit: 'bytes' } as const;
    expect(sayDoing(step, 'data.json')).toBe('Fetching data.json…');
    expect(sayFar(step)).toBe('3.2 MB of 60.0 MB');
    expect(sayFar({ ...step, of: 0 })).toBe('3.2 MB so far');
    expect(sayFar({ ...step, done: 0, of: 0 })).toBe('');
    expect(sayFar({ doing: 'indexing', done: 1_000, of: 92_000, unit: 'reviews' })).toBe(
      '1,000 of 92,000 reviews',
    );
    expect(sayFar({ doing: 'fetching', done: 0, of: 1, unit: 'files' })).toBe('0 of 1 file');
  });

  it('is told by how it ended', () => {
    expect(sayEnded({ kind: 'added', source: aSource() })).toBe('Added 3 reviews from bridges.json.');
    expect(sayEnded({ kind: 'updated', source: aSource({ current: anEdition({ checks: 1 }) }) })).toBe(
      'Updated bridges.json: it now holds 1 check and 3 reviews.',
    );
    expect(sayEnded({ kind: 'same', source: aSource() })).toBe(
      'bridges.json is up to date: nothing has changed.',
    );
    expect(sayFailed('update', 'Bridges', 'Try later.')).toBe(
      'Bridges was not updated; nothing has changed. Try later.',
    );
    expect(sayFailed('add', 'Bridges', 'The disk is full.')).toBe(
      'Bridges was not added; nothing has changed. The disk is full.',
    );
  });

  it('tells of a name that looks like another where it is from', () => {
    const forged = { key: 'tower.example', name: 'R\u0435uters', reviews: 1 };
    const of = (...publishers: (typeof forged)[]) => aSource({ current: anEdition({ publishers }) });
    const address = 'https://packs.example/p.json';
    expect(lookalikeOf(aSource())).toBeUndefined();
    expect(lookalikeOf(of(forged))?.address).toBe('https://tower.example');
    // It has no host; or it is one of several, and gives the source no name.
    expect(lookalikeOf(of({ ...forged, key: forged.name }))).toMatchObject({ address: undefined });
    expect(lookalikeOf(of(forged, forged))).toBeUndefined();
    expect(lookalikeOf({ ...of(forged), address })?.address).toBe(address);
    const pack = { ...PACK, title: forged.name };
    expect(lookalikeOf(aSource({ current: anEdition({ pack }) }))?.address).toBe('https://bridges.example/');
  });

  it('names a version by its newest check, or by when it came', () => {
    expect(dayOf(anEdition())).toBe('2024-05-01');
    expect(dayOf(anEdition({ updated: '' }))).toBe('2026-11-22');
  });
});

describe('what is told of a version', () => {
  it('counts records of all of it, or says of what they are', () => {
    const { layers, records } = anEdition();
    expect(sayScope(anEdition())).toBe('');
    const two = anEdition({ layers: [...layers, ...layers] });
    const few = anEdition({ records: { ...records, taken: 1 } });
    for (const edition of [two, few]) expect(sayScope(edition)).toContain('what was new in the last update');
  });

  it('is the title that it has itself', () => {
    expect(titleOf(aSource())).toBe('bridges.json');
    expect(titleOf(aSource({ title: 'Newer', current: anEdition({ pack: PACK }) }))).toBe('Bridges');
  });

  it('says after going back that it is not updated on its own, where it was', () => {
    expect(sayWentBack('Bridges', true)).toMatch(/only by hand now\.$/);
    expect(sayWentBack('Bridges', false)).toBe('Bridges is as it was before its last update.');
  });
});

describe('publishers', () => {
  const { publishers } = anEdition();

  it('are found by words of their name or host, without regard to case and accents', () => {
    expect(search(publishers, 'TUR tower').map((p) => p.key)).toEqual(['tower.example']);
    expect(search(publishers, 'example')).toHaveLength(2);
    expect(search(publishers, '  ')).toBe(publishers);
    expect(search(publishers, 'harbour')).toEqual([]);
  });

  it('are switched without touching the others, and back again', () => {
    expect(switched(['a'], ['b', 'c'], false)).toEqual(['a', 'b', 'c']);
    expect(switched(['a', 'b'], ['b', 'c'], true)).toEqual(['a']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (off, keys) => {
        const after = switched(switched(off, keys, false), keys, true);
        expect(new Set(after)).toEqual(new Set(off.filter((key) => !keys.includes(key))));
        expect(new Set(switched(off, keys, false)).size).toBe(switched(off, keys, false).length);
      }),
    );
  });

  it('that are not listed are counted', () => {
    expect(unlisted(publishers, 10)).toBe(7);
    expect(unlisted(publishers, 3)).toBe(0);
  });
});

describe('the receipt', () => {
  const request: StoredRequest = {
    when: '2026-11-22T10:05:00.000Z',
    url: 'https://bridges.example/pack.json',
    why: 'You added it',
    source: 'pack:bridges',
    bytes: 4_200_000,
    status: 200,
    outcome: 'done',
  };

  it('is summed up', () => {
    expect(sayTotal([request, { ...request, bytes: 0, status: 304, outcome: 'same' }])).toBe(
      '2 requests, 4.2 MB received.',
    );
    expect(sayTotal([request])).toBe('1 request, 4.2 MB received.');
  });

  it('says how many are kept, and how many of them are shown', () => {
    expect(say('options_requests_lead', MOST_REQUESTS)).toContain(
      `The newest ${MOST_REQUESTS.toLocaleString('en')} are kept.`,
    );
    expect(sayTotal(Array.from({ length: ROWS }, () => request))).toMatch(/ received\.$/);
    expect(sayTotal(Array.from({ length: 1_234 }, () => request))).toMatch(
      / received\. The newest 200 of 1,234 are shown; the file has all\.$/,
    );
  });

  it('says how each request ended', () => {
    expect(sayOutcome(request)).toBe('received');
    expect(sayOutcome({ ...request, status: 304, outcome: 'same' })).toBe('not changed since (HTTP 304)');
    expect(sayOutcome({ ...request, status: 0, outcome: 'running' })).toBe('under way, or cut off');
    expect(sayOutcome({ ...request, status: 404, outcome: 'The file is gone.' })).toBe(
      'The file is gone. (HTTP 404)',
    );
  });

  it('is exported whole', () =>
    expect(JSON.parse(asFile([request], new Date('2026-11-23T00:00:00Z')))).toEqual({
      format: 'factmark-receipt-1',
      exported: '2026-11-23T00:00:00.000Z',
      requests: [request],
    }));
});
