/** Which colour group a rating belongs to. By itself, so that the script in every page need not carry the shapes. */
import type { Rating } from '../lib/claims';

/** Colour groups. The token of a tone is `--fm-tone-<tone>`, and `data-tone="<tone>"` sets `--tone` to it. */
export type Tone = 'true' | 'caution' | 'false' | 'unknown' | 'satire' | 'context';

const TONES: Readonly<Record<Rating, Tone>> = {
  true: 'true',
  'mostly-true': 'true',
  mixed: 'caution',
  misleading: 'caution',
  outdated: 'caution',
  'mostly-false': 'false',
  false: 'false',
  unproven: 'unknown',
  unrated: 'unknown',
  satire: 'satire',
  context: 'context',
};

export const badgeTone = (rating: Rating): Tone => TONES[rating];
