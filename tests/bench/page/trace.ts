/**
 * What the page's main thread did in each phase, from the browser's own trace: processor time, so that what else runs on
 * the machine disturbs it little; moments are of the wall's clock.
 */
import type { CDPSession } from '@playwright/test';
import type { TraceEvent } from '../../support/tasks';

/** Milliseconds by kind of work, each event without what ran inside it. */
export interface Work {
  script: number;
  style: number;
  layout: number;
  observers: number;
  prepaint: number;
  paint: number;
  gc: number;
  other: number;
  /** All tasks. */
  task: number;
}

export interface Task {
  /** Start and end in milliseconds of the trace; `ms` of the processor. */
  readonly at: number;
  readonly end: number;
  readonly ms: number;
  /** Does it make a frame? Then style, layout and painting in it are the page's as well as ours. */
  readonly frame: boolean;
  /** Did script of the extension run in it, by name? Answers to its messages run without one. */
  readonly ours: boolean;
  /** Did script of the page run in it? */
  readonly page: boolean;
  /** Milliseconds of the extension's named functions, with all that ran in them. */
  readonly script: number;
}

/** What a task cost that is ours, if it is not the page's: all of it, but of a frame only our functions. */
export const slice = (task: Task): number => (task.frame || task.page ? task.script : task.ms);

export interface Trace {
  /** Work between the user timings `bench:<phase>:start` and `:end`. */
  phase(name: string): Work;
  /** Tasks between two moments, in milliseconds. */
  tasks(from: number, to: number): Task[];
  /** When the page's last `name` was marked. */
  moment(name: string): number;
}

/** Milliseconds from which on a task holds the page up. */
export const LONG = 50;

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8'];

const KINDS: readonly (readonly [RegExp, keyof Work])[] = [
  [/^(UpdateLayoutTree|ScheduleStyleRecalculation|ParseAuthorStyleSheet)$/, 'style'],
  [/^(Layout|UpdateLayerTree|HitTest)$/, 'layout'],
  [/^IntersectionObserverController/, 'observers'],
  [/^PrePaint$/, 'prepaint'],
  [/^(Paint|Layerize|Commit|CompositeLayers|RasterTask|Decode.*|PaintImage)$/, 'paint'],
  [/^(MinorGC|MajorGC|V8\.GC.*|BlinkGC.*)$/, 'gc'],
  [
    /^(FunctionCall|EvaluateScript|RunMicrotasks|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|RunPostTaskCallback|v8\..*|V8\..*)$/,
    'script',
  ],
];
const kindOf = (name: string): keyof Work => KINDS.find(([names]) => names.test(name))?.[1] ?? 'other';
const CALL = /^(FunctionCall|EvaluateScript)$/;

/** Records everything until the answer is called. */
export async function record(cdp: CDPSession): Promise<() => Promise<Trace>> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  return async () => {
    const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await done;
    return read(events);
  };
}

function read(all: readonly TraceEvent[]): Trace {
  const marks = all.filter((e) => e.name.startsWith('bench:'));
  const home = marks.at(-1);
  if (!home) throw new Error('the page marked no moment');
  const base = Math.min(...[home.ts, ...marks.map((e) => e.ts)]);
  const times = new Map(marks.map((e) => [e.name, e.ts]));
  const own = all
    .filter((e) => e.ph === 'X' && e.pid === home.pid && e.tid === home.tid && e.dur !== undefined)
    .sort((a, b) => a.ts - b.ts || (b.dur as number) - (a.dur as number));
  const selves = selfTimes(own);
  const time = (name: string): number => {
    const ts = times.get(name);
    if (ts === undefined) throw new Error(`no moment ${name}`);
    return ts;
  };
  return {
    moment: (name) => (time(name) - base) / 1e3,
    phase(name) {
      const [from, to] = [time(`bench:${name}:start`), time(`bench:${name}:end`)];
      const work: Work = {
        script: 0,
        style: 0,
        layout: 0,
        observers: 0,
        prepaint: 0,
        paint: 0,
        gc: 0,
        other: 0,
        task: 0,
      };
      own.forEach((event, i) => {
        if (event.ts < from || event.ts >= to) return;
        if (event.name === 'RunTask') work.task += cost(event) / 1e3;
        work[kindOf(event.name)] += (selves[i] as number) / 1e3;
      });
      return work;
    },
    tasks: (from, to) =>
      tasksOf(own)
        .filter(({ at }) => at >= from * 1e3 + base && at < to * 1e3 + base)
        .map((t) => ({ ...t, at: (t.at - base) / 1e3, end: (t.end - base) / 1e3 })),
  };
}

/** Microseconds of each event that none of the events inside it took. */
function selfTimes(sorted: readonly TraceEvent[]): Float64Array {
  const selves = Float64Array.from(sorted, cost);
  const open: number[] = [];
  sorted.forEach((event, i) => {
    while (open.length > 0 && endOf(sorted[open.at(-1) as number] as TraceEvent) <= event.ts) open.pop();
    const around = open.at(-1);
    if (around !== undefined) selves[around] = (selves[around] as number) - cost(event);
    open.push(i);
  });
  return selves;
}

const cost = ({ tdur, dur }: TraceEvent): number => tdur ?? dur ?? 0;
const endOf = ({ ts, dur }: TraceEvent) => ts + (dur ?? 0);

type Open = { -readonly [K in keyof Task]: Task[K] };

/** The thread's tasks, `at` and `end` in the trace's own microseconds. */
function tasksOf(sorted: readonly TraceEvent[]): Task[] {
  const tasks: Open[] = [];
  let covered = 0;
  for (const event of sorted) {
    const task = tasks.at(-1);
    const inside = task !== undefined && event.ts < task.end;
    if (event.name === 'RunTask' && !inside)
      tasks.push({
        at: event.ts,
        end: endOf(event),
        ms: cost(event) / 1e3,
        frame: false,
        ours: false,
        page: false,
        script: 0,
      });
    if (!inside) continue;
    if (event.name === 'PrePaint' || event.name === 'FireAnimationFrame') task.frame = true;
    if (!CALL.test(event.name)) continue;
    if (!event.args?.data?.url?.startsWith('chrome-extension:')) {
      task.page = true;
      continue;
    }
    task.ours = true;
    if (event.ts < covered) continue;
    covered = endOf(event);
    task.script += cost(event) / 1e3;
  }
  return tasks;
}
