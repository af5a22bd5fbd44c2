/** What the reader opened, and what an update made of it. */
import { readReview } from '../../lib/store/editions/reviews';
import type { Live } from '../../lib/store/live';
import { type Now, noteChanges, noteOpened } from '../../lib/store/opened/opened';
import { ofCheck, ofReview } from '../../lib/store/opened/snapshot';
import { readSettings } from '../../lib/store/settings-store';

/** Remembers what the reader sees in this check now. */
export async function rememberOpened(live: Live, id: string): Promise<void> {
  const now = await saysNow(live, id);
  if (now) await noteOpened(live.database, now.snapshot, new Date());
}

/** Looks which of the checks that were opened say another thing now, unless the reader does not want to be told. */
export async function lookForChanges(live: Live): Promise<void> {
  if ((await readSettings()).tellChanges)
    await noteChanges(live.database, (id) => saysNow(live, id), new Date());
}

async function saysNow({ checks, sources, database }: Live, id: string): Promise<Now | undefined> {
  const check = checks.get(id)?.check;
  if (check) return { snapshot: ofCheck(check), changes: check.changes ?? [] };
  const stored = await readReview(database, sources, id);
  return stored && { snapshot: ofReview(stored.review), changes: [] };
}
