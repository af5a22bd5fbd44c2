/** The run itself: steps by chance, and everything looked at after each. */

import { LEFT_OVER } from '../../support/left-over';
import type { SoakOptions } from '../part';
import { random as seeded } from '../random';
import { chromiumReader } from './chromium';
import { firefoxReader } from './firefox';
import { librarySteps } from './library';
import { Life } from './life';
import { pageSteps } from './steps';
import { type Sentence, startWorld } from './world';

/** Every so many steps each check of each pack is asked for, not only which edition it is of. */
const WHOLE = 10;
/** Milliseconds between two readings of memory. */
const MEASURE = 20_000;

export interface Length {
  /** Ends after so many steps, or so many milliseconds. */
  readonly steps?: number;
  readonly ms?: number;
}

/** A reader's life of this length in the browser that `FACTMARK_BROWSER` names. */
export async function live(
  { seed, signal, say }: Pick<SoakOptions, 'seed' | 'signal' | 'say'>,
  { steps: mostSteps = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY }: Length,
): Promise<Life> {
  const random = seeded(seed);
  const reader = await (process.env.FACTMARK_BROWSER === 'firefox' ? firefoxReader() : chromiumReader());
  const life = await Life.begin(reader, (call) => startWorld(random, (all) => clearOf(call, all)), say);
  const { counts, world } = life;
  const steps = pageSteps(life, random);
  const library = librarySteps(life, random, steps);
  const started = Date.now();
  const minute = () => (Date.now() - started) / 60_000;
  try {
    for (const pack of world.packs) await library.add(pack, 'quiet');
    await steps.open(random.pick(world.pages), 'tab');
    await steps.open(random.pick(world.pages), 'window');
    await life.check(true);
    await life.listen();
    const chances: readonly (readonly [number, string, () => Promise<unknown>])[] = [
      [14, 'visit', steps.visit],
      [8, 'follow', steps.follow],
      [4, 'scroll', steps.scroll],
      [8, 'front', steps.front],
      [3, 'close', steps.close],
      [5, 'card', steps.card],
      [6, 'dismiss', steps.dismiss],
      [4, 'read', steps.read],
      [4, 'popup', steps.popup],
      [7, 'topic', steps.topic],
      [5, 'site', steps.site],
      [5, 'loudness', steps.loudness],
      [3, 'pause', steps.pause],
      [5, 'refresh', steps.refresh],
      [4, 'backup', steps.backup],
      [9, 'update', library.update],
      [3, 'add', library.addOne],
      [2, 'remove', library.remove],
      [2, 'roll back', library.rollBack],
      [12, 'kill', () => steps.kill(false)],
    ];
    const lots = chances.flatMap(([chance, name, act]) =>
      Array.from({ length: chance }, () => [name, act] as const),
    );
    let measured = 0;
    let told = 0;
    while (counts.steps < mostSteps && Date.now() - started < ms && !signal.aborted) {
      counts.steps++;
      const [name, act] = random.pick(lots);
      // Where the reader can see nothing at all, they soon put that right.
      if (life.model.chosen.pausedUntil > Date.now() && random.chance(0.3))
        await steps.choose({ pausedUntil: 0 });
      life.trace.push(name);
      await act().catch((error: Error) => life.fail(`${name} could not be done: ${error.stack}`));
      await life.check(counts.steps % WHOLE === 0);
      await life.listen();
      if (Date.now() - measured > MEASURE) {
        measured = Date.now();
        life.measure(minute());
      }
      if (Date.now() - told > 30_000) {
        told = Date.now();
        say(
          `${counts.steps} steps, ${counts.kills} kills, ${life.failures.length} wrong, ${life.errors.length} errors`,
        );
      }
    }
    await end(life, steps);
  } finally {
    await reader.end();
    await world.end();
  }
  return life;
}

/** After all of it everything still works: with all choices taken back, every tab is as on the first day. */
async function end(life: Life, steps: ReturnType<typeof pageSteps>): Promise<void> {
  await life.call('changeSettings', {
    loudness: 'badge',
    topicsOff: [],
    sitesOff: [],
    pausedUntil: 0,
    dismissed: [],
  });
  life.model.chosen = { loudness: 'badge', topicsOff: [], sitesOff: [], pausedUntil: 0, dismissed: [] };
  for (const open of life.tabs) {
    life.inFront.set('tab', open);
    await life.reader.front(open.tab);
    await life.check(true);
  }
  await steps.visit();
  await life.check(true);
  const recent = new Set((await life.call<{ id: string }[]>('recent')).map(({ id }) => id));
  for (const id of life.model.opened) if (!recent.has(id)) life.fail(`${id} was opened, and is forgotten`);
  // What was cut off is swept up when the background starts the next time.
  await steps.kill(false);
  await life.call('library');
  await life.hold(async () => {
    const left = await life.ask<string[]>(LEFT_OVER);
    return left.length === 0 ? '' : `left over in the database: ${left.join()}`;
  });
  await life.listen();
}

/** Sentences that are found as what they say and as nothing besides. */
async function clearOf(
  call: <T>(name: string, query?: unknown) => Promise<T>,
  all: readonly Sentence[],
): Promise<Sentence[]> {
  const clear: Sentence[] = [];
  for (const sentence of all) {
    const { matches } = await call<{ matches: { check: string; others: string[] }[] }>('tryText', {
      text: sentence.text,
    });
    if (matches.length === 1 && matches[0]?.check === sentence.check && matches[0].others.length === 0)
      clear.push(sentence);
  }
  return clear;
}
