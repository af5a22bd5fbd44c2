/** What the reader chose. One versioned record in extension storage; unknown or broken values fall back to defaults. */
import * as v from 'valibot';

export const LOUDNESS = ['badge', 'underline', 'list'] as const;

export const STRICTNESS = ['normal', 'strict'] as const;

/** Groups of ratings that have a loudness of their own: those that share a colour (`components/badge.ts`). */
export const VERDICT_GROUPS = ['true', 'caution', 'false', 'unknown', 'satire', 'context'] as const;

/**
 * As `hostOf` names them: a host name, or “local files”; or `*.` before a host name, which is that host and all under it
 * (`sites.ts`).
 */
const site = v.pipe(v.string(), v.maxLength(255), v.regex(/^((\*\.)?[^\s/*]+|local files)$/));

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
  topicsOff: v.pipe(v.array(v.pipe(v.string(), v.maxLength(220))), v.maxLength(500)),
  /** Base languages (BCP 47, `en`) of checks that are not marked. */
  languagesOff: v.pipe(v.array(v.pipe(v.string(), v.maxLength(35))), v.maxLength(300)),
  /** `all`: every site but `sitesOff`; `only`: none but `sitesOnly`. */
  siteMode: v.picklist(['all', 'only']),
  sitesOff: v.pipe(v.array(site), v.maxLength(5_000)),
  sitesOnly: v.pipe(v.array(site), v.maxLength(5_000)),
  /** Remember which checks were opened, and tell when an update changes one. */
  tellChanges: v.boolean(),
  /** Tell of them by a notification of the browser too; the reader has allowed it to. */
  notifyChanges: v.boolean(),
  /** Paused until this time (milliseconds since the epoch); 0 = not paused. */
  pausedUntil: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** “Not this claim”: sentences that must not be marked with that check again. */
  dismissed: v.pipe(
    v.array(v.object({ check: v.string(), sentence: v.pipe(v.string(), v.maxLength(1_300)) })),
    v.maxLength(2_000),
  ),
});

export type Loudness = v.InferOutput<typeof loudness>;
export type VerdictGroup = (typeof VERDICT_GROUPS)[number];
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULTS: Settings = {
  version: 2,
  loudness: 'badge',
  loudnessFor: {},
  strictness: 'normal',
  topicsOff: [],
  languagesOff: [],
  siteMode: 'all',
  sitesOff: [],
  sitesOnly: [],
  tellChanges: true,
  notifyChanges: false,
  pausedUntil: 0,
  dismissed: [],
};

/** The fields of `stored` that fit; all others are left out, known or not. */
export function fittingSettings(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[]) {
    if (!Object.hasOwn(stored, key)) continue;
    const field = v.safeParse(SettingsSchema.entries[key], (stored as Record<string, unknown>)[key]);
    if (field.success) kept[key] = field.output;
  }
  return kept as Partial<Settings>;
}

/** Reads whatever stands in storage. A field that does not fit is taken from `otherwise`, the rest is kept. */
export const parseSettings = (stored: unknown, otherwise: Settings = DEFAULTS): Settings => ({
  ...otherwise,
  ...fittingSettings(stored),
});

/** A pause that lasts until the reader ends it. */
export const FOREVER = 8_640_000_000_000_000;

export const isPaused = (settings: Settings, now: number): boolean => settings.pausedUntil > now;
