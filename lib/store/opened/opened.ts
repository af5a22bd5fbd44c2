/**
 * Which checks the reader opened, and what became of them since: kept on this device only, bounded, and forgotten on
 * demand.
 */
import type { FactCheck } from '../../claims';
import type { Database, StoredChange, StoredOpened } from '../database';
import { checkRoom } from '../room';
import { differs, isSnapshot, type Snapshot, sameVerdict } from './snapshot';

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

/** Remembers that the reader opened this check and saw this. @throws DOMException `QuotaExceededError` on a full disk. */
export async function noteOpened(db: Database, snapshot: Snapshot, now: Date): Promise<void> {
  await checkRoom();
  await db.put('opened', { ...snapshot, opened: now.toISOString() });
  await keepNewest(db, now);
}

/** Forgets what was opened longest ago, where it is more than is kept. */
export async function keepNewest(db: Database, now: Date): Promise<void> {
  if ((await db.count('opened')) <= MOST) return;
  const all = (await db.getAll('opened')).sort((a, b) => openedAt(b, now) - openedAt(a, now));
  for (const { id } of all.slice(MOST)) {
    await db.delete('opened', id);
    await db.delete('changes', id);
  }
}

/** What the reader opened, newest first. What can't be read is left out, and said to whoever looks for it. */
export async function readOpened(db: Database, now = new Date()): Promise<StoredOpened[]> {
  return (await readSound(db)).sort((a, b) => openedAt(b, now) - openedAt(a, now));
}

/** A clock that is set right by so much did not run ahead. */
const SLACK = 86_400_000;

/** Milliseconds. What a clock that ran ahead put into the future counts as oldest: nothing newer could ever outlast it. */
function openedAt({ opened }: StoredOpened, now: Date): number {
  const at = Date.parse(opened);
  return at <= now.getTime() + SLACK ? at : Number.MIN_SAFE_INTEGER;
}

async function readSound(db: Database): Promise<StoredOpened[]> {
  const all = await db.getAll('opened');
  const sound = all.filter((one) => isSnapshot(one) && !Number.isNaN(Date.parse(one.opened)));
  if (sound.length < all.length)
    console.warn(`factmark: ${all.length - sound.length} of what was opened can't be read; it is left out.`);
  return sound;
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
  for (const opened of await readSound(db)) {
    const now = await find(opened.id);
    // What is not in the library any more can't be opened either.
    if (!now) await db.delete('changes', opened.id);
    if (!now) continue;
    const stored = await db.get('changes', opened.id);
    const known = isSnapshot(stored?.now) ? stored : undefined;
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
  return all.filter(isChange).sort((a, b) => Number(a.told) - Number(b.told) || (a.when < b.when ? 1 : -1));
}

/** The change of one check. */
export async function readChange(db: Database, id: string): Promise<StoredChange | undefined> {
  const change = await db.get('changes', id);
  return isChange(change) ? change : undefined;
}

const isChange = (change: StoredChange | undefined): change is StoredChange =>
  isSnapshot(change?.was) && isSnapshot(change?.now);

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
