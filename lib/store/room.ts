/** Is there room on the disk? */
import { say } from '../words';

/**
 * What is to be left of it, bytes. Chromium throws away a whole database that it can't open for want of room, and closes it
 * at the first write that finds none: so nothing much is written where there is next to none.
 */
const LEAST = 32e6;

/**
 * Is there room for `writing` bytes, so that `leaving` are left then?
 * @throws DOMException `QuotaExceededError` if the disk is nearly full, as far as the browser says.
 */
export async function checkRoom({ writing = 0, leaving = LEAST } = {}): Promise<void> {
  // A browser that can't say has not said no.
  const said = await globalThis.navigator?.storage?.estimate?.().catch(() => undefined);
  const { quota, usage } = said ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < leaving + writing)
    throw new DOMException(say('store_failed_room'), 'QuotaExceededError');
}
