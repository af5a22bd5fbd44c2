/** Scheduled updates: an hourly alarm looks which sources are due, and brings them up to date one after another. */
import { browser } from '../../lib/browser';
import { readSources } from '../../lib/store/editions/swap';
import { realEnv } from '../../lib/store/env';
import type { LiveLibrary } from '../../lib/store/live';
import { dueSources } from '../../lib/store/updates/due';
import type { Step } from '../../lib/store/updates/step';
import { updateUnattended, type Working } from '../../lib/store/updates/update';
import { say } from '../../lib/words';

export const ALARM = 'updates';
/** Minutes between two looks, and before the first: the browser has enough to do when it starts. */
const EVERY = 60;
const FIRST = 5;
/** The browser ends a worker that waits half a minute for an answer; giving up before that, it can say what happened. */
export const LIMITS = { first: 25_000, silence: 25_000, overall: 15 * 60_000 };
/** Milliseconds between two notes of how far an update is; writing them also keeps the worker alive. */
const BETWEEN = 5_000;
/** Where the note is, in session storage. */
const KEY = 'updating';

/** What is written down of an update that is running on schedule. */
export interface Updating {
  readonly source: string;
  readonly step: Step;
}

/**
 * To be called whenever the background starts, before it waits for anything; `world` is for tests. Answers with a way to
 * cut what runs on schedule, for whoever needs the library now: that is no failure, and the next alarm goes on. `after`:
 * work on the library that waits until a round has ended, unless that was cut.
 */
export function keepUpToDate(
  live: LiveLibrary,
  world: Partial<Working> = {},
  after: () => Promise<void> = async () => {},
): () => void {
  const rounds = new Set<AbortController>();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return undefined;
    const round = new AbortController();
    rounds.add(round);
    return updateDue(live, { ...world, signal: round.signal })
      .finally(() => rounds.delete(round))
      .then(() => (round.signal.aborted ? undefined : after()));
  });
  // A background that was killed could not take its note away: what it says is under way is not.
  browser.storage.session.remove(KEY).catch(() => {});
  // Alarms may be lost when the browser is closed; one that is there keeps its time.
  ensureAlarm().catch((error) => console.warn(`factmark: sources are not updated by themselves. ${error}`));
  return () => {
    for (const round of rounds) round.abort(new DOMException(say('store_request_gave_way'), 'AbortError'));
  };
}

async function ensureAlarm(): Promise<void> {
  const there = await browser.alarms.get(ALARM);
  // Set by a clock that ran ahead, it would not ring for as long as that was wrong.
  if (there && !(there.scheduledTime - Date.now() > 2 * EVERY * 60_000)) return;
  await browser.alarms.create(ALARM, { delayInMinutes: FIRST, periodInMinutes: EVERY });
}

async function updateDue(
  live: LiveLibrary,
  world: Partial<Working> & Pick<Working, 'signal'>,
): Promise<void> {
  const { database } = await live();
  const env = { ...realEnv(database, world.signal), limits: LIMITS, ...world };
  const due = dueSources(await readSources(database), env.now());
  if (due.length === 0) return;
  for (const { id } of due) {
    const { note, again } = noting(id, env.now);
    const pause = async () => {
      again();
      env.signal.throwIfAborted();
      await env.pause();
    };
    try {
      const outcome = await updateUnattended({ ...env, pause }, id, note);
      // Somebody is at the library; the next alarm is soon enough.
      if (outcome === undefined) break;
      if (outcome.kind === 'updated') await live.again();
    } catch (error) {
      if (env.signal.aborted) break;
      // It is written down with the source, and said in Options.
      console.warn(`factmark: ${id} was not updated. ${String(error)}`);
    }
  }
  await browser.storage.session.remove(KEY);
}

/** Writes how far the update of `source` is into session storage, now and then; `again` says that work goes on. */
export function noting(source: string, now: () => Date) {
  let last = Number.NEGATIVE_INFINITY;
  let step: Step = { doing: 'asking', done: 0, of: 0, unit: 'bytes' };
  const again = () => {
    const time = now().getTime();
    // A clock that was turned back must not silence it.
    if (Math.abs(time - last) < BETWEEN) return;
    last = time;
    const updating: Updating = { source, step };
    browser.storage.session.set({ [KEY]: updating }).catch(() => {});
  };
  const note = (next: Step) => {
    step = next;
    again();
  };
  return { note, again };
}

/** Removes the note about `source`; one about another source stays. */
export async function unnote(source: string): Promise<void> {
  if ((await updatingNow()) === source) await browser.storage.session.remove(KEY);
}

/** Id of the source that is being updated on schedule, if one is. */
export async function updatingNow(): Promise<string | undefined> {
  const { [KEY]: updating } = await browser.storage.session.get(KEY);
  return (updating as Updating | undefined)?.source;
}
