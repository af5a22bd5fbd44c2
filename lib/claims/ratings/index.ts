/** Normalised ratings: used for grouping, icon and tone only. The publisher's own label is what readers see. */
export const RATINGS = [
  'true',
  'mostly-true',
  'mixed',
  'misleading',
  'mostly-false',
  'false',
  'unproven',
  'outdated',
  'satire',
  'context',
  'unrated',
] as const;

export type Rating = (typeof RATINGS)[number];
