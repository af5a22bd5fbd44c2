/**
 * The library by size, in the built extension and on the command line: adding a feed, room and memory it takes, how long a
 * killed background takes to answer, and what one more pack costs. Needs `npm run build` first.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Site } from '../../support/server';
import { type Corpus, corpus } from '../claims';
import { print } from '../measure';
import { median } from '../page/visit';
import { Browser } from './browser';
import { chart, type Line } from './chart';
import { writeFeed } from './feed';
import { importOnNode } from './node';
import { servePack } from './pack';
import { about, waking } from './waking';

const DRAWING = resolve(import.meta.dirname, '../../../.tmp/bench-library.svg');
const PACKS = 3;
/** Bytes of the feed that is only added, for its heap. */
const LARGE = 200e6;

const tell = (line: string) => process.stderr.write(`${line}\n`);
const MB = (bytes: number) => bytes / 1e6;

interface Bench {
  readonly folder: string;
  readonly data: Corpus;
  readonly site: Site;
  readonly signal: AbortSignal;
  /** What was measured of each size, by figure. */
  readonly figures: Map<string, [claims: number, value: number][]>;
}

type Info = Record<string, unknown> & { readonly claims: number };

/** Prints a figure, and keeps it to be drawn. */
function say({ figures }: Bench, figure: string, value: number, unit: string, info: Info): void {
  print(`library/${figure}`, value, unit, info);
  figures.set(figure, [...(figures.get(figure) ?? []), [info.claims, value]]);
}

/** Measures libraries of `sizes` claims; ends early, and leaves nothing behind, with `signal`. */
export async function libraryBench(sizes: readonly number[], signal: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'factmark-library-'));
  const data = corpus();
  let site: Site | undefined;
  try {
    site = await servePack(folder, data);
    const bench: Bench = { folder, data, site, signal, figures: new Map() };
    const alone = await inBrowser(signal, (browser) => packTimes(browser, bench));
    print('library/a pack of 100 checks into an empty library', alone, 'ms');
    let perClaim = 0;
    for (const size of sizes) perClaim = (await one(bench, size, alone)) / size;
    if (sizes.length > 1) draw(bench);
    if (sizes.length > 1) await large(bench, Math.round(LARGE / perClaim));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` in a browser with an empty library. */
async function inBrowser<T>(signal: AbortSignal, work: (browser: Browser) => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const browser = await Browser.open();
  const close = () => void browser.close();
  signal.addEventListener('abort', close);
  try {
    return await work(browser);
  } finally {
    signal.removeEventListener('abort', close);
    await browser.close();
  }
}

/** One size of library; answers with the bytes of its feed. */
async function one(bench: Bench, claims: number, alone: number): Promise<number> {
  const { data, signal } = bench;
  const info = { claims, data: data.name };
  tell(`${claims} claims: writing the feed`);
  const feed = join(bench.folder, `feed-${claims}.json`);
  const bytes = await writeFeed(feed, data, claims, signal);
  say(bench, 'feed', MB(bytes), 'MB', info);
  await inBrowser(signal, async (browser) => {
    const before = await browser.estimate();
    await adding(bench, browser, feed, bytes, info);
    const page = await browser.still();
    const { id, bytes: stored, reviews } = await about(page);
    say(bench, 'stored', MB(stored), 'MB', {
      ...info,
      reviews,
      'bytes a review': Math.round(stored / reviews),
    });
    say(bench, 'stored, as the browser estimates', MB((await browser.estimate()) - before), 'MB', info);
    tell(`${claims} claims: waking`);
    const woken = await waking(browser, page, id, signal);
    say(bench, 'cold worker to first answer', woken.answer, 'ms', {
      ...info,
      '÷ reading': woken.answer / woken.reading,
      'without the wake itself, ÷ reading': (woken.answer - woken.settings) / woken.reading,
    });
    say(bench, 'cold worker to an answer without the library', woken.settings, 'ms', info);
    say(bench, 'merely reading', woken.reading, 'ms', { ...info, MB: MB(woken.bytes) });
    say(bench, 'memory of the background', MB(await browser.heldByWorker()), 'MB', info);
    tell(`${claims} claims: adding packs`);
    const ms = await packTimes(browser, bench);
    say(bench, 'a pack of 100 checks', ms, 'ms', { ...info, '÷ into an empty library': ms / alone });
  });
  await onNode(bench, feed, bytes, info);
  rmSync(feed);
  return bytes;
}

/** A feed of many bytes: the most that its adding holds at a time. */
async function large(bench: Bench, claims: number): Promise<void> {
  tell(`a feed of ${MB(LARGE)} MB: writing it`);
  const feed = join(bench.folder, 'feed-large.json');
  const bytes = await writeFeed(feed, bench.data, claims, bench.signal);
  const info = { claims, data: bench.data.name, feed: `${Math.round(MB(bytes))} MB` };
  await inBrowser(bench.signal, (browser) => adding(bench, browser, feed, bytes, info));
  await onNode(bench, feed, bytes, info);
  rmSync(feed);
}

async function adding(
  bench: Bench,
  browser: Browser,
  feed: string,
  bytes: number,
  info: Info,
): Promise<void> {
  tell('adding it in the browser');
  const { ms, heap, samples } = await browser.addFile(feed);
  say(bench, 'adding', ms / 1e3, 's', { ...info, 'MB a second': MB(bytes) / (ms / 1e3) });
  say(bench, 'adding, peak heap of the worker', MB(heap), 'MB', {
    ...info,
    samples,
    '÷ feed': heap / bytes,
  });
}

async function onNode(bench: Bench, feed: string, bytes: number, info: Info): Promise<void> {
  tell('importing it on Node');
  const { folder, signal } = bench;
  const out = join(folder, 'imported');
  const { ms, used, buffers, rss } = await importOnNode(feed, out, signal);
  say(bench, 'import on Node', ms / 1e3, 's', { ...info, 'MB a second': MB(bytes) / (ms / 1e3) });
  say(bench, 'import on Node, peak heap', MB(used), 'MB', { ...info, 'array buffers': MB(buffers) });
  say(bench, 'import on Node, peak resident', MB(rss), 'MB', info);
  rmSync(out, { recursive: true, force: true });
}

/** Milliseconds to add the pack, the median of some times; it is removed again each time. */
async function packTimes(browser: Browser, { site, signal }: Bench): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < PACKS; n++) {
    signal.throwIfAborted();
    times.push(await browser.addAddress(`${site.url}/pack.json`));
    await browser.remove('pack:sky-checks');
  }
  return median(times);
}

function draw({ figures }: Bench): void {
  const lines = (...names: string[]): Line[] =>
    names.map((name) => ({ name, points: figures.get(name) ?? [] }));
  const panels = [
    { title: 'Seconds to add a feed, by claims', lines: lines('adding', 'import on Node') },
    {
      title: 'Milliseconds, by claims',
      lines: lines('cold worker to first answer', 'merely reading', 'a pack of 100 checks'),
    },
    {
      title: 'Megabytes, by claims',
      lines: lines('feed', 'stored', 'adding, peak heap of the worker', 'memory of the background'),
    },
  ];
  mkdirSync(resolve(DRAWING, '..'), { recursive: true });
  writeFileSync(DRAWING, chart(panels));
  tell(`Drawn: ${relative(process.cwd(), DRAWING)}`);
}
