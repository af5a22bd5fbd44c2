/** What a trace and a sampled profile of a page say about the scripts of the extension. Processor time where there is any. */
import type { TraceEvent } from './tasks';

/** Milliseconds, but for the two counts. */
export interface Cost {
  readonly script: number;
  readonly longest: number;
  /** Tasks over 50 ms of which our script was half or more; all such tasks. */
  readonly long: number;
  readonly allLong: number;
  readonly layout: number;
  readonly forced: number;
  readonly paint: number;
}

/** As Chromium's profiler gives it, as far as it is read here. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly samples?: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas?: readonly number[];
}

const LONG = 50_000;
const LAYOUT = /^(UpdateLayoutTree|Layout|UpdateLayerTree|PrePaint)$/;
const PAINT = /^(Paint|Layerize|Commit)$/;

const cost = ({ tdur, dur }: TraceEvent): number => tdur ?? dur ?? 0;
const endOf = ({ ts, dur }: TraceEvent): number => ts + (dur ?? 0);
const isOurs = ({ name, args }: TraceEvent) =>
  /^(FunctionCall|EvaluateScript)$/.test(name) && (args?.data?.url ?? '').startsWith('chrome-extension:');

/** Costs on the main thread that the mark `profile:page` was set on. @throws Error if the trace has no such mark. */
export function costOf(all: readonly TraceEvent[]): Cost {
  const home = all.find(({ name }) => name === 'profile:page');
  if (home === undefined) throw new Error('the trace does not say which thread the page was on');
  const own = all
    .filter((e) => e.ph === 'X' && e.dur !== undefined && e.pid === home.pid && e.tid === home.tid)
    .sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));
  const calls = outermost(own.filter(isOurs));
  const tasks = outermost(own.filter(({ name }) => /RunTask$/.test(name)));
  const layouts = outermost(own.filter(({ name }) => LAYOUT.test(name)));
  const ours = tasks.map((task) => sum(within(calls, task)));
  return {
    script: sum(calls) / 1000,
    longest: Math.max(0, ...ours) / 1000,
    long: tasks.filter((task, i) => cost(task) > LONG && (ours[i] as number) * 2 >= cost(task)).length,
    allLong: tasks.filter((task) => cost(task) > LONG).length,
    layout: sum(layouts) / 1000,
    forced: sum(calls.flatMap((call) => within(layouts, call))) / 1000,
    paint: sum(outermost(own.filter(({ name }) => PAINT.test(name)))) / 1000,
  };
}

/** Our functions by the time spent in them and in nothing they called, longest first. */
export function sampled({ nodes, samples = [], timeDeltas = [] }: Profile): { name: string; ms: number }[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  samples.forEach((id, i) => {
    const frame = frames.get(id);
    if (!frame?.url.startsWith('chrome-extension:')) return;
    const file = frame.url.split('/').at(-1);
    const name = `${frame.functionName || 'anonymous'} (${file}:${frame.lineNumber + 1}:${frame.columnNumber + 1})`;
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  });
  return [...times].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}

/** Of events sorted by start, those that are in no other of them. */
function outermost(sorted: readonly TraceEvent[]): TraceEvent[] {
  let until = Number.NEGATIVE_INFINITY;
  return sorted.filter((event) => {
    if (event.ts < until) return false;
    until = endOf(event);
    return true;
  });
}

const within = (events: readonly TraceEvent[], around: TraceEvent) =>
  events.filter(({ ts }) => ts >= around.ts && ts < endOf(around));
const sum = (events: readonly TraceEvent[]) => events.reduce((total, event) => total + cost(event), 0);
