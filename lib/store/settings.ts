/** What the reader chose. One versioned record in extension storage; unknown or broken values fall back to defaults. */
import * as v from 'valibot';
import { DEFAULTS, LOUDNESS, STRICTNESS } from './settings-values';

export * from './settings-values';

/** A site as `hostOf` would name it: lower case, no port, in the letters of the network; '' where it is no host. */
function siteOf(entry: string): string {
  const [, star = '', host = ''] = /^(\*\.)?(.*)$/.exec(entry) ?? [];
  // Most are in that form already.
  if (entry === 'local files' || /^[a-z\d.-]+$/.test(host)) return entry;
  const address = `https://${host}`;
  return URL.canParse(address) ? star + new URL(address).hostname : '';
}

/**
 * As `hostOf` names them: a host name, or “local files”; or `*.` before a host name, which is that host and all under it
 * (`sites.ts`).
 */
const site = v.pipe(
  v.string(),
  v.maxLength(255),
  v.regex(/^((\*\.)?[^\s/\\*?#@]+|local files)$/),
  v.transform(siteOf),
  v.minLength(1),
);

/** The lists: what an entry is, and how many are kept. */
const LISTS = {
  topicsOff: { entry: v.pipe(v.string(), v.maxLength(220)), most: 500 },
  languagesOff: { entry: v.pipe(v.string(), v.maxLength(35)), most: 300 },
  sitesOff: { entry: site, most: 5_000 },
  sitesOnly: { entry: site, most: 5_000 },
  dismissed: {
    entry: v.object({
      check: v.pipe(v.string(), v.maxLength(400)),
      sentence: v.pipe(v.string(), v.maxLength(1_300)),
    }),
    most: 2_000,
  },
} as const;

const list = <S extends v.GenericSchema>({ entry, most }: { entry: S; most: number }) =>
  v.pipe(v.array(entry), v.maxLength(most));

const loudness = v.picklist(LOUDNESS);

export const SettingsSchema = v.object({
  /** 1: before loudness by verdict, languages, lists of sites and notifications. What is missing is as at first. */
  version: v.literal(2),
  /** `badge`: badge and underline; `underline`: underline only; `list`: nothing on the page, only in the popup. */
  loudness,
  /** Where a verdict of some group is to be louder or quieter than that. */
  loudnessFor: v.partial(
    v.object({
      true: loudness,
      caution: loudness,
      false: loudness,
      unknown: loudness,
      satire: loudness,
      context: loudness,
    }),
  ),
  /** How sure Factmark must be: the operating points of `lib/match/engine.ts`. */
  strictness: v.picklist(STRICTNESS),
  /** Topics and sources switched off. New topics are on. */
  topicsOff: list(LISTS.topicsOff),
  /** Base languages (BCP 47, `en`) of checks that are not marked. */
  languagesOff: list(LISTS.languagesOff),
  /** `all`: every site but `sitesOff`; `only`: none but `sitesOnly`. */
  siteMode: v.picklist(['all', 'only']),
  sitesOff: list(LISTS.sitesOff),
  sitesOnly: list(LISTS.sitesOnly),
  /** Remember which checks were opened, and tell when an update changes one. */
  tellChanges: v.boolean(),
  /** Tell of them by a notification of the browser too; the reader has allowed it to. */
  notifyChanges: v.boolean(),
  /** Paused until this time (milliseconds since the epoch); 0 = not paused. */
  pausedUntil: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** “Not this claim”: sentences that must not be marked with that check again. */
  dismissed: list(LISTS.dismissed),
});

export type Loudness = v.InferOutput<typeof loudness>;
export type Settings = v.InferOutput<typeof SettingsSchema>;

/**
 * The fields of `stored` that fit; all others are left out, known or not. A list keeps the entries that fit, the last
 * ones where they are too many: one broken entry must not switch on again what all others switch off.
 */
export function fittingSettings(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[]) {
    if (!Object.hasOwn(stored, key)) continue;
    const value = (stored as Record<string, unknown>)[key];
    const field = v.safeParse(SettingsSchema.entries[key], isList(key) ? fittingEntries(key, value) : value);
    if (field.success) kept[key] = field.output;
  }
  return kept as Partial<Settings>;
}

const isList = (key: string): key is keyof typeof LISTS => Object.hasOwn(LISTS, key);

function fittingEntries(key: keyof typeof LISTS, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const { entry, most } = LISTS[key];
  const fitting = value.filter((one) => v.is(entry, one)).slice(-most);
  // A list of which nothing fits is no empty one.
  return fitting.length > 0 ? fitting : value;
}

/** How many entries of the list `key` of `stored` do not fit, or are too many; 0 where it is no list. */
export function entriesLeftOut(stored: unknown, fitting: Partial<Settings>, key: string): number {
  const value: unknown = Object(stored)[key];
  if (!isList(key) || !Array.isArray(value)) return 0;
  return value.length - (fitting[key] ?? []).length;
}

/** Does every field of `change` that there is fit, and every entry of its lists? */
export const allFits = (change: Partial<Settings>): boolean =>
  (Object.keys(DEFAULTS) as (keyof Settings)[]).every(
    (key) => change[key] === undefined || v.is(SettingsSchema.entries[key], change[key]),
  );

/** Reads whatever stands in storage. A field that does not fit is taken from `otherwise`, the rest is kept. */
export const parseSettings = (stored: unknown, otherwise: Settings = DEFAULTS): Settings => ({
  ...otherwise,
  ...fittingSettings(stored),
});
