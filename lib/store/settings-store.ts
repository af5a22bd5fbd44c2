/**
 * Settings in extension storage: read, merged and written one after another. Only what the reader chose is stored. What
 * holds is our defaults, over these what the organisation suggests, what the reader chose, and what the organisation set.
 */
import { browser } from '../browser';
import { say } from '../words';
import { SETTINGS_KEY as KEY } from './changes';
import { type Managed, readManaged } from './managed';
import { allFits, DEFAULTS, fittingSettings, type Settings } from './settings';

type Own = Partial<Settings>;
type Stored = Readonly<Record<string, unknown>>;

const layered = ({ defaults, enforced }: Managed, own: Own): Settings => ({
  ...DEFAULTS,
  ...defaults,
  ...own,
  ...enforced,
});

const readStored = async (): Promise<unknown> => (await browser.storage.local.get(KEY))[KEY];

/** What the reader chose, and nothing else. */
export const readOwnSettings = async (): Promise<Own> => fittingSettings(await readStored());

/**
 * `stored` with `change` over it. What a newer version of Factmark wrote keeps its number and all that we don't know or
 * can't read, so that it is there when that version comes back.
 */
function written(stored: unknown, change: Own): Stored {
  const isNewer = Number(Object(stored).version) > DEFAULTS.version;
  if (!isNewer) return { version: DEFAULTS.version, ...fittingSettings(stored), ...change };
  const { version: _version, ...rest } = change;
  return { ...(stored as Stored), ...rest };
}

/** The settings as they are now. */
export async function readSettings(): Promise<Settings> {
  const [managed, own] = await Promise.all([readManaged(), readOwnSettings()]);
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
 * Applies `changing` to the settings; changes asked for at the same time are applied in turn, none is lost.
 * @throws Error in words, if a list is full or a field does not fit, or if it would change what the organisation set;
 * nothing has changed then.
 */
export const changeSettings = (changing: (settings: Settings) => Partial<Settings>): Promise<Settings> =>
  inTurn(async () => {
    const [managed, stored] = await Promise.all([readManaged(), readStored()]);
    const own = fittingSettings(stored);
    const change = changing(layered(managed, own));
    if (!allFits(change)) throw new Error(say('store_settings_full'));
    const wanted = fittingSettings(change);
    const { enforced } = managed as { enforced: Own };
    for (const key of Object.keys(wanted) as (keyof Settings)[]) {
      if (!(key in enforced)) continue;
      if (JSON.stringify(wanted[key]) !== JSON.stringify(enforced[key]))
        throw new Error(say('options_locked'));
      delete wanted[key];
    }
    await browser.storage.local.set({ [KEY]: written(stored, wanted) });
    return layered(managed, { ...own, ...wanted });
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
    const [managed, stored] = await Promise.all([readManaged(), readStored()]);
    const next = fittingSettings(settings) as Record<string, unknown>;
    for (const key of Object.keys(managed.enforced)) delete next[key];
    await browser.storage.local.set({ [KEY]: written(stored, next), ...beside });
    return () => inTurn(() => browser.storage.local.set({ [KEY]: stored ?? {} }));
  });

/** Forgets all that the reader chose. */
export const resetSettings = (): Promise<void> => inTurn(() => browser.storage.local.remove(KEY));
