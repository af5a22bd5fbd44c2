/** Settings in extension storage: read, merged and written one after another. */
import { browser } from '../browser';
import { type Settings, parseSettings } from './settings';

const KEY = 'settings';

/** The settings as they are now. */
export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

let last: Promise<unknown> = Promise.resolve();

/** Applies `change` to the settings; changes asked for at the same time are applied in turn, none is lost. */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const next = last.then(async () => {
    const settings = await readSettings();
    const changed = parseSettings({ ...settings, ...change(settings) });
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
  last = next.catch(() => {});
  return next;
}

/** Calls `listener` when settings, or the library behind them, change. Ends with `signal`. */
export function onChange(listener: () => void, signal: AbortSignal): void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (KEY in changes || LIBRARY_KEY in changes)) listener();
  };
  browser.storage.onChanged.addListener(heard);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(heard));
}

const LIBRARY_KEY = 'library';

/** Lets open tabs know that the library is another now. */
export const announceLibrary = (version: string): Promise<void> => browser.storage.local.set({ [LIBRARY_KEY]: version });
