/**
 * A text that the reader wants to look up, on its way from a menu to the panel. It waits in session storage, in memory and
 * out of reach of pages, until the panel takes it.
 */
import { browser } from '../../lib/browser';

export interface Lookup {
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The window whose panel is meant; absent: any that is open. */
  readonly windowId?: number | undefined;
}

const KEY = 'lookup';
/** Characters looked up; more is no sentence. */
export const LONGEST_LOOKUP = 1_000;
/** What nobody took by then is not wanted any more, milliseconds. */
const STALE = 60_000;

/** Leaves a text for the panel of a window. */
export const leaveLookup = (text: string, windowId?: number): Promise<void> => {
  const lookup: Lookup = { text: text.slice(0, LONGEST_LOOKUP), at: Date.now(), windowId };
  return browser.storage.session.set({ [KEY]: lookup });
};

/** Calls `onText` with each text that is left for the panel of this window, also one that waits already. Ends with `signal`. */
export function takeLookups(windowId: number, onText: (text: string) => void, signal: AbortSignal): void {
  const take = async () => {
    const lookup = (await browser.storage.session.get(KEY))[KEY] as Lookup | undefined;
    if (!lookup || signal.aborted || (lookup.windowId ?? windowId) !== windowId) return;
    await browser.storage.session.remove(KEY);
    if (Date.now() - lookup.at < STALE) onText(lookup.text);
  };
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[KEY]?.newValue) void take().catch(() => {});
  };
  browser.storage.onChanged.addListener(heard);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(heard));
  void take().catch(() => {});
}
