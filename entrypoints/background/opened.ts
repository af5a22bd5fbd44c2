/** What the reader opened, and what an update made of it. */
import { browser } from '../../lib/browser';
import type { PanelCalls } from '../../lib/messages/calls';
import type { Handlers } from '../../lib/messages/wire';
import { readReview } from '../../lib/store/editions/reviews';
import type { Live, LiveLibrary } from '../../lib/store/live';
import {
  forgetOpened,
  type Now,
  noteChanges,
  noteOpened,
  noteTold,
  readChanges,
} from '../../lib/store/opened/opened';
import { ofCheck, ofReview } from '../../lib/store/opened/snapshot';
import { readSettings } from '../../lib/store/settings-store';
import { checkView } from './cards';

type OpenedCalls = Pick<PanelCalls, 'check' | 'changes' | 'changesTold' | 'forgetOpened'>;

export const openedHandlers = (live: LiveLibrary): Handlers<OpenedCalls, undefined> => ({
  check: async ({ id, opened }) => {
    const here = await live();
    const settings = await readSettings();
    const view = await checkView(here, id, settings);
    if (opened && view && settings.tellChanges && !(await isPrivate())) await rememberOpened(here, id);
    return view;
  },
  changes: async () => ((await readSettings()).tellChanges ? readChanges((await live()).database) : []),
  changesTold: async ({ ids }) => noteTold((await live()).database, ids),
  forgetOpened: async () => forgetOpened((await live()).database),
});

/** Remembers what the reader sees in this check now; where there is no room for that, they see it all the same. */
async function rememberOpened(live: Live, id: string): Promise<void> {
  try {
    const now = await saysNow(live, id);
    if (now) await noteOpened(live.database, now.snapshot, new Date());
  } catch (error) {
    console.warn(`factmark: it is not remembered that ${id} was opened. ${String(error)}`);
  }
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

/** Is the window in use a private one? What is opened there is not remembered. */
async function isPrivate(): Promise<boolean> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return active?.incognito ?? false;
}
