/** One visit to a page, marked in one way or not at all: what a reader does there, and what it cost the main thread. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Browsers } from './browsers';
import { isolatedWorld, memory } from './memory';
import { LONG, record, slice, type Trace } from './trace';

/** How a page comes to be marked. */
export interface Way {
  readonly name: string;
  /** In the browser with the extension? */
  readonly extension: boolean;
  /** Run in the page once it is loaded. */
  readonly script?: string;
}

/** Figures of one visit by name, in milliseconds where nothing else is said. */
export type Figures = Record<string, number>;

/** Frames of 150 px: 9,000 px a second. */
const SCROLL = { frames: 90, px: 150 };
const IDLE_FRAMES = 60;
/** 2,000 in and as many out. */
const BURST = { frames: 20, each: 100 };
const KEYS = 'the quick brown fox jumps over it';
const WIDTHS = [1000, 1280, 900, 1280];
/** Looks in a row, a quarter of a second apart, at which nothing new was sent: the page has been read. */
const STILL = 4;

/** Opens `url` in the way's browser and goes through all actions; `actions` is the code of `inside/actions.ts`. */
export async function visit(
  browsers: Browsers,
  way: Way,
  url: string,
  actions: string,
  signal: AbortSignal,
): Promise<Figures> {
  const context = way.extension ? browsers.ours : browsers.bare;
  const page = await context.newPage();
  try {
    const cdp = await context.newCDPSession(page);
    const world = way.extension ? await isolatedWorld(cdp, browsers.id) : undefined;
    await browsers.startCount();
    const stop = await record(cdp);
    await page.goto(url);
    await page.evaluate("performance.mark('bench:loaded')");
    if (way.script) await page.evaluate(way.script);
    await settle(browsers, way.extension, page, signal);
    await page.evaluate("performance.mark('bench:settled')");
    const sent = way.extension ? await browsers.sent() : undefined;
    const kept = await memory(cdp, world?.());
    await page.evaluate(actions);
    const did = await act(page, cdp, signal);
    const trace = await stop();
    return {
      ...loading(trace),
      ...kept,
      ...did,
      ...(sent ? { messages: sent.messages, bytes: sent.bytes, matches: sent.matches } : {}),
      ...phases(trace),
    };
  } finally {
    await page.close();
  }
}

/**
 * Waits until the page has come to rest: with the extension, until nothing more is sent to the background. The count is
 * asked of the background itself, so that while it matches the answer waits too; and each look waits in line behind
 * what the page has at background priority, as reading does.
 */
export async function settle(
  browsers: Browsers,
  extension: boolean,
  page: Page,
  signal: AbortSignal,
): Promise<void> {
  let last = -1;
  for (let same = 0; same < (extension ? STILL : 1); ) {
    signal.throwIfAborted();
    await page.evaluate(
      `new Promise((done) => setTimeout(() => scheduler.postTask(done, { priority: 'background' }), 250))`,
    );
    const messages = extension ? (await browsers.sent()).messages : -1;
    // First the question whether to read at all, then at least one about what was read.
    const begun = !extension || messages >= 2;
    same = begun && messages === last ? same + 1 : 0;
    last = messages;
  }
}

async function act(page: Page, cdp: CDPSession, signal: AbortSignal): Promise<Figures> {
  const call = <T>(code: string): Promise<T> => {
    signal.throwIfAborted();
    return page.evaluate(code) as Promise<T>;
  };
  await call(`actions.scroll(${SCROLL.frames}, ${SCROLL.px})`);
  await call(`actions.idle(${IDLE_FRAMES})`);
  await call('actions.startTyping()');
  for (const key of KEYS) await page.keyboard.press(key === ' ' ? 'Space' : key);
  const latencies = await call<number[]>('actions.endTyping()');
  await call("performance.mark('bench:resize:start')");
  for (const width of WIDTHS) {
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 800,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await call('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
  await call("performance.mark('bench:resize:end')");
  const burst = await call<number>(`actions.burst(${BURST.frames}, ${BURST.each})`);
  return { 'key to frame': median(latencies), 'burst, page script': burst };
}

function loading(trace: Trace): Figures {
  const settled = trace.moment('bench:settled');
  const tasks = trace.tasks(Number.NEGATIVE_INFINITY, settled);
  const first = tasks.find((t) => t.ours);
  // Pages of this bench have no script of their own while they load: what is neither frame nor theirs is ours.
  const own = first ? tasks.filter((t) => t.at >= first.at && slice(t) > 0.3) : [];
  return {
    'long tasks': tasks.filter((t) => t.ms > LONG).length,
    ...(first
      ? {
          'start-up': slice(first),
          'own slice': Math.max(0, ...own.filter((t) => t !== first).map(slice)),
          'own work': own.reduce((sum, t) => sum + slice(t), 0),
          'own long tasks': own.filter((t) => slice(t) > LONG).length,
          'longest after us': Math.max(...tasks.filter((t) => t.at > first.at).map((t) => t.ms)),
          'wall to read': (own.at(-1)?.end ?? 0) - first.at,
        }
      : {}),
  };
}

function phases(trace: Trace): Figures {
  const figures: Figures = {};
  const per = {
    scroll: SCROLL.frames,
    idle: IDLE_FRAMES,
    typing: KEYS.length,
    resize: WIDTHS.length,
    burst: 1,
  };
  for (const [name, times] of Object.entries(per))
    for (const [kind, ms] of Object.entries(trace.phase(name))) figures[`${name}.${kind}`] = ms / times;
  return figures;
}

/** The middle one, or between the middle two; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}

/** A page of `context` at `url` with `code` evaluated in it. */
export async function openWith(context: BrowserContext, url: string, ...code: string[]): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  for (const one of code) await page.evaluate(one);
  return page;
}
