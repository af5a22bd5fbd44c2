/** The browser's leave to reach a host: looked up, asked for in the reader's own click, and given back. */
import { browser } from '../../../lib/browser';
import { originOf } from './origins';

/** May the host of `address` be reached as things are? */
export const isAllowed = (address: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originOf(address)] }).catch(() => false);

/**
 * Asks the browser, which asks the reader unless the host is allowed already. Call it in a click, before anything is
 * awaited: browsers refuse it elsewhere.
 */
export const askFor = (address: string): Promise<boolean> =>
  browser.permissions.request({ origins: [originOf(address)] }).catch(() => false);

/** Gives hosts back. The browser keeps what the extension cannot do without (the pages it reads): that is no failure. */
export async function giveBack(origins: readonly string[]): Promise<void> {
  for (const origin of origins) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
}
