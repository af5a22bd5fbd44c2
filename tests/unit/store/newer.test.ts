/** What a newer version of Factmark has stored, met by this one: the reader went back to it. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isBeside, openDatabase, removeBeside } from '../../../lib/store/database';
import { DEFAULTS } from '../../../lib/store/settings';
import { changeSettings, readSettings, replaceSettings } from '../../../lib/store/settings-store';
import { browser, stored } from '../../support/extension-api';
import { putFeed, review, testEnv } from '../../support/library';

vi.mock('../../../lib/browser', () => import('../../support/extension-api'));
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  stored.clear();
});

const names = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

describe('a database of a newer version', () => {
  /** As a version from years ahead would leave it. */
  async function newer(): Promise<void> {
    const db = await openDB('factmark', 99, { upgrade: (d) => void d.createObjectStore('dreams') });
    await db.put('dreams', 'of sheep', 1);
    db.close();
  }

  it('is left as it is; this one works beside it', async () => {
    await newer();
    const db = await openDatabase(() => {});
    expect(isBeside(db)).toBe(true);
    await putFeed(testEnv(db), 'source:bridges', [review(1)]);
    expect(await db.count('sources')).toBe(1);
    db.close();
    const again = await openDatabase(() => {});
    expect(await again.count('sources')).toBe(1);
    again.close();
    const theirs = await openDB('factmark');
    expect([theirs.version, await theirs.get('dreams', 1)]).toEqual([99, 'of sheep']);
    theirs.close();
  });

  it('is what counts once it can be read: what stood beside it goes', async () => {
    (await openDB('factmark-3', 3)).close();
    (await openDB('somebody-else', 1)).close();
    const db = await openDatabase(() => {});
    expect(isBeside(db)).toBe(false);
    await removeBeside(db);
    expect(await names()).toEqual(['factmark', 'somebody-else']);
    db.close();
  });

  it('stands while this one works beside it', async () => {
    await newer();
    const db = await openDatabase(() => {});
    await removeBeside(db);
    expect((await names()).length).toBe(2);
    db.close();
  });

  it('is not what is meant by any other failure', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('the disk is gone', 'UnknownError');
    });
    await expect(openDatabase(() => {})).rejects.toThrow('the disk is gone');
  });
});

describe('settings of a newer version', () => {
  const theirs = {
    ...DEFAULTS,
    version: 3,
    loudness: 'whisper',
    sitesOff: ['a.example', { host: 'b.example', until: 5 }],
    moods: ['calm'],
  };

  it('are read as far as they are understood, and a change leaves the rest as it is', async () => {
    await browser.storage.local.set({ settings: theirs });
    expect(await readSettings()).toEqual({ ...DEFAULTS, sitesOff: ['a.example'] });
    await changeSettings(() => ({ strictness: 'strict' }));
    expect(stored.get('settings')).toEqual({ ...theirs, strictness: 'strict' });
    await replaceSettings({ ...DEFAULTS, topicsOff: ['sky'], loudness: 'list' }, {});
    expect(stored.get('settings')).toMatchObject({ version: 3, moods: ['calm'], topicsOff: ['sky'] });
  });

  it('of this version and before keep nothing that nobody understands', async () => {
    await browser.storage.local.set({ settings: { ...theirs, version: 1 } });
    await changeSettings(() => ({ strictness: 'strict' }));
    const { loudness: _whisper, ...understood } = DEFAULTS;
    expect(stored.get('settings')).toEqual({
      ...understood,
      sitesOff: ['a.example'],
      strictness: 'strict',
    });
  });
});
