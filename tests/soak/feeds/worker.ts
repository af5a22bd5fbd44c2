/**
 * One process of the feeds' soak: `tsx tests/soak/feeds/worker.ts TARGET SEED N` tries the `N`th case of a target again and
 * prints what is wrong in it; with `RECORDS SHARE` after it, it goes on from there until so many records were tried, and
 * prints its tally as JSON. With `--expose-gc` it weighs its heap on the way.
 */
import { setImmediate } from 'node:timers/promises';
import '../../support/words';
import { random } from '../random';
import { tryFeed } from './feed';
import { tryParse } from './parse';
import { pollution, Tally, type Target, told } from './tally';

const TARGETS: Record<
  Target,
  () => Promise<(chance: ReturnType<typeof random>, tally: Tally) => Promise<void>>
> = {
  feed: async () => tryFeed,
  parse: async () => tryParse,
  'feed-store': async () => (await import('./feed-store')).tryFeedStore,
  'pack-store': async () => (await import('./pack-store')).tryPackStore,
  command: async () => (await import('./command')).tryCommand,
};

export interface Ran {
  readonly tally: Tally;
  /** Megabytes of the heap after a collection, in order. */
  readonly heap: readonly number[];
}

/** Tries cases of `target` from the `first` on, until `records` were tried. */
export async function run(target: Target, seed: number, first: number, records: number): Promise<Ran> {
  const tryOne = await TARGETS[target]();
  const tally = new Tally();
  const heap: number[] = [];
  const chance = random(seed);
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  process.once('SIGTERM', stop);
  const weighed = Math.max(1, Math.floor(records / 24));
  for (let n = first; (tally.records < records || tally.cases === 0) && !isStopped; n++) {
    tally.begin(target, seed, n);
    const [before, started] = [tally.records, process.cpuUsage()];
    try {
      await tryOne(chance.fork(n), tally);
    } catch (error) {
      tally.fail('crashes', told(error));
    }
    const { user, system } = process.cpuUsage(started);
    const spent = (user + system) / 1_000;
    tally.spent += spent;
    tally.slowest = Math.max(tally.slowest, spent / Math.max(1, tally.records - before));
    const polluted = pollution();
    if (polluted !== '') tally.fail('crashes', `every object has now: ${polluted}`);
    if (globalThis.gc && tally.records >= (heap.length + 1) * weighed) {
      globalThis.gc();
      heap.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
    // Signals are heard between tasks only.
    await setImmediate();
  }
  process.off('SIGTERM', stop);
  return { tally, heap };
}

if (process.argv[1]?.endsWith('worker.ts')) {
  const [target, seed, first, records] = process.argv.slice(2);
  const ran = await run(target as Target, Number(seed), Number(first), Number(records ?? 1));
  if (records === undefined) console.log(ran.tally.failures.join('\n') || 'nothing is wrong in it');
  else process.stdout.write(JSON.stringify(ran));
}
