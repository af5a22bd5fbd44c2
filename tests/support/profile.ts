/**
 * `npm run profile -- URL-or-file.html`: opens a page in Chromium with the built extension and without a display, scrolls
 * through it, and prints what our scripts cost there. Writes what DevTools opens: a trace (Performance panel, “Load
 * profile”) and a sampled profile of our own script.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { EXTENSION, Inside, type Launched, launch } from './extension';
import { type Cost, costOf, type Profile, sampled } from './profile-read';
import { serve } from './server';
import type { TraceEvent } from './tasks';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = resolve(ROOT, '.tmp/profile');
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'v8',
  'blink.user_timing',
];
/** Pixels that are scrolled through, and how many at a time. */
const FAR = 20_000;
const STEP = 600;

async function main(wanted: string | undefined): Promise<void> {
  if (wanted === undefined)
    throw new Error('say which page: npm run profile -- https://… or path/to/page.html');
  if (!existsSync(resolve(EXTENSION, 'manifest.json')))
    throw new Error('the extension is not built: run “npm run build” first');
  const isFile = !/^https?:/.test(wanted);
  const path = resolve(wanted);
  if (isFile && !existsSync(path))
    throw new Error(`${wanted} is neither an address nor a file that is there`);
  const site = isFile ? await serve(dirname(path)) : undefined;
  const url = site ? `${site.url}/${encodeURIComponent(basename(path))}` : new URL(wanted).href;
  const app = await launch();
  try {
    print(url, await visit(app, url));
  } finally {
    await app.close();
    await site?.close();
  }
}

interface Visit {
  readonly cost: Cost;
  readonly profile: Profile;
  readonly badges: number;
  /** Kilobytes of the page's heap, with what is ours in it, after garbage was collected. */
  readonly heap: number;
}

async function visit(app: Launched, url: string): Promise<Visit> {
  const page = await app.context.newPage();
  const cdp = await app.context.newCDPSession(page);
  const inside = await Inside.attach(page, app);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await cdp.send('Profiler.start');
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate("performance.mark('profile:page')");
  await settled(inside);
  const badges = await scrollThrough(page, inside);
  const { profile } = await cdp.send('Profiler.stop');
  const done = new Promise((ended) => cdp.once('Tracing.tracingComplete', ended));
  await cdp.send('Tracing.end');
  await done;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(resolve(OUT, 'trace.json'), JSON.stringify({ traceEvents: events }));
  writeFileSync(resolve(OUT, 'page.cpuprofile'), JSON.stringify(profile));
  return { cost: costOf(events), profile: profile as Profile, badges, heap: await heapOf(cdp) };
}

async function heapOf(cdp: CDPSession): Promise<number> {
  for (let n = 0; n < 3; n++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1000;
}

/** Waits until the number of badges stays as it is for two seconds: a page that is matched in the background has come to rest. */
async function settled(inside: Inside): Promise<void> {
  for (let same = 0, last = -1, n = 0; same < 8 && n < 120; n++) {
    const now = (await inside.badges()).length;
    same = now === last ? same + 1 : 0;
    last = now;
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** Scrolls through the page and counts the badges that were drawn on the way. */
async function scrollThrough(page: Page, inside: Inside): Promise<number> {
  const seen = new Set<string>();
  const height = Math.min((await page.evaluate('document.documentElement.scrollHeight')) as number, FAR);
  for (let y = 0; y <= height; y += STEP) {
    await page.evaluate(`scrollTo({ top: ${y}, behavior: 'instant' })`);
    await page.evaluate('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))');
    for (const { check, text } of await inside.badges()) seen.add(`${check} ${text}`);
  }
  return seen.size;
}

function print(url: string, { cost, profile, badges, heap }: Visit): void {
  const functions = sampled(profile);
  const all = functions.reduce((total, { ms: own }) => total + own, 0);
  const row = (name: string, value: string) => console.log(`  ${name.padEnd(60)}${value.padStart(12)}`);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(`\n${url}\n`);
  row('badges drawn', String(badges));
  row('our script, on the page’s main thread', ms(cost.script));
  row('  the same by samples, with what ran on after an await', ms(all));
  row('  its longest stretch in one task', ms(cost.longest));
  row('  tasks over 50 ms that are at least half ours', String(cost.long));
  row('tasks over 50 ms, the page’s own included', String(cost.allLong));
  row('style and layout, the page’s own included', ms(cost.layout));
  row('  of it while our script ran', ms(cost.forced));
  row('painting, the page’s own included', ms(cost.paint));
  row('memory of the page with us in it', `${(heap / 1000).toFixed(1)} MB`);
  const top = functions.slice(0, 10);
  if (top.length > 0) console.log('\n  Where our script was (sampled, each without what it called):');
  for (const { name, ms: own } of top) row(`  ${name}`, ms(own));
  console.log(
    `\nTrace: ${relative(process.cwd(), resolve(OUT, 'trace.json'))} (DevTools, Performance, Load profile)`,
  );
  console.log(`Samples: ${relative(process.cwd(), resolve(OUT, 'page.cpuprofile'))} (the same)`);
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 2;
}
