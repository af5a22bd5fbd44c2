/** An endless feed of 2,000 posts of which the page keeps 600: how often text is looked at, and what is never let go. */
import type { Browsers } from './browsers';
import { detachedNodes } from './memory';
import { LONG, record, slice } from './trace';
import { type Figures, openWith, settle } from './visit';

const FEED = 'actions.feed(40, 50, 600)';

export interface FeedCode {
  readonly actions: string;
  readonly counting: string;
}

/** Looks per text node of the reader alone; task time and detached nodes of the extension against the bare page's. */
export async function feedFigures(
  browsers: Browsers,
  url: string,
  { actions, counting }: FeedCode,
  signal: AbortSignal,
): Promise<Figures> {
  const page = await openWith(browsers.bare, url, actions, counting, 'counting.start()', FEED);
  type Counts = { reads: number; nodes: number; quiet: boolean };
  let counts: Counts;
  do {
    signal.throwIfAborted();
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    counts = (await page.evaluate('counting.counts()')) as Counts;
  } while (!counts.quiet);
  await page.close();
  const [bare, ours] = [
    await run(browsers, false, url, actions, signal),
    await run(browsers, true, url, actions, signal),
  ];
  return {
    'reads a text node': counts.reads / counts.nodes,
    'text nodes read': counts.nodes,
    'task time, times bare': (ours.task as number) / (bare.task as number),
    'own slice': ours.slice as number,
    'long tasks': (ours.long as number) - (bare.long as number),
    'detached nodes': (ours.detached as number) - (bare.detached as number),
  };
}

async function run(
  browsers: Browsers,
  extension: boolean,
  url: string,
  actions: string,
  signal: AbortSignal,
): Promise<Figures> {
  const context = extension ? browsers.ours : browsers.bare;
  const page = await openWith(context, url, actions);
  const cdp = await context.newCDPSession(page);
  const stop = await record(cdp);
  await page.evaluate(`performance.mark('bench:feed:start')`);
  await page.evaluate(FEED);
  await settle(browsers, extension, page, signal);
  await page.evaluate(`performance.mark('bench:feed:end')`);
  const trace = await stop();
  const tasks = trace.tasks(trace.moment('bench:feed:start'), trace.moment('bench:feed:end'));
  const detached = await detachedNodes(cdp);
  await page.close();
  return {
    task: trace.phase('feed').task,
    long: tasks.filter((t) => t.ms > LONG).length,
    slice: Math.max(0, ...tasks.map(slice)),
    detached,
  };
}
