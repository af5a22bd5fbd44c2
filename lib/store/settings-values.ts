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

export const isPaused = (settings: Settings, now: number): boolean => settings.pausedUntil > now;
