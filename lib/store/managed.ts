/**
 * What an organisation sets for its readers, from the browser's managed storage (`public/managed.json` is its schema,
 * `docs/organisations/policies.md` tells of it): settings to start from, settings that hold, sources, and a silent first
 * run.
 */
import * as v from 'valibot';
import { browser } from '../browser';
import { entriesLeftOut, fittingSettings, type Settings } from './settings';

/** Settings that an organisation can set. */
export const MANAGEABLE = [
  'loudness',
  'loudnessFor',
  'strictness',
  'topicsOff',
  'languagesOff',
  'siteMode',
  'sitesOff',
  'sitesOnly',
  'tellChanges',
] as const satisfies readonly (keyof Settings)[];

type ManagedSettings = Partial<Pick<Settings, (typeof MANAGEABLE)[number]>>;

export interface Managed {
  /** What holds until the reader chooses otherwise. */
  readonly defaults: ManagedSettings;
  /** What holds whatever the reader chose. */
  readonly enforced: ManagedSettings;
  /** Addresses of sources that are added. */
  readonly sources: readonly string[];
  /** No welcome page after installing. */
  readonly silent: boolean;
}

const NOTHING: Managed = { defaults: {}, enforced: {}, sources: [], silent: false };

/** Sources that can be set. */
const MOST_SOURCES = 50;

const address = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.url(),
  v.regex(/^https?:\/\/[^@]+$/i),
  v.transform((url) => new URL(url).href),
);

/** Reads what the browser holds. What does not fit is left out, and `warn` hears of it. */
export function parseManaged(stored: unknown, warn: (problem: string) => void): Managed {
  if (typeof stored !== 'object' || stored === null) return NOTHING;
  const { defaults, enforced, sources, firstRun, ...unknown } = stored as Record<string, unknown>;
  for (const key of Object.keys(unknown)) warn(`there is no policy “${key}”`);
  if (firstRun !== undefined && firstRun !== 'silent' && firstRun !== 'welcome')
    warn('“firstRun” is neither “silent” nor “welcome”');
  return {
    defaults: settingsIn('defaults', defaults, warn),
    enforced: settingsIn('enforced', enforced, warn),
    sources: addressesIn(sources, warn),
    silent: firstRun === 'silent',
  };
}

function settingsIn(name: string, stored: unknown, warn: (problem: string) => void): ManagedSettings {
  if (stored === undefined) return {};
  const fitting: Record<string, unknown> = { ...fittingSettings(stored) };
  for (const key of Object.keys(Object(stored)))
    if (!MANAGEABLE.some((known) => known === key) || !(key in fitting)) {
      warn(`“${name}.${key.slice(0, 40)}” is not a setting that can be set, or its value does not fit`);
      delete fitting[key];
    } else if (entriesLeftOut(stored, fitting, key) > 0)
      warn(`some entries of “${name}.${key}” do not fit and are left out`);
  return fitting;
}

function addressesIn(stored: unknown, warn: (problem: string) => void): readonly string[] {
  if (stored === undefined) return [];
  if (!Array.isArray(stored)) {
    warn('“sources” is not a list of addresses');
    return [];
  }
  if (stored.length > MOST_SOURCES) warn(`only the first ${MOST_SOURCES} of “sources” are used`);
  const fitting = stored.slice(0, MOST_SOURCES).flatMap((one) => {
    const parsed = v.safeParse(address, one);
    if (!parsed.success) warn('an entry of “sources” is not an http(s) address');
    return parsed.success ? [parsed.output] : [];
  });
  return [...new Set(fitting)];
}

let known: Promise<Managed> | undefined;
let listening = false;

/** What the organisation set; nothing, where none did. Kept until the browser says that it changed. Never rejects. */
export function readManaged(): Promise<Managed> {
  if (!listening) {
    listening = true;
    browser.storage.onChanged.addListener((_changes, area) => {
      if (area === 'managed') known = undefined;
    });
  }
  known ??= load();
  return known;
}

async function load(): Promise<Managed> {
  try {
    return parseManaged(await browser.storage.managed.get(null), (problem) =>
      console.warn(`factmark: managed policy: ${problem}.`),
    );
  } catch {
    // Firefox rejects where there is no policy.
    return NOTHING;
  }
}
