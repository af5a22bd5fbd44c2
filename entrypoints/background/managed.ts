/**
 * Sources that an organisation sets are added when the browser starts, and tried again by the hour. Each is added once: a
 * reader may remove it, and it stays away until the organisation takes it off its list and lists it again.
 */
import { browser } from '../../lib/browser';
import { readSources } from '../../lib/store/editions/swap';
import { realEnv } from '../../lib/store/env';
import type { LiveLibrary } from '../../lib/store/live';
import { readManaged } from '../../lib/store/managed';
import { addFromAddress } from '../../lib/store/updates/add';
import type { Working } from '../../lib/store/updates/update';
import { say } from '../../lib/words';
import { LIMITS, noting, unnote } from './updates';

/** In extension storage: addresses of the list that were added. */
const KEY = 'managedSources';

/** What `addManagedSources` answers with. */
export interface ManagedSources {
  /** Adds what is missing; resolves when that is done or was cut. */
  readonly add: () => Promise<void>;
  /** Ends what runs or waits, for whoever needs the library now; the next alarm goes on. */
  readonly cut: () => void;
}

/**
 * To be called whenever the background starts; `world` is for tests. Adding by the hour is up to the caller, who lets it
 * wait for the scheduled updates.
 */
export function addManagedSources(live: LiveLibrary, world: Partial<Working> = {}): ManagedSources {
  let running: Promise<void> = Promise.resolve();
  const rounds = new Set<AbortController>();
  const add = () => {
    const round = new AbortController();
    rounds.add(round);
    running = running
      .then(() => addMissing(live, { ...world, signal: round.signal }))
      .catch((error) => console.warn(`factmark: ${String(error)}`))
      .finally(() => rounds.delete(round));
    return running;
  };
  browser.runtime.onInstalled.addListener(() => void add());
  browser.runtime.onStartup.addListener(() => void add());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void add();
  });
  return {
    add,
    cut: () => {
      for (const round of rounds) round.abort(new DOMException(say('store_request_gave_way'), 'AbortError'));
    },
  };
}

/** What is needed of the world: all but `signal` is for tests. */
type World = Partial<Working> & Pick<Working, 'signal'>;

async function addMissing(live: LiveLibrary, world: World): Promise<void> {
  const { sources: wanted } = await readManaged();
  const before = await addedBefore();
  // What is off the list may be listed again, and is added then.
  const added = before.filter((address) => wanted.includes(address));
  if (added.length !== before.length) await browser.storage.local.set({ [KEY]: added });
  const missing = wanted.filter((address) => !added.includes(address));
  if (missing.length === 0) return;
  const { database } = await live();
  for (const address of missing) {
    if (world.signal.aborted) return;
    const here = (await readSources(database)).some((source) => source.address === address);
    if (!here && !(await addOne(live, address, world))) continue;
    added.push(address);
    await browser.storage.local.set({ [KEY]: added });
  }
}

/** Was it added? If it was not, it is tried again by the hour; what was asked for is in the receipt. */
async function addOne(live: LiveLibrary, address: string, world: World): Promise<boolean> {
  const { database } = await live();
  const env = { ...realEnv(database, world.signal), limits: LIMITS, ...world };
  const { note, again } = noting(address, env.now);
  const pause = async () => {
    again();
    env.signal.throwIfAborted();
    await env.pause();
  };
  try {
    await addFromAddress({ ...env, pause }, address, note, 'daily');
    await live.again();
    return true;
  } catch (error) {
    if (!env.signal.aborted)
      console.warn(`factmark: the managed source ${address} was not added. ${String(error)}`);
    return false;
  } finally {
    await unnote(address);
  }
}

async function addedBefore(): Promise<readonly string[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}

/** After a reset they are added as after installing. */
export const forgetManagedSources = (): Promise<void> => browser.storage.local.remove(KEY);
