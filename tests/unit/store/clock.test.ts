/** The clock: set back, far ahead, at the ends of time. Pauses end, updates go on, what is new is kept, dates stay. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { newOpened } from '../../../lib/store/backup/differences';
import { type Database, openDatabase } from '../../../lib/store/database';
import { importFeed } from '../../../lib/store/feeds/import';
import { noteOpened, readOpened } from '../../../lib/store/opened/opened';
import { ofReview } from '../../../lib/store/opened/snapshot';
import { DEFAULTS, FOREVER, isPaused } from '../../../lib/store/settings';
import type { StoredSource } from '../../../lib/store/source';
import { dueSources, isDue } from '../../../lib/store/updates/due';
import { review, testEnv } from '../../support/library';
import { aSource } from '../options/sources';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const NOW = Date.parse('2026-11-23T10:00:00Z');
/** Any moment that a `Date` can be, its ends among them. */
const moment = fc.oneof(
  fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
  fc.constantFrom(
    -8_640_000_000_000_000,
    Date.parse('-000001-12-31T00:00:00Z'),
    -1,
    0,
    NOW,
    NOW - YEAR,
    NOW + 10 * YEAR,
    Date.parse('2028-02-29T00:00:00Z'),
    Date.parse('+010000-01-01T00:00:00Z'),
    8_640_000_000_000_000,
  ),
);
let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});

describe('a pause of an hour', () => {
  const paused = (since: number, now: number) => isPaused({ ...DEFAULTS, pausedUntil: since + HOUR }, now);
  it('lasts an hour, also where the clock is set right by minutes', () => {
    expect([0, HOUR - 1, -30 * 60_000].map((later) => paused(NOW, NOW + later))).toEqual([true, true, true]);
    expect(paused(NOW, NOW + HOUR)).toBe(false);
  });

  it('ends within two hours, wherever the clock is set meanwhile', () =>
    fc.assert(
      fc.property(moment, moment, (since, turned) => {
        // A pause from the last hour that there is would be one without end.
        fc.pre(since + HOUR < FOREVER);
        expect(paused(since, turned) && paused(since, turned + 2 * HOUR)).toBe(false);
      }),
    ));

  it('without end has none', () =>
    fc.assert(
      fc.property(moment, (now) => {
        expect(isPaused({ ...DEFAULTS, pausedUntil: FOREVER }, now)).toBe(true);
      }),
    ));
});

describe('updates', () => {
  const source = (change: Partial<StoredSource>): StoredSource => ({
    ...aSource(),
    address: 'https://checks.example/feed.json',
    schedule: 'weekly',
    ...change,
  });

  it('come within a week of the clock as it is now, once each time it is turned, and never in a storm', () =>
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 6 }), (turns) => {
        let one = source({ looked: new Date(NOW).toISOString() });
        for (const turn of turns) {
          let asked = 0;
          // A fortnight of hourly alarms on this clock, as far as there is time.
          for (let hour = 0; hour <= 14 * 24; hour++) {
            const now = new Date(turn + hour * HOUR);
            if (Number.isNaN(now.getTime())) return;
            if (!isDue(one, now)) continue;
            asked++;
            one = { ...one, looked: now.toISOString() };
          }
          expect([2, 3]).toContain(asked + (asked === 1 ? 1 : 0));
        }
      }),
      { numRuns: 60 },
    ));

  it('are due, and in some order, whatever the source says of when it was looked up', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            moment.map((at) => new Date(at).toISOString()),
          ),
        ),
        (times) => {
          const sources = times.map((looked, i) => source({ id: String(i), looked }));
          const due = dueSources(sources, new Date(NOW)).map(({ id }) => id);
          expect(new Set(due).size).toBe(due.length);
          for (const [i, looked] of times.entries())
            if (Number.isNaN(Date.parse(looked))) expect(due).toContain(String(i));
        },
      ),
    ));
});

describe('what was opened', () => {
  const snapshot = (n: number) => ofReview(review(n));
  it('while the clock ran ten years ahead does not push out what is opened now', async () => {
    const tx = db.transaction('opened', 'readwrite');
    for (let n = 0; n < 2_000; n++)
      void tx.store.put({ ...snapshot(n), opened: new Date(NOW + 10 * YEAR + n).toISOString() });
    await tx.done;
    for (const n of [3_001, 3_002]) await noteOpened(db, snapshot(n), new Date(NOW + n));
    const kept = await readOpened(db, new Date(NOW + DAY));
    expect(kept).toHaveLength(2_000);
    expect(kept.slice(0, 2).map(({ id }) => id)).toEqual([review(3_002).id, review(3_001).id]);
  });

  it('is taken from a backup by when it was, in whatever zone that is told', () => {
    const one = { ...snapshot(1), opened: '2026-11-23T01:00:00.000+14:00' };
    const here = (opened: string) => [{ id: one.id, opened }];
    // Eleven o'clock in the morning the day before, in UTC.
    expect(newOpened([one], here('2026-11-22T12:00:00.000Z'))).toEqual([]);
    expect(newOpened([one], here('2026-11-22T10:00:00.000Z'))).toEqual([one]);
    expect(newOpened([{ ...one, opened: '+010000-01-01T00:00:00.000Z' }], here(one.opened))).toHaveLength(1);
    expect(newOpened([one], here('never'))).toEqual([one]);
    expect(newOpened([one], [])).toEqual([one]);
  });
});

describe('days of a feed', () => {
  const DAYS = [
    '2024-02-29',
    '1970-01-02',
    '2026-11-24',
    '2026-11-25',
    '9999-12-31',
    // No days: the first of Unix time, none of the calendar, and before there were fact-checks.
    '1970-01-01',
    '2026-02-30',
    '2025-02-29',
    '0000-01-01',
    '-0001-01-01',
    '10000-01-01',
    '1900-01-01',
  ];
  const taken = async (now: number) => {
    const kept: (string | undefined)[] = [];
    const writer = { review: async ({ checkedOn }: { checkedOn?: string }) => void kept.push(checkedOn) };
    const feed = DAYS.map((datePublished, i) => ({
      '@type': 'ClaimReview',
      claimReviewed: `Claim number ${i} is told by somebody`,
      author: { name: 'Desk' },
      reviewRating: { alternateName: 'False' },
      datePublished,
    }));
    const bytes = new TextEncoder().encode(JSON.stringify(feed));
    const chunks = (async function* () {
      yield bytes;
    })();
    const { records } = await importFeed(writer as never, chunks, {
      env: testEnv(db, { now: () => new Date(now) }),
    });
    expect(records.taken).toBe(DAYS.length);
    return kept.filter((day) => day !== undefined);
  };

  it('are kept up to tomorrow, and none that is no day', async () =>
    expect(await taken(NOW)).toEqual(['2024-02-29', '1970-01-02', '2026-11-24']));

  it.each([
    ['stands at 1970', 0],
    ['is before 1970', -YEAR],
    ['is at its end', 8_640_000_000_000_000],
  ])('are not taken away by a clock that %s', async (_what, now) =>
    expect(await taken(now)).toEqual(DAYS.slice(0, 5)),
  );

  it('are as the clock says where that runs ahead: nobody can know better', async () =>
    expect(await taken(NOW + YEAR)).toEqual(DAYS.slice(0, 4)));
});
