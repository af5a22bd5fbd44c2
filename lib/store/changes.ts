/** How open tabs hear that settings or library changed: through extension storage, which every context listens to. */
import { browser } from '../browser';
import type { Settings } from './settings';

/** Keys in extension storage. */
export const SETTINGS_KEY = 'settings';
const LIBRARY_KEY = 'library';
/** When the reader last let Factmark into websites or out of them; only its changing tells something. */
const ACCESS_KEY = 'access';

/**
 * Settings that decide what is found on a page, as they are at first; the others only whether it is read, and how it is
 * shown. (Told here again, because the script in every page listens and must not carry the schema.)
 */
export const FINDING = {
  strictness: 'normal',
  topicsOff: [],
  languagesOff: [],
  dismissed: [],
} as const satisfies Partial<Settings>;

type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/**
 * Calls `listener` when the settings, the library behind them, or the websites that may be read change; `finds`: other
 * things may be found on a page now. Ends with `signal`.
 */
export function onChange(listener: (finds: boolean) => void, signal: AbortSignal): void {
  const heard = (changes: Changes, area: string) => {
    // What an organisation sets (`managed.ts`) are settings, too; which, nobody here knows.
    if (area === 'managed') return listener(true);
    if (area !== 'local') return;
    const { [SETTINGS_KEY]: settings, [LIBRARY_KEY]: library, [ACCESS_KEY]: access } = changes;
    if (settings || library || access) listener(library !== undefined || decides(settings));
  };
  // Held, because nothing can be asked for in a script whose extension is gone.
  const { onChanged } = browser.storage;
  onChanged.addListener(heard);
  signal.addEventListener('abort', () => onChanged.removeListener(heard));
}

/** Do the two differ in what decides what is found? */
function decides(change: Changes[string] | undefined): boolean {
  const [was, is] = [change?.oldValue, change?.newValue].map((value) => (value ?? {}) as Partial<Settings>);
  return (Object.keys(FINDING) as (keyof typeof FINDING)[]).some(
    (key) => JSON.stringify(was?.[key] ?? FINDING[key]) !== JSON.stringify(is?.[key] ?? FINDING[key]),
  );
}

/** The version that open tabs were last told of. */
export const announcedLibrary = async (): Promise<unknown> =>
  (await browser.storage.local.get(LIBRARY_KEY))[LIBRARY_KEY];

/** Lets open tabs know that other websites may be read now. */
export const announceAccess = (): Promise<void> => browser.storage.local.set({ [ACCESS_KEY]: Date.now() });

/** Lets open tabs know that the library is another now. */
export const announceLibrary = (version: string): Promise<void> =>
  browser.storage.local.set({ [LIBRARY_KEY]: version });
