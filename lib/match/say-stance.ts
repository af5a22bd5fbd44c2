/** A stance in words. */
import type { Stance } from './stance';

/** As a reason: “denies it”, “seems to deny it”. */
export const sayStance = (stance: Stance, sure: boolean): string =>
  sure ? `${stance} ${OBJECT[stance]}` : `seems to ${VERB[stance]} ${OBJECT[stance]}`;
const VERB = { asserts: 'assert', denies: 'deny', asks: 'ask', mentions: 'mention' } as const;
const OBJECT = { asserts: 'it', denies: 'it', asks: 'about it', mentions: 'it' } as const;
