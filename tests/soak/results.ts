/** What the last recorded runs found: a file a part and browser, from which the report's table is written. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { BROWSERS, type BrowserName, type Figure, holds, type Outcome, type Part } from './part';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = resolve(import.meta.dirname, 'results');
/** The report. Its tables stand between these two lines. */
export const REPORT = resolve(ROOT, 'docs/developers/soak.md');
const START = '<!-- figures: written by `npm run soak -- --report` -->';
const END = '<!-- end of figures -->';

export interface Recorded {
  readonly part: string;
  readonly about: string;
  readonly browser: BrowserName | null;
  /** Day, ISO 8601. */
  readonly on: string;
  readonly commit: string;
  readonly seed: number;
  readonly scale: number;
  readonly minutes: number;
  readonly processors: number;
  readonly figures: readonly Figure[];
  readonly failures: readonly string[];
}

/** What a run of `commit` has to say of itself. */
export function recordOf(
  part: Part,
  browser: BrowserName | undefined,
  run: { commit: string; seed: number; scale: number; minutes: number },
  { figures, failures }: Outcome,
): Recorded {
  return {
    part: part.name,
    about: part.about,
    browser: browser ?? null,
    on: new Date().toISOString().slice(0, 10),
    commit: run.commit,
    seed: run.seed,
    scale: run.scale,
    minutes: Math.round(run.minutes * 10) / 10,
    processors: cpus().length,
    figures,
    failures,
  };
}

/** The commit that is here now, and whether more than that: what was changed since, records and reports aside. */
export function commitOf(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', '.', ':!tests/soak/results', ':!docs', ':!README.md');
  return `${git('rev-parse', '--short=7', 'HEAD')}${changed ? ' with changes' : ''}`;
}

/** Keeps it in `folder`, in the place of an earlier one of the same part and browser. */
export function keep(recorded: Recorded, folder = FOLDER): string {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, `${[recorded.part, recorded.browser].filter(Boolean).join('-')}.json`);
  writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
  return file;
}

const kept = (): Recorded[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')));

const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

function tableOf(runs: readonly Recorded[]): string {
  const names = [...new Set(runs.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  const heads = runs.map(({ browser }) =>
    browser ? (browser === 'firefox' ? 'Firefox' : 'Chromium') : 'result',
  );
  const cell = (run: Recorded, name: string) => {
    const figure = run.figures.find((f) => f.name === name);
    return figure ? `${number(figure.value)} ${figure.unit}`.trim() : '';
  };
  return [
    `| | ${heads.join(' | ')} |`,
    `|---|${'---:|'.repeat(runs.length)}`,
    ...names.map((name) => `| ${name} | ${runs.map((run) => cell(run, name)).join(' | ')} |`),
  ].join('\n');
}

/** How many figures are beyond their bounds, in words. */
function notHeld({ figures, scale }: Recorded): string {
  const beyond = figures.filter((figure) => !holds(figure, scale)).length;
  return beyond === 0
    ? ''
    : `, ${beyond} ${beyond === 1 ? 'figure' : 'figures'} beyond ${beyond === 1 ? 'its' : 'their'} bounds`;
}

/** The figures of all recorded runs, as Markdown. `order`: names of parts. */
export function figures(order: readonly string[], recorded = kept()): string {
  return order
    .map((part) =>
      recorded
        .filter((run) => run.part === part)
        .sort(
          (a, b) => BROWSERS.indexOf(a.browser ?? 'chromium') - BROWSERS.indexOf(b.browser ?? 'chromium'),
        ),
    )
    .flatMap((runs) => {
      const [first] = runs;
      if (!first) return [];
      const when = runs.map(
        (run) =>
          `${run.browser ? `${run.browser === 'firefox' ? 'Firefox' : 'Chromium'}: ` : ''}${run.on}, commit ${run.commit}, seed ${run.seed}, scale ${run.scale}, ${number(run.minutes)} minutes on ${run.processors} processors, ${run.failures.length} failures${notHeld(run)}`,
      );
      return [`### ${first.part}\n\n${first.about}\n\n${tableOf(runs)}\n\n${when.join('; ')}.`];
    })
    .join('\n\n');
}

/** The report's text with its tables written anew. */
export function withFigures(text: string, order: readonly string[]): string {
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${REPORT} has no “${START}” … “${END}”`);
  return `${before}${START}\n\n${figures(order)}\n\n${END}${after}`;
}
