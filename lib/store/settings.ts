/** What the reader chose. One versioned record in extension storage; unknown or broken values fall back to defaults. */
import * as v from 'valibot';

export const LOUDNESS = ['badge', 'underline', 'list'] as const;

export const STRICTNESS = ['normal', 'strict'] as const;

/** As `hostOf` names them: a host name, or “local files”. */
const host = v.pipe(v.string(), v.maxLength(253), v.regex(/^([^\s/]+|local files)$/));

export const SettingsSchema = v.object({
  version: v.literal(1),
  /** `badge`: badge and underline; `underline`: underline only; `list`: nothing on the page, only in the popup. */
  loudness: v.picklist(LOUDNESS),
  /** How sure Factmark must be: the operating points of `lib/match/engine.ts`. */
  strictness: v.picklist(STRICTNESS),
  /** Topics and sources switched off. New topics are on. */
  topicsOff: v.pipe(v.array(v.pipe(v.string(), v.maxLength(220))), v.maxLength(500)),
  /** Hosts where Factmark does not read. */
  sitesOff: v.pipe(v.array(host), v.maxLength(5_000)),
  /** Remember which checks were opened, and tell when an update changes one. */
  tellChanges: v.boolean(),
  /** Paused until this time (milliseconds since the epoch); 0 = not paused. */
  pausedUntil: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** “Not this claim”: sentences that must not be marked with that check again. */
  dismissed: v.pipe(
    v.array(v.object({ check: v.string(), sentence: v.pipe(v.string(), v.maxLength(1_300)) })),
    v.maxLength(2_000),
  ),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULTS: Settings = {
  version: 1,
  loudness: 'badge',
  strictness: 'normal',
  topicsOff: [],
  sitesOff: [],
  tellChanges: true,
  pausedUntil: 0,
  dismissed: [],
};

/** Reads whatever stands in storage. A field that does not fit is taken from `otherwise`, the rest is kept. */
export function parseSettings(stored: unknown, otherwise: Settings = DEFAULTS): Settings {
  if (typeof stored !== 'object' || stored === null) return otherwise;
  const whole = v.safeParse(SettingsSchema, stored);
  if (whole.success) return whole.output;
  const kept: Record<string, unknown> = { ...otherwise };
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[]) {
    const field = v.safeParse(SettingsSchema.entries[key], (stored as Record<string, unknown>)[key]);
    if (field.success) kept[key] = field.output;
  }
  return kept as Settings;
}

/** A pause that lasts until the reader ends it. */
export const FOREVER = 8_640_000_000_000_000;

export const isPaused = (settings: Settings, now: number): boolean => settings.pausedUntil > now;
export const isSiteOff = (settings: Settings, host: string): boolean => settings.sitesOff.includes(host);
