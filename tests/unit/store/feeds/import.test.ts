import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Review } from '../../../../lib/claims';
import { openDatabase } from '../../../../lib/store/database';
import type { Env } from '../../../../lib/store/env';
import { importFeed } from '../../../../lib/store/feeds/import';
import { testEnv } from '../../../support/library';

const record = (change: Record<string, unknown> = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: 'The moon is made of cheese.',
  url: 'https://sky.example/moon',
  author: { name: 'Sky Desk' },
  reviewRating: { alternateName: 'False' },
  datePublished: '2024-05-01',
  ...change,
});

let env: Env;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  env = testEnv(await openDatabase(() => {}), { now: () => new Date('2026-11-22T10:00:00Z') });
});

async function read(...records: unknown[]) {
  const given: Review[] = [];
  const writer = {
    review: async (review: Review) => {
      given.push(review);
      return 'new' as const;
    },
  };
  async function* chunks() {
    yield new TextEncoder().encode(JSON.stringify(records));
  }
  return { ...(await importFeed(writer, chunks(), { env })), given };
}

describe('importFeed', () => {
  it('counts what became of each record', async () => {
    const { records, newest, given } = await read(
      record(),
      record(),
      record({ datePublished: '2025-01-02', reviewRating: { alternateName: 'True' } }),
      record({ datePublished: '2020-01-01', reviewRating: { alternateName: 'Mixed' } }),
      record({ url: 'javascript:alert(1)', claimReviewed: 'Another one.' }),
      record({ claimReviewed: '' }),
      { '@type': 'MediaReview' },
    );
    expect(given.map((r) => r.verdict.label)).toEqual(['False', 'True', 'False']);
    expect(newest).toBe('2025-01-02');
    expect(records).toMatchObject({ taken: 2, changed: 1, refused: 2, repeated: 1, superseded: 2 });
    expect(records.reasons).toEqual({ 'address-refused': 1, 'no-claim': 1, 'media-review': 1 });
    expect(records.first.map((r) => r.where)).toEqual(['/5/claimReviewed', '/6/@type']);
  });

  it('takes no day that has not come yet, so that such a record does not stand before all later ones', async () => {
    const later = record({ reviewRating: { alternateName: 'True' } });
    const { given, records, newest } = await read(record({ datePublished: '9999-12-31' }), later);
    expect(given.map((r) => [r.checkedOn, r.verdict.label])).toEqual([
      [undefined, 'False'],
      ['2024-05-01', 'True'],
    ]);
    expect([newest, records.reasons]).toEqual(['2024-05-01', { 'date-in-future': 1 }]);
  });

  it('says the licence that all records state', async () => {
    const licence = 'https://licence.example/by';
    const other = record({ url: 'https://sky.example/2' });
    expect((await read(record({ sdLicense: licence }), { ...other, sdLicense: licence })).licence).toBe(
      licence,
    );
    expect((await read(record({ sdLicense: licence }), other)).licence).toBeUndefined();
  });

  it('says what to do when nothing could be taken', async () => {
    await expect(read(record({ claimReviewed: '' }))).rejects.toThrow('None of its 1 records could be read');
    await expect(read({ '@type': 'MediaReview' })).rejects.toThrow('The first: /0/@type');
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    env = { ...env, signal: stop.signal };
    stop.abort(new Error('cancelled'));
    const many = Array.from({ length: 200 }, (_, n) => record({ url: `https://sky.example/${n}` }));
    await expect(read(...many)).rejects.toThrow('cancelled');
  });
});
