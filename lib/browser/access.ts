/**
 * The reader's leave to read websites. Installing gives it; a reader may take it back in the browser, for all or for some,
 * and give it again, whenever they like. The browser then runs our scripts in fewer pages or in more, and tells us.
 */
import { browser } from './index';

const WEBSITES = ['http://*/*', 'https://*/*'];

/** May all websites be read? */
export const mayReadAll = (): Promise<boolean> =>
  browser.permissions.contains({ origins: WEBSITES }).catch(() => false);

/**
 * May the page at an address be read? For one without a host of its own (`about:srcdoc`, `blob:`) `home` is the address it
 * belongs to, where that is known.
 */
export async function mayRead(url: string, home?: string): Promise<boolean> {
  // Files are allowed by another switch, which reloads the extension: a script that asks from there may.
  const address = [url, home].find((one) => /^(https?|file):/.test(one ?? ''));
  if (address?.startsWith('file:')) return true;
  if (address === undefined || !URL.canParse(address)) return mayReadAll();
  const { protocol, hostname } = new URL(address);
  // Ports are left out: not every browser has them in patterns. Nor has every one all hosts.
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }).catch(mayReadAll);
}

/** Asks the reader for all websites. To be called first thing in a click: browsers refuse it later. */
export const askToReadAll = (): Promise<boolean> =>
  browser.permissions.request({ origins: WEBSITES }).catch(() => false);

/** Calls `listener` when sites are allowed (`true`) or no longer allowed. Ends with `signal`. */
export function onAccess(listener: (more: boolean) => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  const heard = (more: boolean) => (change: { origins?: string[] }) => {
    if ((change.origins?.length ?? 0) > 0) listener(more);
  };
  const [added, removed] = [heard(true), heard(false)];
  onAdded.addListener(added);
  onRemoved.addListener(removed);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(added);
    onRemoved.removeListener(removed);
  });
}
