/** Measuring on a machine that others use too: ways are run in turn on each input, and the best of three counts. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

export function print(bench: string, value: number, unit: string, more: Record<string, unknown> = {}): void {
  console.log(JSON.stringify({ bench, value: Number(value.toPrecision(4)), unit, ...more }));
}

/** Milliseconds that `run` takes, and what it returns. */
export function timed<T>(run: () => T): { ms: number; result: T } {
  const started = performance.now();
  const result = run();
  return { ms: performance.now() - started, result };
}

/** Megabytes of heap and buffers that stay in use because of what `make` returns. */
export function weighed<T>(make: () => T): { megabytes: number; ms: number; result: T } {
  const inUse = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const before = inUse();
  const { ms, result } = timed(make);
  return { megabytes: inUse() - before, ms, result };
}

/** For each way, its times over the inputs in milliseconds, sorted. */
export function inTurn<T>(
  inputs: readonly T[],
  ways: Readonly<Record<string, (input: T) => unknown>>,
  rounds = 3,
): Record<string, Float64Array> {
  const times = Object.fromEntries(
    Object.keys(ways).map((name) => [name, new Float64Array(inputs.length).fill(Number.POSITIVE_INFINITY)]),
  );
  for (let round = 0; round < rounds; round++)
    inputs.forEach((input, i) => {
      for (const [name, run] of Object.entries(ways)) {
        const { ms } = timed(() => run(input));
        const mine = times[name] as Float64Array;
        mine[i] = Math.min(mine[i] as number, ms);
      }
    });
  for (const mine of Object.values(times)) mine.sort();
  return times;
}

/** The value below which the share `q` of the sorted `times` lies. */
export const quantile = (times: Float64Array, q: number): number =>
  times[Math.floor(q * (times.length - 1))] as number;

export const mean = (times: Float64Array): number => times.reduce((a, b) => a + b, 0) / times.length;
