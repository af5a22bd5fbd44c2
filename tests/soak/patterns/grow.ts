/** How time grows with an input: the worst of many that were tried. */
import type { Random } from '../random';

/** Characters of the shorter and the longer input. */
const SHORT = 10_000;
const LONG = 40_000;
/** Below this many milliseconds on the longer one a clock and a busy machine say nothing. */
const MEASURABLE = 30;
/** Steeper is told as a failure: twice the text takes more than three times as long. */
export const STEEPEST = 1.6;

/** Milliseconds of the processor: those of a clock are as much other programs'. */
export const time = (run: () => unknown): number => {
  const from = process.cpuUsage();
  run();
  return process.cpuUsage(from).user / 1_000;
};
const least = (run: () => unknown): number => Math.min(time(run), time(run), time(run));

/** Worst found so far, over all that it was told of. */
export class Growth {
  attempts = 0;
  perKilobyte = 0;
  exponent = 0;
  readonly failures: string[] = [];

  /** Tries `run` on an input made as long as it is asked to be. */
  try(name: string, run: (text: string) => unknown, make: (length: number) => string): void {
    this.attempts++;
    const long = make(LONG);
    const once = time(() => run(long));
    if (once < MEASURABLE) {
      this.perKilobyte = Math.max(this.perKilobyte, once / (long.length / 1_000));
      return;
    }
    const short = make(SHORT);
    const [a, b] = [least(() => run(short)), least(() => run(long))];
    this.perKilobyte = Math.max(this.perKilobyte, b / (long.length / 1_000));
    if (b < MEASURABLE) return;
    const exponent = Math.log(b / Math.max(a, 0.05)) / Math.log(long.length / short.length);
    this.exponent = Math.max(this.exponent, exponent);
    if (exponent > STEEPEST)
      this.failures.push(
        `${name}: ${a.toFixed(1)} ms for ${short.length}, ${b.toFixed(1)} for ${long.length}, exponent ${exponent.toFixed(2)}, of ${JSON.stringify(make(60).slice(0, 60))}`,
      );
  }
}

/** A beginning, something said again and again, and an end that fits nothing. */
export function pumped(chance: Random, tokens: readonly string[]): (length: number) => string {
  const some = (most: number) =>
    Array.from({ length: chance.int(0, most) }, () => chance.pick(tokens)).join('');
  const [prefix, suffix] = [some(2), some(2)];
  const pump = some(3) || chance.pick(tokens) || ' ';
  return (length) =>
    prefix +
    pump.repeat(Math.max(1, Math.floor((length - prefix.length - suffix.length) / pump.length))) +
    suffix;
}
