/** From the figures of single visits to what is told: each way against the bare page of the same round, and the median of the rounds. */
import { type Figures, median } from './visit';

/** Visits of one page, `rounds[i].get(way)` side by side in time. */
export interface Case {
  readonly size: number;
  readonly marks: number;
  readonly words: number;
  readonly rounds: readonly ReadonlyMap<string, Figures>[];
}

export interface Row {
  readonly figure: string;
  readonly unit: string;
  /** Goal for our own way, where one was set for this page. */
  readonly goal?: number | undefined;
  readonly values: ReadonlyMap<string, number>;
}

export const BARE = 'bare';
export const OURS = 'factmark';

type Measure = (way: Figures, bare: Figures) => number | undefined;

const at = (figures: Figures, name: string): number => figures[name] ?? Number.NaN;
/** What the way adds to the bare page of its round. */
const added =
  (name: string): Measure =>
  (way, bare) =>
    at(way, name) - at(bare, name);
const times =
  (name: string): Measure =>
  (way, bare) =>
    at(way, name) / at(bare, name);
const plain =
  (name: string): Measure =>
  (way) =>
    way[name];
/** All tasks but painting, which is the page's own, and collecting garbage, which comes when it likes. */
const work = (figures: Figures, phase: string): number =>
  at(figures, `${phase}.task`) - at(figures, `${phase}.paint`) - at(figures, `${phase}.gc`);
const addedWork =
  (phase: string): Measure =>
  (way, bare) =>
    work(way, phase) - work(bare, phase);

interface Told {
  readonly figure: string;
  readonly unit: string;
  readonly measure: Measure;
  readonly goal?: (size: number, marks: number) => number | undefined;
}

const TOLD: readonly Told[] = [
  {
    figure: 'long tasks more than bare',
    unit: '',
    measure: added('long tasks'),
    goal: (s, m) => (s > 10_000 && m > 0 ? 1 : 0),
  },
  {
    figure: 'own long tasks',
    unit: '',
    measure: plain('own long tasks'),
    goal: () => 0,
  },
  { figure: 'longest task after our start', unit: 'ms', measure: plain('longest after us') },
  {
    figure: 'start-up: compiling and running the script',
    unit: 'ms',
    measure: plain('start-up'),
    goal: () => 8,
  },
  { figure: 'longest own slice after it', unit: 'ms', measure: plain('own slice'), goal: () => 8 },
  { figure: 'own script until read', unit: 'ms', measure: plain('own work') },
  { figure: 'wall until read', unit: 'ms', measure: plain('wall to read') },
  { figure: 'matches', unit: '', measure: plain('matches') },
  {
    figure: 'scrolling: work added a frame',
    unit: 'ms',
    measure: addedWork('scroll'),
    goal: (_, m) => (m >= 1_000 ? 1.5 : m > 0 ? 0.4 : undefined),
  },
  ...(['script', 'style', 'layout', 'observers', 'prepaint', 'other', 'paint', 'gc'] as const).map(
    (kind) => ({
      figure: `  of it ${kind}`,
      unit: 'ms',
      measure: added(`scroll.${kind}`),
    }),
  ),
  { figure: 'idle: pre-paint a frame', unit: '× bare', measure: times('idle.prepaint'), goal: () => 1.2 },
  { figure: 'idle: work added a frame', unit: 'ms', measure: addedWork('idle') },
  { figure: 'typing: work added a key', unit: 'ms', measure: addedWork('typing') },
  { figure: 'typing: key to frame', unit: 'ms', measure: plain('key to frame') },
  { figure: 'resizing: work added each', unit: 'ms', measure: addedWork('resize') },
  // No goal: one observer of the tree makes inserting alone, without the layout that follows, twice as dear.
  { figure: 'burst: page script', unit: '× bare', measure: times('burst, page script') },
  {
    figure: 'burst: all tasks',
    unit: '× bare',
    measure: times('burst.task'),
    goal: (_, m) => (m > 0 ? 1.1 : undefined),
  },
  { figure: 'heap added', unit: 'kB', measure: added('heap'), goal: (_, m) => (m === 0 ? 1_000 : undefined) },
  { figure: 'DOM nodes added', unit: '', measure: added('nodes') },
  { figure: 'live ranges in text', unit: '', measure: plain('ranges'), goal: () => 0 },
];

/** What is told of one page. */
export function rowsOf(one: Case): Row[] {
  const ways = [...(one.rounds[0]?.keys() ?? [])];
  const rows = TOLD.map(({ figure, unit, measure, goal }): Row => {
    const values = new Map<string, number>();
    for (const way of ways) {
      const each = one.rounds.flatMap((round) => {
        const mine = round.get(way);
        const value = mine && measure(mine, round.get(BARE) as Figures);
        return value === undefined || Number.isNaN(value) ? [] : [value];
      });
      if (each.length > 0) values.set(way, median(each));
    }
    return { figure, unit, goal: goal?.(one.size, one.marks), values };
  });
  const bytes = one.rounds.map((round) => at(round.get(OURS) ?? {}, 'bytes') / one.words);
  rows.push({ figure: 'sent', unit: 'bytes a word', goal: 4, values: new Map([[OURS, median(bytes)]]) });
  return rows.filter((row) => row.values.size > 0);
}

/** Kilobytes of heap that each match keeps: what marks add, less what the extension adds to the same page without any. */
export function heapPerMatch(none: Case, some: Case): Row {
  const added = (one: Case, way: string) =>
    median(
      one.rounds.flatMap((round) => {
        const mine = round.get(way);
        return mine ? [at(mine, 'heap') - at(round.get(BARE) ?? {}, 'heap')] : [];
      }),
    );
  const ways = [...(some.rounds[0]?.keys() ?? [])].filter((way) => way !== BARE);
  const values = new Map(
    ways.map((way) => [way, (added(some, way) - added(none, way)) / some.marks] as const),
  );
  return { figure: 'heap a match', unit: 'kB', goal: 0.5, values };
}

const short = (n: number): string =>
  Number.isInteger(n)
    ? String(n)
    : Math.abs(n) >= 100
      ? n.toFixed(0)
      : Math.abs(n) >= 10
        ? n.toFixed(1)
        : n.toFixed(2);

/** The rows as a table for reading; what misses its goal has an exclamation mark. */
export function table(title: string, rows: readonly Row[]): string {
  const ways = [...new Set(rows.flatMap((r) => [...r.values.keys()]))];
  const head = [title, 'goal', ...ways];
  const lines = rows.map(({ figure, unit, goal, values }) => [
    unit ? `${figure}, ${unit}` : figure,
    goal === undefined ? '' : `≤ ${goal}`,
    ...ways.map((way) => {
      const value = values.get(way);
      if (value === undefined) return '';
      return `${short(value)}${way === OURS && goal !== undefined && value > goal ? ' !' : ''}`;
    }),
  ]);
  const all = [head, ...lines];
  const widths = head.map((_, i) => Math.max(...all.map((line) => (line[i] as string).length)));
  return all
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
        .join('  '),
    )
    .join('\n');
}
