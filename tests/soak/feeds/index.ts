/** Feeds and packs, changed in every way that was thought of, read by everything that reads them. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Figure, Outcome, Part, SoakOptions } from '../part';
import { Tally, type Target } from './tally';
import type { Ran } from './worker';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What is tried: records at scale 1, and megabytes of heap its process may have (none: as Node has it). */
const WORK: readonly { target: Target; records: number; heap?: number }[] = [
  { target: 'parse', records: 60_000, heap: 64 },
  { target: 'feed-store', records: 10_000, heap: 128 },
  { target: 'pack-store', records: 8_000, heap: 128 },
  { target: 'command', records: 12_000 },
  { target: 'feed', records: 920_000, heap: 64 },
];
/** Processes at a time. */
const LANES = 6;
/** Cases of one process begin here, so that those of several are not the same. */
const APART = 10_000_000;
/** Records that one process tries before another goes on. */
const AT_A_TIME = 240_000;
/** Megabytes that a heap may grow by from the second quarter of a process's run to its last: what noise there is. */
const MOST_GROWTH = 2;

interface Job {
  readonly target: Target;
  readonly records: number;
  readonly first: number;
  readonly heap?: number | undefined;
}

/** The jobs of a run. */
const jobsOf = (scale: number): Job[] =>
  WORK.flatMap(({ target, records, heap }) => {
    const all = Math.max(1, Math.ceil(records * scale));
    const parts = Math.ceil(all / AT_A_TIME);
    return Array.from({ length: parts }, (_, n) => ({
      target,
      records: Math.ceil(all / parts),
      first: n * APART,
      heap,
    }));
  });

/** Runs a job in a process of its own; one that dies is told as a crash. */
function start({ target, records, first, heap }: Job, { seed, signal }: SoakOptions): Promise<Ran> {
  const limits = heap === undefined ? [] : [`--max-old-space-size=${heap}`, '--max-semi-space-size=2'];
  const script = resolve(import.meta.dirname, 'worker.ts');
  const args = ['--expose-gc', ...limits, '--import', 'tsx', script, target, seed, first, records].map(
    String,
  );
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    let [out, err] = ['', ''];
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      err += bytes;
    });
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      if (code === 0) return done(JSON.parse(out));
      const tally = new Tally();
      tally.begin(target, seed, first);
      // Whoever stops the run does not hear of it as a crash.
      if (!signal.aborted) tally.fail('crashes', `the process ended with ${code}: ${err.slice(-500)}`);
      done({ tally, heap: [] });
    });
  });
}

/** Megabytes of the last quarter over those of the second, each at its middle. */
function growth(heap: readonly number[]): number {
  const quarter = Math.floor(heap.length / 4);
  if (quarter === 0) return 0;
  const middle = (from: number) => heap.slice(from, from + quarter).sort((a, b) => a - b)[quarter >> 1] ?? 0;
  return middle(heap.length - quarter) - middle(quarter);
}

async function run(options: SoakOptions): Promise<Outcome> {
  const jobs = jobsOf(options.scale);
  const ended: { job: Job; ran: Ran }[] = [];
  const lane = async () => {
    for (let job = jobs.shift(); job && !options.signal.aborted; job = jobs.shift()) {
      ended.push({ job, ran: await start(job, options) });
      options.say(`${job.target}: ${ended.at(-1)?.ran.tally.records} records`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const all = new Tally();
  for (const { ran } of ended) all.add(Object.assign(new Tally(), ran.tally));
  return { figures: figures(all, ended), failures: all.failures };
}

function figures(all: Tally, ended: readonly { job: Job; ran: Ran }[]): Figure[] {
  const of = (target: Target) => ended.filter(({ job }) => job.target === target).map(({ ran }) => ran);
  const sum = (target: Target) => of(target).reduce((records, { tally }) => records + tally.records, 0);
  const heaps = ended.filter(({ job }) => job.heap !== undefined).map(({ ran }) => ran.heap);
  const most = (numbers: readonly number[]) => Math.round(Math.max(0, ...numbers) * 100) / 100;
  const streams = of('feed');
  const seconds = streams.reduce((spent, { tally }) => spent + tally.spent, 0) / 1_000;
  return [
    { name: 'records tried', value: all.records, unit: '', least: 1_000_000 },
    { name: 'of these in feeds that were streamed', value: sum('feed'), unit: '' },
    { name: 'read alone: records, descriptions, manifests, shards, backups', value: sum('parse'), unit: '' },
    { name: 'in feeds taken into the library', value: sum('feed-store'), unit: '' },
    { name: 'in editions of packs taken into the library', value: sum('pack-store'), unit: '' },
    { name: 'given to the command line', value: sum('command'), unit: '' },
    { name: 'records taken', value: all.taken, unit: '' },
    { name: 'records refused', value: all.refused, unit: '' },
    { name: 'feeds, editions and folders refused as a whole', value: all.ended, unit: '' },
    { name: 'crashes', value: all.crashes, unit: '', most: 0 },
    { name: 'accepted against the schema', value: all.against, unit: '', most: 0 },
    { name: 'reports that do not add up', value: all.sums, unit: '', most: 0 },
    { name: 'sound records or earlier editions lost', value: all.lost, unit: '', most: 0 },
    { name: 'largest heap after a collection', value: most(heaps.flat()), unit: 'MB', most: 64 },
    {
      name: 'largest growth of a heap over a process’s run',
      value: most(heaps.map(growth)),
      unit: 'MB',
      most: MOST_GROWTH,
    },
    {
      name: 'streamed, made and checked in a second',
      value: Math.round(streams.length && sum('feed') / seconds),
      unit: '',
    },
    { name: 'slowest stream, a record', value: most(streams.map(({ tally }) => tally.slowest)), unit: 'ms' },
  ];
}

export const feeds: Part = {
  name: 'feeds',
  about:
    'Records, feeds, packs and backups of this repository, changed at random in bytes, JSON, values and as a whole, and read by the stream, the schemas, the library’s database and the command line.',
  browsers: [],
  run,
};
