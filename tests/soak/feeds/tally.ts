/** What a run counted, and what was wrong in it. Tallies of several runs can be added up. */

export type Target = 'feed' | 'parse' | 'feed-store' | 'pack-store' | 'command';

/** Failures that are kept with their words; all are counted. */
const KEPT = 20;

export class Tally {
  cases = 0;
  records = 0;
  taken = 0;
  refused = 0;
  /** Feeds, packs and files that were refused as a whole, in words. */
  ended = 0;
  crashes = 0;
  against = 0;
  sums = 0;
  /** Records that nothing was wrong with and that were not taken as they stand; old editions that were not as before. */
  lost = 0;
  /** Milliseconds of the processor: for one record in the slowest case, and for all. */
  slowest = 0;
  spent = 0;
  readonly failures: string[] = [];
  private at = '';

  /** Failures are now told of this case. */
  begin(target: Target, seed: number, n: number): void {
    this.cases++;
    this.at = `${target} ${seed} ${n}`;
  }

  fail(kind: 'crashes' | 'against' | 'sums' | 'lost', what: string): void {
    this[kind]++;
    if (this.failures.length < KEPT)
      this.failures.push(`${kind}: ${what.slice(0, 600)} (npx tsx tests/soak/feeds/worker.ts ${this.at})`);
  }

  add(other: Tally): void {
    for (const key of [
      'cases',
      'records',
      'taken',
      'refused',
      'ended',
      'crashes',
      'against',
      'sums',
      'lost',
      'spent',
    ] as const)
      this[key] += other[key];
    this.slowest = Math.max(this.slowest, other.slowest);
    this.failures.push(...other.failures);
  }
}

/** Errors that the language throws where something was not thought of; ours have words for the reader. */
const FOREIGN = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'DataCloneError',
  'URIError',
  'InternalError',
]);

/** Is this an error of ours, that says what to do? */
export function isWorded(error: unknown, names: readonly string[]): boolean {
  if (!(error instanceof Error) || !names.includes(error.name) || error.message === '') return false;
  return !(error.cause instanceof Error) || !FOREIGN.has(error.cause.name);
}

export const told = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack ?? error.message}${error.cause ? ` cause: ${told(error.cause)}` : ''}`
    : String(error);

/** Has something been put where all objects have it? */
export function pollution(): string {
  const more = [Object.prototype, Array.prototype].flatMap((prototype) => Object.keys(prototype));
  return more.join(' ');
}
