/** Which frames of a page are read: as many as are remembered of a tab, so that what is marked is counted and listed too. */
import { framesIn, MOST_FRAMES } from './tabs';

/** Milliseconds in which a frame that was let in has told that it was read, or is taken to be gone. */
const SOON = 60_000;
/** The same for one that has told that it holds no words yet: it is read all the same, and tells when it goes. */
const LONG = 600_000;

/**
 * By tab: the frames that were let in and hold no words as far as is known, and until when each is waited for. `tabs.ts`
 * has the others.
 */
const waiting = new Map<number, Map<number, number>>();

/** May this frame be read? The page itself always; of its frames no more than `MOST_FRAMES` at a time. */
export async function letIn(tabId: number, frameId: number): Promise<boolean> {
  if (frameId === 0) return true;
  const known = await framesIn(tabId);
  const here = waiting.get(tabId) ?? new Map<number, number>();
  const now = Date.now();
  for (const [id, until] of here) if (now > until) here.delete(id);
  const others = new Set([...known, ...here.keys()].filter((id) => id !== 0 && id !== frameId));
  if (others.size >= MOST_FRAMES - 1) return false;
  waiting.set(tabId, here.set(frameId, Math.max(here.get(frameId) ?? 0, now + SOON)));
  return true;
}

/** The frame has told what it holds, or that it is gone. */
export function heardOf(
  tabId: number,
  frameId: number,
  { words, gone }: { words: number; gone?: boolean },
): void {
  const here = waiting.get(tabId);
  if (words > 0 || gone) here?.delete(frameId);
  else if (here?.has(frameId)) here.set(frameId, Date.now() + LONG);
}

/** The tab shows another page, or was closed. */
export const letAllOut = (tabId: number): boolean => waiting.delete(tabId);
