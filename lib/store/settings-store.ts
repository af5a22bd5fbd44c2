/** Settings in extension storage: read, merged and written one after another. */
import { browser } from '../browser';
import { SETTINGS_KEY as KEY } from './changes';
import { parseSettings, type Settings } from './settings';

/** The settings as they are now. */
export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Applies `change` to the settings; changes asked for at the same time are applied in turn, none is lost.
 * A changed field that does not fit stays as it was.
 */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const next = last.then(async () => {
    const settings = await readSettings();
    const changed = parseSettings({ ...settings, ...change(settings) }, settings);
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
  last = next.catch(() => {});
  return next;
}
