/** What is done with app `n` of a seed: which framework, where it takes hold, and what it is put through. */
import { type Random, random } from '../random';

/** Renders these rounds, each in a frame of its own; the reader scrolls; the page throws our element away. */
export type Step =
  | { readonly does: 'render'; readonly from: number; readonly to: number }
  | { readonly does: 'scroll'; readonly to: number }
  | { readonly does: 'remove' };

export interface Plan {
  readonly path: string;
  readonly hydrates: boolean;
  /** Are marks waited for before the app takes over its server's HTML? Else the two happen at once. */
  readonly waits: boolean;
  readonly steps: readonly Step[];
}

const WHERE = ['empty', 'root', 'root', 'document', 'document'] as const;
/** Rounds that may be jumped to, rounds in a row, and pixels. */
const ROUNDS = 40;
const IN_A_ROW = 6;
const FAR = 2_000;

function stepOf(chance: Random): Step {
  if (chance.chance(0.3)) return { does: 'scroll', to: chance.int(0, FAR) };
  if (chance.chance(0.1)) return { does: 'remove' };
  const from = chance.int(1, ROUNDS);
  return { does: 'render', from, to: from + chance.int(0, IN_A_ROW) };
}

/** @param frameworks - names as `serveApps` knows them */
export function planOf(seed: number, n: number, frameworks: readonly string[]): Plan {
  const chance = random(seed).fork(n);
  const where = chance.pick(WHERE);
  return {
    path: `/${chance.pick(frameworks)}/${chance.pick(['development', 'production'])}/${where}`,
    hydrates: where !== 'empty',
    waits: chance.chance(0.6),
    steps: Array.from({ length: chance.int(4, 12) }, () => stepOf(chance)),
  };
}
