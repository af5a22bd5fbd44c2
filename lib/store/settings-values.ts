/** The values settings can have, and have at first: apart from what checks them, so that a page can do without that. */
import type { Settings } from './settings';

export const LOUDNESS = ['badge', 'underline', 'list'] as const;

export const STRICTNESS = ['normal', 'strict'] as const;

/** Groups of ratings that have a loudness of their own: those that share a colour (`components/badge.ts`). */
export const VERDICT_GROUPS = ['true', 'caution', 'false', 'unknown', 'satire', 'context'] as const;

export type VerdictGroup = (typeof VERDICT_GROUPS)[number];

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

/** A pause that lasts until the reader ends it. */
export const FOREVER = 8_640_000_000_000_000;

/** Milliseconds: an hour is the longest pause that ends by itself, and a clock is set right by less than another. */
const LONGEST_PAUSE = 2 * 3_600_000;

/** An end that lies further ahead is no pause: the clock was turned back since, and it would last for days or years. */
export const isPaused = ({ pausedUntil }: Pick<Settings, 'pausedUntil'>, now: number): boolean =>
  pausedUntil >= FOREVER || (pausedUntil > now && pausedUntil - now <= LONGEST_PAUSE);
