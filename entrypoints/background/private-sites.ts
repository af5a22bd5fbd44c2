/**
 * Sites switched on or off in private windows. Which they are is kept in memory only, and holds in private windows only,
 * until the last of these is closed: no host of a private page is written down.
 */
import { browser } from '../../lib/browser';
import { tabAllFrames } from '../../lib/messages/client';
import type { Settings } from '../../lib/store/settings';
import { changeSettings, lockedSettings, readSettings } from '../../lib/store/settings-store';
import { isSiteOff, withSite } from '../../lib/store/sites';
import { say } from '../../lib/words';

/** In session storage, which content scripts do not hear of. */
const KEY = 'private-sites';
/** Sites remembered: the oldest go first. */
const MOST = 200;

/** A host, and whether Factmark is on there in private windows, where that differs from the settings. */
type Choice = readonly [host: string, on: boolean];

const read = async (): Promise<readonly Choice[]> =>
  ((await browser.storage.session.get(KEY))[KEY] as readonly Choice[] | undefined) ?? [];

let last: Promise<unknown> = Promise.resolve();

/** Works on the list one after another. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const next = last.then(work);
  last = next.catch(() => {});
  return next;
}

/** Is Factmark off at this host, in private windows or in ordinary ones? */
export async function isOffHere(settings: Settings, host: string, incognito: boolean): Promise<boolean> {
  const chosen = incognito ? (await read()).find(([name]) => name === host) : undefined;
  return chosen ? !chosen[1] : isSiteOff(settings, host);
}

/**
 * Switches a site on or off where the reader is: everywhere, or in private windows until the last is closed.
 * @throws Error in words, if the organisation's settings do not let it.
 */
export async function switchSiteHere(host: string, on: boolean, incognito: boolean): Promise<void> {
  if (host === '') return;
  if (!incognito) {
    await changeSettings((s) => withSite(s, host, on));
    return;
  }
  await inTurn(async () => {
    const [settings, locked] = await Promise.all([readSettings(), lockedSettings()]);
    const isOn = !isSiteOff(settings, host);
    const change = isOn === on ? {} : withSite(settings, host, on);
    if (Object.keys(change).some((key) => locked.some((name) => name === key)))
      throw new Error(say('options_locked'));
    const others = (await read()).filter(([name]) => name !== host);
    await browser.storage.session.set({
      [KEY]: isOn === on ? others : [...others.slice(1 - MOST), [host, on]],
    });
  });
  await tellPrivateTabs();
}

/** Calls `listener` when a site was switched in a private window. To be called whenever the background starts. */
export function onPrivateSites(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && KEY in changes) listener();
  });
}

/** To be called when a tab was closed: with the last private one, what was chosen there is forgotten. */
export const forgetPrivateSites = (): Promise<void> =>
  inTurn(async () => {
    if ((await read()).length > 0 && (await privateTabs()).length === 0)
      await browser.storage.session.remove(KEY);
  });

const privateTabs = async () => (await browser.tabs.query({})).filter(({ incognito }) => incognito);

/** Their scripts hear of settings by themselves, of this only from us. Who does not answer is no page that is read. */
async function tellPrivateTabs(): Promise<void> {
  const ids = (await privateTabs()).flatMap(({ id }) => id ?? []);
  await Promise.allSettled(ids.map((id) => tabAllFrames(id).askAgain()));
}
