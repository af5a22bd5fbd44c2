/** A backup is taken over whole or not at all, also by a worker that is killed in the middle. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { readBackup } from '../../../../lib/store/backup/format';
import { finishRestoring, restore } from '../../../../lib/store/backup/restore';
import { type Database, openDatabase } from '../../../../lib/store/database';
import { readOpened } from '../../../../lib/store/opened/opened';
import { DEFAULTS } from '../../../../lib/store/settings';
import { changeSettings, readSettings } from '../../../../lib/store/settings-store';
import { faults, setPolicy, storageListeners, stored } from '../../../support/extension-api';
import { aSource } from '../../options/sources';

vi.mock('../../../../lib/browser', () => import('../../../support/extension-api'));

const backup = readBackup(
  readFileSync(resolve(import.meta.dirname, '../../../fixtures/backup/factmark-settings-1.json'), 'utf8'),
);

let db: Database;
beforeEach(async () => {
  stored.clear();
  setPolicy({});
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase(() => {});
});

it('takes settings and what was opened over', async () => {
  await changeSettings(() => ({ pausedUntil: 7, sitesOff: ['gone.example'] }));
  await restore(db, backup);
  expect(await readSettings()).toEqual({ ...DEFAULTS, ...backup.settings, pausedUntil: 7 });
  expect(await readOpened(db)).toEqual(backup.opened);
  expect([...stored.keys()]).toEqual(['settings']);
});

it('touches no source: a key that was given up or revoked since stays so', async () => {
  const [saved] = backup.sources;
  const source = aSource({
    id: 'pack:rocks',
    kind: 'pack',
    title: saved?.title ?? '',
    address: saved?.address ?? '',
    key: 'B'.repeat(42).concat('A'),
    earlierKeys: [{ key: 'A'.repeat(43), until: '2027-03-02T10:00:00.000Z' }],
    revoked: '2027-03-03T10:00:00.000Z',
  });
  await db.put('sources', source);
  await restore(db, { ...backup, sources: backup.sources.map((one) => ({ ...one, key: 'A'.repeat(43) })) });
  expect(await db.getAll('sources')).toEqual([source]);
});

it('takes nothing over when the settings cannot be written', async () => {
  faults.set = new Error('disk full');
  await expect(restore(db, backup)).rejects.toThrow('disk full');
  expect(await readSettings()).toEqual(DEFAULTS);
  expect(await readOpened(db)).toEqual([]);
});

it('takes nothing over when the database refuses', async () => {
  await changeSettings(() => ({ loudness: 'list' }));
  db.close();
  await expect(restore(db, backup)).rejects.toThrow();
  expect(await readSettings()).toEqual({ ...DEFAULTS, loudness: 'list' });
  expect([...stored.keys()]).toEqual(['settings']);
});

it('is finished by the next worker when this one is killed after the settings are written', async () => {
  stored.set('settings', { version: 1, ...backup.settings });
  await db.put('restoring', backup.opened, 'restoring');
  stored.set('restoring', true);
  await finishRestoring(db);
  expect(await readOpened(db)).toEqual(backup.opened);
  expect(stored.has('restoring')).toBe(false);
  expect(await db.count('restoring')).toBe(0);
});

it('tells extension storage, which all pages hear of, nothing of what was opened', async () => {
  const heard: string[] = [];
  const listener = (changes: unknown) => void heard.push(JSON.stringify(changes));
  storageListeners.add(listener);
  await restore(db, backup);
  storageListeners.delete(listener);
  const said = heard.join();
  expect(said).toContain('restoring');
  expect(backup.opened.length).toBeGreaterThan(0);
  for (const { id, question } of backup.opened) {
    expect(said).not.toContain(question);
    expect(said).not.toContain(`"id":"${id}"`);
  }
});

it('leaves alone what the organisation set, and what is not to be remembered', async () => {
  setPolicy({ enforced: { loudness: 'badge', tellChanges: false } });
  await restore(db, backup);
  expect(await readSettings()).toEqual({
    ...DEFAULTS,
    ...backup.settings,
    loudness: 'badge',
    tellChanges: false,
  });
  expect(await readOpened(db)).toEqual([]);
  setPolicy({});
  expect((await readSettings()).loudness).toBe('badge');
});
