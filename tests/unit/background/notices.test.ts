/** Notifications: of changed verdicts only, only if asked for and allowed, and never twice. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followNotices, notify } from '../../../entrypoints/background/notices';
import { type Database, openDatabase } from '../../../lib/store/database';
import { noteChanges, noteOpened, readChanges } from '../../../lib/store/opened/opened';
import { ofReview } from '../../../lib/store/opened/snapshot';
import { DEFAULTS } from '../../../lib/store/settings';
import { review } from '../../support/library';
import { browser, reset, shown } from '../../support/places';

vi.mock('../../../lib/browser', () => import('../../support/places'));

let database: Database;
const snapshot = (n: number, label: string, title?: string) =>
  ofReview(review(n, { verdict: { label, rating: 'unrated' }, ...(title ? { title } : {}) }));
const wanted = (change: object = {}) =>
  browser.storage.local.set({ settings: { ...DEFAULTS, notifyChanges: true, ...change } });
/** The reader opened `count` reviews that said “False”; now they say `label`. */
async function change(count: number, label: string, title?: string): Promise<void> {
  const now = new Map(
    Array.from({ length: count }, (_, n) => [snapshot(n, label, title).id, snapshot(n, label, title)]),
  );
  for (let n = 0; n < count; n++) await noteOpened(database, snapshot(n, 'False'), new Date());
  await noteChanges(
    database,
    async (id) => {
      const one = now.get(id);
      return one && { snapshot: one, changes: [] };
    },
    new Date(),
  );
}

beforeEach(async () => {
  reset();
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase(() => {});
  shown.granted = ['notifications'];
});

describe('a notification', () => {
  it('comes again only for another verdict', async () => {
    await wanted();
    await change(1, 'Mixed');
    await notify({ database });
    shown.notices.clear();
    await noteChanges(
      database,
      async () => ({ snapshot: snapshot(0, 'Mixed', 'Other words'), changes: [] }),
      new Date(),
    );
    await notify({ database });
    expect(shown.notices.size).toBe(0);
    await noteChanges(database, async () => ({ snapshot: snapshot(0, 'True'), changes: [] }), new Date());
    await notify({ database });
    expect(shown.notices.size).toBe(1);
  });

  it('tells once of a verdict that changed', async () => {
    await wanted();
    await change(1, 'Mixed');
    await notify({ database });
    expect([...shown.notices.values()]).toMatchObject([{ title: '1 check that you read has a new verdict' }]);
    const [notice] = shown.notices.values();
    expect(notice?.message).toMatch(/^“.+” Before: False\. Now: Mixed\.$/);
    shown.notices.clear();
    await notify({ database });
    expect(shown.notices.size).toBe(0);
    // It may have passed unseen: the popup lists it until the reader was there.
    expect((await readChanges(database)).map((c) => c.told)).toEqual([false]);
  });

  it('is one for many, and names a few', async () => {
    await wanted();
    await change(9, 'Mixed');
    await notify({ database });
    const [[name, notice] = []] = shown.notices;
    expect(shown.notices.size).toBe(1);
    expect(notice?.title).toBe('9 checks that you read have a new verdict');
    expect(String(notice?.message).split('\n')).toHaveLength(4);
    expect(name?.length).toBeLessThan(500);
    expect((await readChanges(database)).every((c) => c.notified && !c.told)).toBe(true);
  });

  it.each([
    ['is not wanted', { notifyChanges: false }],
    ['of changes is not wanted at all', { tellChanges: false }],
  ])('does not come when it %s', async (_, settings) => {
    await wanted(settings);
    await change(1, 'Mixed');
    await notify({ database });
    expect(shown.notices.size).toBe(0);
    expect((await readChanges(database)).map((c) => c.told)).toEqual([false]);
  });

  it('does not come when it is not allowed, or only a text changed', async () => {
    await wanted();
    await change(1, 'False', 'Another headline');
    await notify({ database });
    expect(shown.notices.size).toBe(0);
    shown.granted = [];
    await change(1, 'Mixed');
    await notify({ database });
    expect(shown.notices.size).toBe(0);
    expect((await readChanges(database)).map((c) => c.told)).toEqual([false]);
  });

  it('opens its checks when it is clicked, also if it was allowed after the background started', async () => {
    shown.granted = [];
    followNotices();
    shown.granted = ['notifications'];
    await browser.permissions.onAdded.fire({ permissions: ['notifications'] });
    await browser.permissions.onAdded.fire({ permissions: ['notifications'] });
    await wanted();
    await change(2, 'Mixed');
    await notify({ database });
    const [name] = shown.notices.keys();
    await browser.notifications?.onClicked.fire(name);
    await vi.waitFor(() => expect(shown.opened).toHaveLength(2));
    expect(shown.opened.map((t) => t.active)).toEqual([true, false]);
    for (const { url } of shown.opened) expect(url).toMatch(/check\.html#.+/);
    expect(shown.notices.size).toBe(0);
  });
});
