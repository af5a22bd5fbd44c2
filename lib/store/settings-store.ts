/**
 * Settings in extension storage: read, merged and written one after another. Only what the reader chose is stored. What
 * holds is our defaults, over these what the organisation suggests, what the reader chose, and what the organisation set.
 */
import { browser } from '../browser';
import { say } from '../words';
import { SETTINGS_KEY as KEY } from './changes';
import { type Managed, readManaged } from './managed';
import { DEFAULTS, fittingSettings, type Settings } from './settings';

type Own = Partial<Settings>;

const layered = ({ defaults, enforced }: Managed, own: Own): Settings => ({
  ...DEFAULTS,
  ...defaults,
  ...own,
  ...enforced,
});

const readOwn = async (): Promise<Own> => fittingSettings((await browser.storage.local.get(KEY))[KEY]);

/** The settings as they are now. */
export async function readSettings(): Promise<Settings> {
  const [managed, own] = await Promise.all([readManaged(), readOwn()]);
  return layered(managed, own);
}

/** The settings that the organisation set, which cannot be changed here. */
export const lockedSettings = async (): Promise<readonly (keyof Settings)[]> =>
  Object.keys((await readManaged()).enforced) as (keyof Settings)[];

let last: Promise<unknown> = Promise.resolve();

/** Works on the settings one after another. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work);
  last = next.catch(() => {});
  return next;
}

/**
 * Applies `change` to the settings; changes asked for at the same time are applied in turn, none is lost.
 * A changed field that does not fit stays as it was.
 * @throws Error if it would change what the organisation set; nothing has changed then.
 */
export const changeSettings = (change: (settings: Settings) => Partial<Settings>): Promise<Settings> =>
  inTurn(async () => {
    const [managed, own] = await Promise.all([readManaged(), readOwn()]);
    const wanted = fittingSettings(change(layered(managed, own)));
    const { enforced } = managed as { enforced: Own };
    for (const key of Object.keys(wanted) as (keyof Settings)[]) {
      if (!(key in enforced)) continue;
      if (JSON.stringify(wanted[key]) !== JSON.stringify(enforced[key]))
        throw new Error(say('options_locked'));
      delete wanted[key];
    }
    const changed: Own = { version: DEFAULTS.version, ...own, ...wanted };
    await browser.storage.local.set({ [KEY]: changed });
    return layered(managed, changed);
  });

/**
 * Puts `settings` in the place of what the reader chose in these fields, and writes `beside` in the same breath: all of
 * it is stored, or nothing. Fields that the organisation set are left out. Answers with a way back.
 */
export const replaceSettings = (
  settings: Partial<Settings>,
  beside: Readonly<Record<string, unknown>>,
): Promise<() => Promise<void>> =>
  inTurn(async () => {
    const [managed, own] = await Promise.all([readManaged(), readOwn()]);
    const next: Record<string, unknown> = { ...fittingSettings(settings) };
    for (const key of Object.keys(managed.enforced)) delete next[key];
    await browser.storage.local.set({ [KEY]: { version: DEFAULTS.version, ...own, ...next }, ...beside });
    return () => inTurn(() => browser.storage.local.set({ [KEY]: own }));
  });

/** Forgets all that the reader chose. */
export const resetSettings = (): Promise<void> => inTurn(() => browser.storage.local.remove(KEY));
