/**
 * How good matching is: ranking and detection of bare claims, paraphrases, authored checks on labelled passages,
 * stance. Each figure with its 95 % bootstrap interval. What needs `../shared/data` is left out, and said so, where
 * that is not there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { interval, mean } from '../../lib/match/score/measure';
import { outcomes } from '../support/passages';
import { toldStances } from '../support/stances';
import { isRight, isWrong, type Tried, tryLabelled, tryOrdinary } from '../support/starter-set';
import { starter } from '../unit/match/starter';

const ROOT = resolve(import.meta.dirname, '../..');
const DATA = resolve(ROOT, '../shared/data');
const FIXTURES = resolve(ROOT, 'tests/fixtures');

export function qualityBench(): void {
  for (const file of readdirSync(FIXTURES).filter((f) => /^passages.*\.jsonl$/.test(f))) authored(file);
  wholeStarter();
  for (const [half, seen] of [
    ['seen', true],
    ['blind', false],
  ] as const) {
    const told = toldStances().filter((t) => t.seen === seen);
    say(
      'bare/stance',
      share(told, (t) => t.right),
      { set: `stances.jsonl, ${half} half`, n: told.length },
    );
  }
  if (!existsSync(DATA)) {
    console.error('no ../shared/data here: ranking, detection and paraphrases are left out');
    return;
  }
  bare();
  paraphrases();
}

function say(bench: string, values: readonly number[], more: Record<string, unknown>): void {
  const round = (n: number) => Number(n.toFixed(4));
  console.log(
    JSON.stringify({
      bench,
      value: round(mean(values)),
      unit: 'share',
      interval: interval(values).map(round),
      ...more,
    }),
  );
}

const share = <T>(items: readonly T[], is: (item: T) => boolean) => items.map((item) => (is(item) ? 1 : 0));

function authored(file: string): void {
  const all = outcomes(starter, file);
  const positive = all.filter((o) => o.positive);
  const badged = all.filter((o) => o.right || o.wrong);
  const stances = all.flatMap((o) => o.stance ?? []);
  const more = { set: file };
  say(
    'authored/precision',
    share(badged, (o) => o.right),
    { ...more, n: badged.length },
  );
  say(
    'authored/recall',
    share(positive, (o) => o.right),
    { ...more, n: positive.length },
  );
  for (const told of [undefined, 'asserts', 'denies', 'asks', 'mentions']) {
    const these = stances.filter((s) => told === undefined || s.told === told);
    if (these.length > 0)
      say(
        'authored/stance',
        share(these, (s) => s.right),
        { ...more, told: told ?? 'all', n: these.length },
      );
  }
  const unsure = stances.filter((s) => !s.sure);
  if (unsure.length > 0)
    say(
      'authored/stance',
      share(unsure, (s) => s.right),
      { ...more, told: 'said to be unsure', n: unsure.length },
    );
}

/** The labelled set of the whole starter: in all, by half, and by topic. */
function wholeStarter(): void {
  const tried = tryLabelled(starter);
  const parts: [string, readonly Tried[]][] = [['all', tried]];
  for (const half of ['seen', 'blind'] as const)
    parts.push([`${half} half`, tried.filter((t) => t.half === half)]);
  for (const topic of new Set(tried.map((t) => t.topic)))
    parts.push([topic, tried.filter((t) => t.topic === topic)]);
  for (const [part, these] of parts) {
    const said = these.filter((t) => t.check !== null);
    const badged = these.filter((t) => isRight(t) || isWrong(t));
    const stances = these.filter((t) => t.stanceRight !== undefined);
    say('starter/precision', share(badged, isRight), { set: part, n: badged.length });
    say('starter/recall', share(said, isRight), { set: part, n: said.length });
    say(
      'starter/stance',
      share(stances, (t) => t.stanceRight === true),
      { set: part, n: stances.length },
    );
  }
  const ordinary = tryOrdinary(starter);
  const badged = ordinary.filter((o) => o.badge !== undefined);
  console.log(
    JSON.stringify({ bench: 'starter/ordinary', value: badged.length, unit: 'badges', n: ordinary.length }),
  );
  for (const { text, badge } of badged) console.error(`badge of ${badge} on an ordinary sentence: ${text}`);
}

const factmark = (...args: string[]): string =>
  execFileSync(resolve(ROOT, 'node_modules/.bin/tsx'), [resolve(ROOT, 'lib/cli/main.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const CLAIMS = resolve(DATA, 'checkthat2022/claims.jsonl');

function bare(): void {
  const dev = (file: string) => resolve(DATA, 'checkthat2022/dev', file);
  const figures = JSON.parse(
    factmark(
      'eval',
      '--claims',
      CLAIMS,
      '--queries',
      dev('queries.jsonl'),
      '--qrels',
      dev('qrels.txt'),
      '--negatives',
      resolve(DATA, 'negatives-dev.jsonl'),
    ),
  );
  for (const [name, interval] of Object.entries(figures.intervals))
    console.log(
      JSON.stringify({
        bench: `bare/${name}`,
        value: figures[name],
        unit: 'share',
        interval,
        set: 'checkthat2022 dev',
        n: figures.queries,
      }),
    );
}

function paraphrases(): void {
  const queries = resolve(FIXTURES, 'paraphrases.jsonl');
  const right = new Map(
    readFileSync(queries, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; claim: string })
      .map(({ id, claim }) => [id, claim]),
  );
  const ranked = factmark('rank', '--claims', CLAIMS, '--queries', queries, '-k', '10')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; ranked: { id: string }[] });
  for (const k of [1, 10])
    say(
      `paraphrases/recall@${k}`,
      share(ranked, ({ id, ranked: best }) => best.slice(0, k).some((c) => c.id === right.get(id))),
      { set: 'paraphrases', n: ranked.length },
    );
}
