/** When this version of the extension began to run: what an earlier one left behind stands in older documents only. */
import { browser } from '../../lib/browser';

/** In session storage, which lasts exactly as long as this version goes on running. */
const NAME = 'running-since';

let since: Promise<number> | undefined;

/** Milliseconds since the epoch; noted when it is first asked for, at the background's first start. */
export function runningSince(): Promise<number> {
  since ??= noted();
  return since;
}

async function noted(): Promise<number> {
  const known = (await browser.storage.session.get(NAME))[NAME];
  if (typeof known === 'number') return known;
  const now = Date.now();
  await browser.storage.session.set({ [NAME]: now });
  return now;
}
