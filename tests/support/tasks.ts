/** Long tasks on a page's main thread that were ours, from a trace of the browser. */
import type { Browser, Page } from '@playwright/test';

/** An event of a browser's trace, as far as anything here reads it. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of that, what the thread itself ran: a machine busy with other things makes no long task. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** Tasks with script in them, in milliseconds; on a page whose own scripts are off, that script is ours. */
export interface Tasks {
  /** Tasks that ran for more than 50 ms, at least half of it script. */
  readonly long: number;
  /** The longest stretch of script in one task. */
  readonly longestScript: number;
}

/** Calls into our files, and what ran on after an `await`: of that a trace does not say whose it was. */
const isScript = ({ name, args }: TraceEvent) =>
  name === 'RunMicrotasks' ||
  (/^(FunctionCall|EvaluateScript)$/.test(name) && /extension:/.test(args?.data?.url ?? ''));

/** Starts a trace of `page`; the answer ends it and says what was found. */
export async function traceTasks(browser: Browser, page: Page): Promise<() => Promise<Tasks>> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel', 'v8'] });
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    return tasksIn(traceEvents);
  };
}

const ran = ({ tdur, dur }: TraceEvent) => tdur ?? dur ?? 0;

/** Is it one that `tasksIn` looks at? */
export const isOfTasks = (e: TraceEvent): boolean =>
  e.name === 'thread_name' || /RunTask$/.test(e.name) || isScript(e);

/** What the main threads of all pages did. */
export function tasksIn(events: readonly TraceEvent[]): Tasks {
  const key = (e: TraceEvent) => `${e.pid} ${e.tid}`;
  const main = new Set(
    events.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain').map(key),
  );
  const whole = events.filter((e) => e.ph === 'X' && e.dur !== undefined && main.has(key(e)));
  const scripts = new Map<string, TraceEvent[]>();
  for (const call of whole.filter(isScript).sort((a, b) => a.ts - b.ts)) {
    const calls = scripts.get(key(call));
    if (calls) calls.push(call);
    else scripts.set(key(call), [call]);
  }
  let long = 0;
  let longestScript = 0;
  for (const task of whole.filter((e) => /RunTask$/.test(e.name))) {
    const end = task.ts + (task.dur ?? 0);
    let script = 0;
    let until = task.ts;
    const calls = scripts.get(key(task)) ?? [];
    for (let n = firstSince(calls, task.ts); n < calls.length; n++) {
      const call = calls[n] as TraceEvent;
      if (call.ts >= end) break;
      if (call.ts < until) continue;
      script += ran(call);
      until = call.ts + (call.dur ?? 0);
    }
    longestScript = Math.max(longestScript, script / 1000);
    if (ran(task) > 50_000 && script * 2 >= ran(task)) long++;
  }
  return { long, longestScript };
}

/** Index of the first of `calls`, in order of time, that begins at `ts` or later. */
function firstSince(calls: readonly TraceEvent[], ts: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle] as TraceEvent).ts < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
