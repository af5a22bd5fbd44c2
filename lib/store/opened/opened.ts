/**
 * Which checks the reader opened, and what became of them since: kept on this device only, bounded, and forgotten on
 * demand.
 */
import type { FactCheck } from '../../claims';
import type { Database, StoredChange, StoredOpened } from '../database';
import { differs, type Snapshot, sameVerdict } from './snapshot';

/** Checks remembered; the ones opened longest ago go first. */
const MOST = 2_000;

/** What a check says now, with its own log of changes, oldest first. */
export interface Now {
  readonly snapshot: Snapshot;
  readonly changes: NonNullable<FactCheck['changes']>;
}

/** The publisher's reason, if its log says why this verdict was given up; '' else. */
function whyOf({ verdict }: StoredOpened, { snapshot, changes }: Now): string {
  const last = changes.at(-1);
  const changed = snapshot.verdict.label !== verdict.label || snapshot.verdict.rating !== verdict.rating;
  return changed && last?.was.label === verdict.label && last.was.rating === verdict.rating ? last.why : '';
}

/** Remembers that the reader opened this check and saw this. */
export async function noteOpened(db: Database, snapshot: Snapshot, now: Date): Promise<void> {
  await db.put('opened', { ...snapshot, opened: now.toISOString() });
  await keepNewest(db);
}

/** Forgets what was opened longest ago, where it is more than is kept. */
export async function keepNewest(db: Database): Promise<void> {
  if ((await db.count('opened')) <= MOST) return;
  const all = await db.getAll('opened');
  all.sort((a, b) => (a.opened < b.opened ? -1 : 1));
  for (const { id } of all.slice(0, all.length - MOST)) {
    await db.delete('opened', id);
    await db.delete('changes', id);
  }
}

/** What the reader opened, newest first. */
export async function readOpened(db: Database): Promise<StoredOpened[]> {
  return (await db.getAll('opened')).sort((a, b) => (a.opened < b.opened ? 1 : -1));
}

/**
 * Holds what was opened against the library: what says another thing now is kept as a change that the reader has not
 * been told of. `find` answers with what a check says now; undefined if it is not in the library.
 */
export async function noteChanges(
  db: Database,
  find: (id: string) => Promise<Now | undefined>,
  when: Date,
): Promise<void> {
  for (const opened of await db.getAll('opened')) {
    const now = await find(opened.id);
    // What is not in the library any more can't be opened either.
    if (!now) await db.delete('changes', opened.id);
    if (!now) continue;
    const known = await db.get('changes', opened.id);
    // What was told already, or waits to be told, is not news.
    if (!differs(known?.now ?? opened, now.snapshot)) continue;
    if (!differs(opened, now.snapshot)) await db.delete('changes', opened.id);
    else
      await db.put('changes', {
        id: opened.id,
        when: when.toISOString(),
        was: opened,
        now: now.snapshot,
        why: whyOf(opened, now),
        told: false,
        ...(known?.notified && sameVerdict(known.now, now.snapshot) ? { notified: true } : {}),
      });
  }
}

/** Changes, those the reader has not been told of first, newest first. */
export async function readChanges(db: Database): Promise<StoredChange[]> {
  const all = await db.getAll('changes');
  return all.sort((a, b) => Number(a.told) - Number(b.told) || (a.when < b.when ? 1 : -1));
}

/** The change of one check. */
export const readChange = (db: Database, id: string): Promise<StoredChange | undefined> =>
  db.get('changes', id);

/** The reader has been told of these, and knows from now on what they say. */
export async function noteTold(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction(['changes', 'opened'], 'readwrite');
  for (const id of ids) {
    const change = await tx.objectStore('changes').get(id);
    if (!change || change.told) continue;
    await tx.objectStore('changes').put({ ...change, told: true });
    await tx.objectStore('opened').put({ ...change.now, opened: change.was.opened });
  }
  await tx.done;
}

/** A notification came up for these: none does again until their verdict changes once more. */
export async function noteNotified(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction('changes', 'readwrite');
  for (const id of ids) {
    const change = await tx.store.get(id);
    if (change) await tx.store.put({ ...change, notified: true });
  }
  await tx.done;
}

/** Forgets all of it. */
export async function forgetOpened(db: Database): Promise<void> {
  const stores = ['changes', 'opened', 'restoring'] as const;
  const tx = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((store) => tx.objectStore(store).clear()), tx.done]);
}
