/** How a sentence stands to a claim, in a reader's words. */
import type { Stance } from '../lib/match/stance';

const SHORT: Readonly<Record<Stance, string>> = {
  asserts: 'says it',
  denies: 'denies it',
  asks: 'asks it',
  mentions: 'mentions it',
};

const LONG: Readonly<Record<Stance, string>> = {
  asserts: 'This sentence makes the claim.',
  denies: 'This sentence denies the claim.',
  asks: 'This sentence asks about the claim.',
  mentions: 'This sentence mentions the claim.',
};

const UNSURE: Readonly<Record<Stance, string>> = {
  asserts: 'seems to say it',
  denies: 'seems to deny it',
  asks: 'seems to ask it',
  mentions: 'seems to mention it',
};

/** “denies it”, for lists. */
export const stanceShort = (stance: Stance, sure: boolean): string => (sure ? SHORT : UNSURE)[stance];

/** A whole sentence, for the card. */
export const stanceLong = (stance: Stance, sure: boolean): string =>
  sure ? LONG[stance] : `This sentence ${UNSURE[stance]}, but Factmark is not certain.`;
