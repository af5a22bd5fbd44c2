/**
 * Takes a backup over, all of it or nothing. Settings live in extension storage and what was opened in the database, and
 * no transaction spans both: what was opened is laid ready in the database; then one write to extension storage holds
 * the settings and says that it is to be taken over; a worker that is killed in between does that when it starts again.
 * What was opened itself never goes through extension storage, which the scripts in all pages hear of.
 */
import { browser } from '../../browser';
import type { Database, StoredOpened } from '../database';
import { keepNewest } from '../opened/opened';
import { readSettings, replaceSettings } from '../settings-store';
import { newOpened } from './differences';
import { type ReadBackup, readBackup } from './format';

/** In extension storage: a backup is being taken over. In the database, store and key of what was opened. */
const KEY = 'restoring';

/** @throws Error in words; nothing has changed then. */
export async function restore(db: Database, backup: ReadBackup): Promise<void> {
  await db.put(KEY, backup.opened, KEY);
  const back = await replaceSettings(backup.settings, { [KEY]: true });
  try {
    await finishRestoring(db);
  } catch (error) {
    await back();
    await browser.storage.local.remove(KEY);
    throw error;
  }
}

/** Does what a killed worker has left to be done; to be called when the background starts. */
export async function finishRestoring(db: Database): Promise<void> {
  const { [KEY]: left } = await browser.storage.local.get(KEY);
  if (left === undefined) return;
  const ready = await db.get(KEY, KEY);
  if (ready && (await readSettings()).tellChanges) await takeOpened(db, openedIn(ready));
  await db.delete(KEY, KEY);
  await browser.storage.local.remove(KEY);
}

/** What is left may have been written by another version: it is read as a file is. */
const openedIn = (ready: unknown): readonly StoredOpened[] =>
  readBackup(JSON.stringify({ format: 'factmark-settings-1', opened: ready })).opened;

/** In one transaction. What changed since a check was opened is looked up again. */
async function takeOpened(db: Database, saved: readonly StoredOpened[]): Promise<void> {
  const tx = db.transaction(['opened', 'changes'], 'readwrite');
  const opened = tx.objectStore('opened');
  const taken = newOpened(saved, await opened.getAll());
  await Promise.all([
    ...taken.flatMap((one) => [opened.put(one), tx.objectStore('changes').delete(one.id)]),
    tx.done,
  ]);
  await keepNewest(db, new Date());
}
