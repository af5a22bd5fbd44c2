/** How a sentence stands to a claim, in a reader's words. */
import type { Stance } from '../lib/match/stance';
import { say } from '../lib/words';

/** A whole sentence: “This sentence denies the claim.” */
export const stanceLong = (stance: Stance, sure: boolean): string =>
  say(sure ? `common_stance_${stance}` : `common_stance_${stance}_unsure`);
