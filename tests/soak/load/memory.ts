/** What is held in memory: by heap snapshots in Chromium, by the browser's own reports in Firefox. Garbage is collected before. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Launched } from '../../support/extension';
import { attachTarget } from '../../support/target';
import type { Figure } from '../part';
import { type Held, heldIn } from './snapshot';

/** Megabytes. */
export interface Memory {
  /** The page with us in it, and what of it is ours. */
  readonly page: number;
  readonly ours: number;
  readonly background: number;
  /** Of Chromium only. */
  readonly held?: Held;
}

const MB = 1e6;

/** Of the page in this tab, and of the background. */
export const memoryOf = (app: Launched, page: Page): Promise<Memory> =>
  app.firefox ? reported(app, page) : snapshots(app, page);

type Send = (method: string, params?: object) => Promise<unknown>;

/** Takes a heap snapshot; `hear` is told of `HeapProfiler.addHeapSnapshotChunk` by whoever speaks for the target. */
async function snapshot(send: Send, chunks: string[], origin: string): Promise<Held> {
  for (let n = 0; n < 3; n++) await send('HeapProfiler.collectGarbage');
  chunks.length = 0;
  await send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return heldIn(chunks.splice(0).join(''), origin);
}

async function snapshots({ context, origin }: Launched, page: Page): Promise<Memory> {
  const cdp: CDPSession = await context.newCDPSession(page);
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  const held = await snapshot(cdp.send.bind(cdp) as Send, chunks, origin);
  await cdp.detach();
  const worker = await attachTarget(
    context.browser() as Browser,
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  worker.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => void chunks.push(chunk));
  const background = await snapshot(worker.send, chunks, origin);
  await worker.detach();
  return { page: held.bytes / MB, ours: held.ours / MB, background: background.bytes / MB, held };
}

/** Firefox tells how much each world of script holds; ours stands beside the page's. */
async function reported({ firefox }: Launched, page: Page): Promise<Memory> {
  if (!firefox) throw new Error('no Firefox');
  const sums = await firefox.privileged<{ page: number; ours: number; background: number }>(`(async () => {
    const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
    for (let n = 0; n < 3; n++) await new Promise((done) => manager.minimizeMemoryUsage(done));
    const sums = { page: 0, ours: 0, background: 0 };
    const written = (url) => url.replaceAll('/', '\\\\');
    const url = written(${JSON.stringify(page.url())});
    const background = written('moz-extension://${firefox.host}/_generated_background_page');
    const BYTES = 0;
    const take = (process, path, kind, units, amount) => {
      if (units !== BYTES || !path.startsWith('explicit/')) return;
      if (path.includes('Expanded Principal')) {
        if (path.includes(url) && path.includes('Factmark')) sums.ours += amount;
      } else if (path.includes('top(' + url)) sums.page += amount;
      else if (path.includes('top(' + background)) sums.background += amount;
    };
    await new Promise((done) => manager.getReports(take, null, done, null, false));
    return sums;
  })()`);
  return {
    page: (sums.page + sums.ours) / MB,
    ours: sums.ours / MB,
    background: sums.background / MB,
  };
}

/** Megabytes of memory of the browser that this process has started, shared parts by share; undefined where there is no `/proc`. */
export function wholeBrowser(): number | undefined {
  const parents = new Map<string, string>();
  let ids: string[];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const read = (id: string, file: string) => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      // It has ended meanwhile.
      return '';
    }
  };
  for (const id of ids) parents.set(id, read(id, 'stat').split(') ')[1]?.split(' ')[1] ?? '');
  const isOurs = (id: string | undefined): boolean =>
    id === String(process.pid) || (id !== undefined && id !== '' && id !== '0' && isOurs(parents.get(id)));
  let kilobytes = 0;
  for (const id of ids) {
    if (!isOurs(id) || !/chrom|firefox/i.test(read(id, 'cmdline'))) continue;
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(read(id, 'smaps_rollup'))?.[1] ?? 0);
  }
  return kilobytes / 1000;
}

/** What the report tells of it; nothing where it can't be told. */
export function wholeFigures(): Figure[] {
  const memory = wholeBrowser();
  return memory === undefined
    ? []
    : [{ name: 'whole browser, shared memory by share', value: memory, unit: 'MB' }];
}
