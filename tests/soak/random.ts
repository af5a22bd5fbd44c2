/** Chance that can be repeated: mulberry32, a generator with 32 bits of state (Tommy Ettinger, public domain). */

export interface Random {
  /** A number from 0 up to, but not, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both possible. */
  int(from: number, to: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A generator of its own for the `n`th of many: it can be tried alone again. */
  fork(n: number): Random;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    fork: (n) => random(Math.imul(seed ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b)),
  };
}
