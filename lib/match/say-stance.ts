/** A stance in words. */
import { say } from '../words';
import type { Stance } from './stance';

/** As a reason: “denies it”, “seems to deny it”. */
export const sayStance = (stance: Stance, sure: boolean): string =>
  say(sure ? `match_stance_${stance}` : `match_stance_${stance}_unsure`);
