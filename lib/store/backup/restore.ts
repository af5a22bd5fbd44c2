/**
 * Takes a backup over, all of it or nothing. Settings live in extension storage and what was opened in the database, and
 * no transaction spans both: one write to extension storage holds the settings and what is still to be done in the
 * database; a worker that is killed in between does that when it starts again.
 */
import { browser } from '../../browser';
import type { Database, StoredOpened } from '../database';
import { keepNewest } from '../opened/opened';
import { readSettings, replaceSettings } from '../settings-store';
import { newOpened } from './differences';
import { type ReadBackup, readBackup } from './format';

/** In extension storage: what was opened according to a backup that is being taken over. */
const KEY = 'restoring';

/** @throws Error in words; nothing has changed then. */
export async function restore(db: Database, backup: ReadBackup): Promise<void> {
  const back = await replaceSettings(backup.settings, { [KEY]: { opened: backup.opened } });
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
  if ((await readSettings()).tellChanges) await takeOpened(db, openedIn(left));
  await browser.storage.local.remove(KEY);
}

/** What is left may have been written by another version: it is read as a file is. */
const openedIn = (left: unknown): readonly StoredOpened[] =>
  readBackup(JSON.stringify({ format: 'factmark-settings-1', opened: Object(left).opened })).opened;

/** In one transaction. What changed since a check was opened is looked up again. */
async function takeOpened(db: Database, saved: readonly StoredOpened[]): Promise<void> {
  const tx = db.transaction(['opened', 'changes'], 'readwrite');
  const opened = tx.objectStore('opened');
  const taken = newOpened(saved, await opened.getAll());
  await Promise.all([
    ...taken.flatMap((one) => [opened.put(one), tx.objectStore('changes').delete(one.id)]),
    tx.done,
  ]);
  await keepNewest(db);
}
