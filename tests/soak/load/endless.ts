/** A page that never comes to an end, for minutes: long tasks, questions and memory while it goes on; marks whenever it rests. */
import type { Page } from '@playwright/test';
import { Inside, type Launched } from '../../support/extension';
import { found } from '../../support/found';
import type { Site } from '../../support/server';
import type { Figure, Outcome, SoakOptions } from '../part';
import { countQuestions, watchAnswers } from './backlog';
import { type Memory, memoryOf } from './memory';
import { growth } from './snapshot';
import { taskFigures, watchTasks } from './tasks';
import { switchSite, within } from './watched';

export interface Endless {
  readonly name: string;
  readonly html: string;
  readonly minutes: number;
  /** Does the page keep all it ever showed? Then what we hold grows with it. */
  readonly keeps: boolean;
  /** Lets the page go on until `until`, in milliseconds of `performance.now()`, or until `signal` aborts; then it rests. */
  act(page: Page, until: number, signal: AbortSignal): Promise<void>;
}

export interface Stage {
  readonly app: Launched;
  readonly site: Site;
  /** A page of ours, to ask from. */
  readonly desk: Page;
}

/** Seconds between two rests. */
const ROUND = 30;
/** Milliseconds that marks may take to be right: what changes again and again waits up to ten seconds for its turn, on a busy machine longer. */
const PATIENCE = 60_000;
/** Cards and changes a minute, below which a page stood still and little was asked of us. */
const LEAST_CARDS = 300;
const LEAST_CHANGES = 400;
/** Growth that is none: megabytes. */
const FLAT = 0.5;

interface Counts {
  readonly frames: number;
  readonly cards: number;
  readonly changes: number;
}

export async function endless(stage: Stage, what: Endless, options: SoakOptions): Promise<Outcome> {
  const { app, site, desk } = stage;
  const { signal, say } = options;
  const path = `/${what.name.replaceAll(/\W+/g, '-')}.html`;
  const url = `${site.url}${path}`;
  site.pages.set(path, what.html);
  const seconds = Math.max(ROUND, what.minutes * 60 * options.scale);
  const failures: string[] = [];
  const counts = (page: Page) =>
    page.evaluate('({ frames: load.frames, cards: load.cards, changes: load.changes })') as Promise<Counts>;
  const acted = async (page: Page, ms: number) => {
    const [before, start] = [await counts(page), performance.now()];
    await what.act(page, start + ms, signal);
    const [after, end] = [await counts(page), performance.now()];
    return { frames: after.frames - before.frames, ms: end - start };
  };

  await switchSite(app, false);
  const bare = await app.context.newPage();
  await bare.goto(url);
  const without = await acted(bare, Math.min(ROUND, seconds / 3) * 1000);
  await bare.close();
  await switchSite(app, true);

  const page = await app.context.newPage();
  const inside = await Inside.attach(page, app);
  await page.goto(url);
  await within(PATIENCE, async () => (await found(app, url)) !== undefined);
  const questions = app.firefox ? undefined : await countQuestions(inside);
  const tasks = watchTasks(app, page);
  let answer = 0;
  let frames = 0;
  let ms = 0;
  let [wrong, rests, slowest] = [0, 0, 0];
  let early: Memory | undefined;
  let earlyCards = 0;
  while (ms < seconds * 1000 && !signal.aborted) {
    const answers = watchAnswers(desk);
    const done = await acted(page, Math.min(ROUND * 1000, seconds * 1000 - ms));
    answer = Math.max(answer, await answers());
    frames += done.frames;
    ms += done.ms;
    rests++;
    let [is, be] = ['', ''];
    const right = await within(PATIENCE, async () => {
      be = String(await page.evaluate('expected()'));
      is = String(await found(app, url));
      return is === be;
    });
    if (right === undefined) {
      wrong++;
      failures.push(`${what.name}, seed ${options.seed}, rest ${rests}: found ${is}, there are ${be}`);
    } else slowest = Math.max(slowest, right);
    if (early === undefined && ms >= Math.min(60_000, seconds * 200)) {
      early = await memoryOf(app, page);
      earlyCards = (await counts(page)).cards;
    }
    say(`${what.name}, ${(ms / 60_000).toFixed(1)} minutes, ${wrong} times wrong`);
  }
  const { long, longest, watched } = await tasks();
  const asked = await questions?.();
  const late = await memoryOf(app, page);
  const { cards, changes } = await counts(page);
  await page.close();
  site.pages.delete(path);

  early ??= late;
  for (const line of early.held && late.held ? growth(early.held, late.held) : [])
    say(`${what.name}: ${line}`);
  // What the engine compiles as it goes, and throws away again, is no block or mark that we hold.
  const codeOf = ({ held }: Memory) => (held?.kinds.get('code')?.[1] ?? 0) / 1e6;
  const compiled = codeOf(late) - codeOf(early);
  const grown = late.ours - early.ours - compiled;
  const figure = (name: string, value: number, unit = '', bounds: Partial<Figure> = {}): Figure => ({
    name: `${what.name}: ${name}`,
    value,
    unit,
    ...bounds,
  });
  const figures = [
    figure('minutes', ms / 60_000, '', { least: what.minutes * 0.99 }),
    cards > 0
      ? figure('cards appended', cards, '', { least: LEAST_CARDS * what.minutes })
      : figure('changes', changes, '', { least: LEAST_CHANGES * what.minutes }),
    figure('rests at which marks were looked at', rests),
    figure('rests at which they were not those of a plain search', wrong, '', { most: 0 }),
    figure('longest until they were right', slowest / 1000, 's', { most: PATIENCE / 1000 }),
    ...taskFigures({ long, longest }).map((told) => ({ ...told, name: `${what.name}: ${told.name}` })),
    figure('of the time watched for them', Math.min(100, (100 * watched) / (ms / 1000)), '%', { least: 80 }),
    figure('frames a second, site switched off', (1000 * without.frames) / without.ms),
    figure('frames a second, with marks', (1000 * frames) / ms),
    ...(asked
      ? [
          figure('questions to the background', asked.asked),
          figure('of them on their way at a time, at most', asked.most, '', { most: 4 }),
        ]
      : []),
    figure('longest the background took to answer', answer, 'ms'),
    figure('page with us in it at the end', late.page, 'MB'),
    figure('of it ours, after a minute', early.ours, 'MB'),
    figure('of it ours, at the end', late.ours, 'MB'),
    ...(late.held ? [figure('growth of our compiled code', compiled, 'MB')] : []),
    what.keeps
      ? figure('growth of ours for a card kept', (1000 * grown) / Math.max(1, cards - earlyCards), 'kB', {
          most: 5,
        })
      : figure('growth of ours', grown, 'MB', { most: FLAT }),
    figure('growth of the background', late.background - early.background, 'MB', { most: 2 }),
    ...(late.held
      ? [figure('nodes out of the page that only we hold', late.held.detachedByUs, '', { most: 50 })]
      : []),
  ];
  return { figures, failures };
}
