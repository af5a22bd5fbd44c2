/** Everything of a reader's own: saved as a file, looked into, taken over, and reset. */
import { browser } from '../../lib/browser';
import type { PanelCalls } from '../../lib/messages/calls';
import type { Handlers } from '../../lib/messages/wire';
import { preview } from '../../lib/store/backup/differences';
import { type ReadBackup, readBackup, writeBackup } from '../../lib/store/backup/format';
import { finishRestoring, restore } from '../../lib/store/backup/restore';
import { readSources, removeSource } from '../../lib/store/editions/swap';
import { realEnv } from '../../lib/store/env';
import type { Live, LiveLibrary } from '../../lib/store/live';
import { eraseReceipt } from '../../lib/store/network/receipt';
import { forgetOpened, readOpened } from '../../lib/store/opened/opened';
import { lockedSettings, readOwnSettings, readSettings, resetSettings } from '../../lib/store/settings-store';
import { withLock } from '../../lib/store/updates/lock';
import { giveBackNotices } from './choices';
import { forgetManagedSources } from './managed';
import { lookForChanges } from './opened';

type BackupCalls = Pick<PanelCalls, 'backup' | 'previewBackup' | 'restoreBackup' | 'reset'>;

/** `cutUpdates` ends what is updated on schedule. */
export const backupHandlers = (
  live: LiveLibrary,
  cutUpdates: () => void,
): Handlers<BackupCalls, undefined> => ({
  backup: async () => {
    const { database } = await live();
    return writeBackup({
      at: new Date(),
      version: browser.runtime.getManifest().version,
      settings: await readOwnSettings(),
      sources: await readSources(database),
      opened: (await readSettings()).tellChanges ? await readOpened(database) : [],
    });
  },
  previewBackup: async ({ text }) => {
    const backup = readBackup(text);
    const { database } = await live();
    const here = {
      settings: await readSettings(),
      locked: await lockedSettings(),
      sources: await readSources(database),
      opened: await readOpened(database),
    };
    const { exported, leftOut, settings } = backup;
    return { ...preview(backup, here), exported, leftOut, notify: settings.notifyChanges ?? false };
  },
  restoreBackup: async ({ text }) => {
    const here = await live();
    const backup = await allowed(readBackup(text));
    await restore(here.database, backup);
    await lookForChanges(here);
    const settings = await readSettings();
    // The backup switches it off, not only an organisation.
    if (backup.settings.tellChanges === false && !settings.tellChanges) await forgetOpened(here.database);
    if (!settings.notifyChanges) await giveBackNotices();
    return settings;
  },
  reset: async ({ sources, opened, receipt }) => {
    const { database } = await live();
    if (sources) {
      cutUpdates();
      const env = realEnv(database, new AbortController().signal);
      await withLock(async () => {
        // Those that can't be read, too.
        for (const id of await database.getAllKeys('sources')) await removeSource(env, id);
      }).finally(live.again);
      await forgetManagedSources();
    }
    if (opened) await forgetOpened(database);
    if (receipt) await eraseReceipt(database);
    await resetSettings();
    await giveBackNotices();
  },
});

/** Notifications stay off where the browser was not asked, or the reader said no. */
async function allowed(backup: ReadBackup): Promise<ReadBackup> {
  const { settings } = backup;
  if (!settings.notifyChanges) return backup;
  const may = await browser.permissions.contains({ permissions: ['notifications'] }).catch(() => false);
  return may ? backup : { ...backup, settings: { ...settings, notifyChanges: false } };
}

/** A worker that was killed while it took a backup over goes on with it. */
export const finishWhatWasBegun = ({ database }: Live): Promise<void> => finishRestoring(database);
