/** What the settings page does with the library and its sources. */
import { browser } from '../../lib/browser';
import type { FactCheck } from '../../lib/claims';
import type { PanelCalls } from '../../lib/messages/calls';
import { type Handlers, WORKING } from '../../lib/messages/wire';
import { isBeside } from '../../lib/store/database';
import { change, readSources, removeSource, rollBack } from '../../lib/store/editions/swap';
import { type Env, realEnv } from '../../lib/store/env';
import type { Live, LiveLibrary } from '../../lib/store/live';
import { eraseReceipt, readReceipt } from '../../lib/store/network/receipt';
import { changeSettings } from '../../lib/store/settings-store';
import { withLock } from '../../lib/store/updates/lock';
import { updatingNow } from './updates';

type SourceCalls = Pick<
  PanelCalls,
  | 'library'
  | 'removeSource'
  | 'rollBack'
  | 'setSchedule'
  | 'switchPublishers'
  | 'sourcesChanged'
  | 'receipt'
  | 'eraseReceipt'
>;

/** Answers to the calls of the settings page about the library. `cutUpdates` ends what is updated on schedule. */
export function sourceHandlers(live: LiveLibrary, cutUpdates: () => void): Handlers<SourceCalls, undefined> {
  /** Changes the database while nobody else does, and reads it again. */
  const work = async (run: (env: Env) => Promise<unknown>) => {
    const env = await envOf(live);
    // The reader does not wait for what nobody asked for just now; it is due again later.
    cutUpdates();
    await withLock(() => run(env));
    await live.again();
  };
  return {
    library: async () => {
      const here = await live();
      // As they are stored now: what changes no answer is not read again.
      return view({ ...here, sources: await readSources(here.database) }, await updatingNow());
    },
    removeSource: async ({ id }) => {
      await work((env) => removeSource(env, id));
      // Added again, it starts on.
      await changeSettings((s) => ({ topicsOff: s.topicsOff.filter((t) => t !== id) }));
    },
    rollBack: ({ id }) => work((env) => rollBack(env, id)),
    setSchedule: async ({ id, schedule }) => {
      const env = await envOf(live);
      await withLock(() => change(env, id, (source) => ({ ...source, schedule })));
    },
    switchPublishers: async ({ id, keys, on }) => {
      const env = await envOf(live);
      await change(env, id, (source) => {
        const others = source.publishersOff.filter((key) => !keys.includes(key));
        return { ...source, publishersOff: on ? others : [...others, ...keys].slice(-MOST_OFF) };
      });
      await live.again();
    },
    sourcesChanged: live.again,
    receipt: async () => readReceipt((await live()).database),
    eraseReceipt: async () => eraseReceipt((await live()).database),
  };
}

/**
 * A page of ours that works on the library keeps a port open (`WORKING`) and tells when it is done. If it is closed in the
 * middle, what it had stored by then may be another edition: the library is read again.
 */
export function rereadWhenCutOff(live: LiveLibrary): void {
  browser.runtime.onConnect.addListener((port) => {
    const { id, url } = port.sender ?? {};
    if (port.name !== WORKING || id !== browser.runtime.id) return;
    if (!url?.startsWith(browser.runtime.getURL(''))) return;
    let told = false;
    port.onMessage.addListener(() => {
      told = true;
    });
    port.onDisconnect.addListener(() => {
      if (told) return;
      // Its lock is free once its worker has ended: nothing of it is stored after that.
      const ended = withLock(async () => {});
      ended.then(live.again).catch((error) => console.warn(`factmark: ${String(error)}`));
    });
  });
}

const envOf = async (live: LiveLibrary): Promise<Env> =>
  realEnv((await live()).database, new AbortController().signal);

/** Publishers that can be switched off in one source: as many as are named of an edition. */
const MOST_OFF = 1_000;

/** Topics of one id in several packs are one topic to the reader. */
function view({ database, packs, checks, starter, sources, version }: Live, updating: string | undefined) {
  const topics = new Map(packs.toReversed().flatMap((pack) => pack.topics.map((topic) => [topic.id, topic])));
  const own = [...checks.values()].filter((c) => c.source === undefined).map((c) => c.check);
  const count = (topic: string) => [...checks.values()].filter((c) => c.check.topic === topic).length;
  const from = (id: string) => [
    ...new Set(packs.filter((p) => p.topics.some((t) => t.id === id)).map((p) => p.publisher.name)),
  ];
  return {
    topics: [...topics.values()].map((topic) => ({
      ...topic,
      checks: count(topic.id),
      from: from(topic.id),
    })),
    checks: checks.size,
    // What is under way has not failed yet, whatever stands there in case it is cut off.
    sources: sources.map(({ failed, ...source }) =>
      failed === undefined || source.id === updating ? source : { ...source, failed },
    ),
    starter: {
      ...starter,
      languages: countBy(own.map((check) => check.language)),
      updated: own.reduce((newest, { checkedOn }) => (checkedOn > newest ? checkedOn : newest), ''),
      bytes: bytesOf(own, starter),
    },
    version,
    isBeside: isBeside(database),
  };
}

/** Counted once for each library that was read. */
const counted = new WeakMap<Live['starter'], number>();

function bytesOf(own: readonly FactCheck[], starter: Live['starter']): number {
  const bytes = counted.get(starter) ?? own.reduce((sum, check) => sum + JSON.stringify(check).length, 0);
  counted.set(starter, bytes);
  return bytes;
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
