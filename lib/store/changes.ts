/** How open tabs hear that settings or library changed: through extension storage, which every context listens to. */
import { browser } from '../browser';

/** Keys in extension storage. */
export const SETTINGS_KEY = 'settings';
const LIBRARY_KEY = 'library';

/** Calls `listener` when the settings, or the library behind them, change. Ends with `signal`. */
export function onChange(listener: () => void, signal: AbortSignal): void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    // What an organisation sets (`managed.ts`) are settings, too.
    if (area === 'managed' || (area === 'local' && (SETTINGS_KEY in changes || LIBRARY_KEY in changes)))
      listener();
  };
  // Held, because nothing can be asked for in a script whose extension is gone.
  const { onChanged } = browser.storage;
  onChanged.addListener(heard);
  signal.addEventListener('abort', () => onChanged.removeListener(heard));
}

/** The version that open tabs were last told of. */
export const announcedLibrary = async (): Promise<unknown> =>
  (await browser.storage.local.get(LIBRARY_KEY))[LIBRARY_KEY];

/** Lets open tabs know that the library is another now. */
export const announceLibrary = (version: string): Promise<void> =>
  browser.storage.local.set({ [LIBRARY_KEY]: version });
