/**
 * A text that the reader wants to look up, on its way from a menu or the address bar to the panel or a tab. It waits in
 * session storage, in memory and out of reach of pages, until it is taken. It is never part of an address: the browser
 * keeps those in its history.
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
/** For a tab of ours that is just being opened; no panel takes it. */
const TAB_KEY = 'tabLookup';
/** Characters looked up; more is no sentence. */
export const LONGEST_LOOKUP = 1_000;
/** What nobody took by then is not wanted any more, milliseconds. */
const STALE = 60_000;

/** Leaves a text for the panel of a window. */
export const leaveLookup = (text: string, windowId?: number): Promise<void> => {
  const lookup: Lookup = { text: text.slice(0, LONGEST_LOOKUP), at: Date.now(), windowId };
  return browser.storage.session.set({ [KEY]: lookup });
};

/** Leaves a text, and answers with the address of the tab that takes it. '' leaves nothing, not even what waited before. */
export async function leaveForTab(text: string): Promise<string> {
  if (text === '') await browser.storage.session.remove(TAB_KEY);
  else {
    const lookup: Lookup = { text: text.slice(0, LONGEST_LOOKUP), at: Date.now() };
    await browser.storage.session.set({ [TAB_KEY]: lookup });
  }
  return browser.runtime.getURL('popup.html?find' as never);
}

/** Takes the text that was left for a tab; '' if none waits. */
export async function takeForTab(): Promise<string> {
  const lookup = (await browser.storage.session.get(TAB_KEY))[TAB_KEY] as Lookup | undefined;
  if (!lookup) return '';
  await browser.storage.session.remove(TAB_KEY);
  return Date.now() - lookup.at < STALE ? lookup.text : '';
}

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
