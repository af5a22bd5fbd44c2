/** The background: answers messages, owns the one live library, counts matches on the toolbar icon. Wiring only. */
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { couldMatch, findAll } from '../../lib/match/engine';
import type { OffReason } from '../../lib/messages/calls';
import { serveBackground } from '../../lib/messages/serve';
import { announcedLibrary, announceLibrary } from '../../lib/store/changes';
import { type Live, liveLibrary } from '../../lib/store/live';
import { forgetOpened, noteTold, readChanges } from '../../lib/store/opened/opened';
import { isPaused, isSiteOff, type Settings } from '../../lib/store/settings';
import { changeSettings, readSettings } from '../../lib/store/settings-store';
import { cardsOf, checkView } from './cards';
import { injectMarks, takeOver } from './inject';
import { lookForChanges, rememberOpened } from './opened';
import { sourceHandlers } from './sources';
import { forgetTab, noteFrame, startFrame, stepIn, viewOf } from './tabs';
import { keepUpToDate } from './updates';

/**
 * Most passages searched for one call, and most characters of each; a hostile page can't keep the worker busy for
 * long. Above what our own pages ask for (2,000 tokens a call, blocks of 8,000 characters), so that nothing that
 * was counted as read goes unsearched.
 */
const MOST_PASSAGES = 2_000;
const MOST_CHARACTERS = 20_000;

export default defineBackground(() => {
  const live = liveLibrary(readPackaged, libraryChanged, __MATCHER__, libraryLoaded);
  const cutUpdates = keepUpToDate(live);

  serveBackground(
    {
      pageState: async ({ first }, { host, tabId, frameId }) => {
        if (first) startFrame(tabId, frameId).catch(() => {});
        const settings = await readSettings();
        const why = offReason(settings, host, await live());
        return {
          reading: why === undefined,
          why,
          loudness: settings.loudness,
          pausedUntil: settings.pausedUntil,
        };
      },
      candidates: async ({ ends, hashes }) => {
        const settings = await readSettings();
        const engine = (await live()).engine(settings.topicsOff);
        const all = asInt32Array(hashes);
        return [...ends.keys()].filter((i) => couldMatch(engine, all.subarray(ends[i - 1] ?? 0, ends[i])));
      },
      find: async ({ headline, canonical, hasReviews, passages }, { url }) => {
        const here = await live();
        const settings = await readSettings();
        const wanted = wantedBy(settings, here);
        const engine = here.engine(settings.topicsOff);
        const matches = passages.slice(0, MOST_PASSAGES).flatMap(({ id, text, before, language }) =>
          findAll(engine, { text: text.slice(0, MOST_CHARACTERS), before, headline, language }, wanted)
            .filter((m) => !isDismissed(settings, m))
            .map((m) => ({ ...m, block: id })),
        );
        const ids = matches.flatMap((m) => [m.check, ...m.others]);
        const cards = await cardsOf(here, ids, { url, canonical, hasReviews });
        // The page's own checks have no card, nor has what a source that was replaced a moment ago no longer holds.
        const known = new Set(cards.map((c) => c.id));
        return { matches: matches.filter((m) => known.has(m.check)), cards };
      },
      report: (count, { tabId, frameId }) => noteFrame(tabId, frameId, count),
      needMarks: (_query, { tabId, frameId }) => injectMarks(tabId, frameId),
      openCheck: async ({ check }, { incognito }) => {
        if ((await cardsOf(await live(), [check])).length === 0)
          throw new Error('this check is no longer in the library; reload the page');
        await browser.tabs.create({
          url: browser.runtime.getURL(`check.html${incognito ? '?private' : ''}#${check}`),
        });
      },
      dismissClaim: async ({ check, sentence }) => {
        await changeSettings((s) => ({
          dismissed: [...s.dismissed.slice(-1_999), { check, sentence: sentence.slice(0, 1_300) }],
        }));
      },
      switchSite: async ({ on }, { host }) => {
        await changeSettings((s) => withSite(s, host, on));
      },
    },
    {
      activeTab: async () => {
        const [active] = await browser.tabs.query({ active: true, currentWindow: true });
        const tabId = active?.id ?? -1;
        const view =
          (await viewOf(tabId)) ??
          (active?.status === 'loading'
            ? ({ kind: 'waiting', host: '' } as const)
            : ({ kind: 'unreadable' } as const));
        return {
          tabId,
          view,
          cards:
            view.kind === 'read'
              ? await cardsOf(
                  await live(),
                  view.report.matches.flatMap((m) => [m.check, ...m.others]),
                )
              : [],
        };
      },
      ...sourceHandlers(live, cutUpdates),
      check: async ({ id, opened }) => {
        const here = await live();
        const settings = await readSettings();
        const view = await checkView(here, id, settings);
        if (opened && view && settings.tellChanges && !(await isPrivate())) await rememberOpened(here, id);
        return view;
      },
      changes: async () => readChanges((await live()).database),
      changesTold: async ({ ids }) => noteTold((await live()).database, ids),
      forgetOpened: async () => forgetOpened((await live()).database),
      settings: readSettings,
      changeSettings: (change) => changeSettings(() => change),
      switchSite: ({ host, on }) => changeSettings((s) => withSite(s, host, on)),
      switchTopic: ({ topic, on }) =>
        changeSettings((s) => ({
          topicsOff: [...s.topicsOff.filter((t) => t !== topic), ...(on ? [] : [topic])],
        })),
      forgetDismissed: () => changeSettings(() => ({ dismissed: [] })),
    },
  );

  browser.commands?.onCommand.addListener(async (command) => {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    if (active?.id === undefined) return;
    // A page we can't read has nobody to answer; the command then does nothing.
    await stepIn(active.id, command === 'next-badge');
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  if (!import.meta.env.FIREFOX) takeOver().catch(console.error);

  // Ready before the first page asks: on first run, after an update, and at the browser's start.
  browser.runtime.onInstalled.addListener(() => void live());
  browser.runtime.onStartup.addListener(() => void live());
});

async function readPackaged(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(path as never));
  return response.json();
}

/** Another edition of something is in the library: open tabs are told, and what the reader opened is held against it. */
async function libraryChanged(live: Live): Promise<void> {
  await announceLibrary(live.version);
  await lookForChanges(live).catch((error) => console.warn(`factmark: ${String(error)}`));
}

/** Was the library changed by somebody who could not tell any more? A page that was closed, a background that was killed. */
function libraryLoaded(live: Live): void {
  announcedLibrary()
    .then((version) => (version === live.version ? undefined : libraryChanged(live)))
    .catch((error) => console.warn(`factmark: ${String(error)}`));
}

/** Is the window in use a private one? What is opened there is not remembered. */
async function isPrivate(): Promise<boolean> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return active?.incognito ?? false;
}

function offReason(settings: Settings, host: string, live: Live): OffReason | undefined {
  if (isPaused(settings, Date.now())) return 'paused';
  if (isSiteOff(settings, host)) return 'site';
  const { check } = wantedBy(settings, live);
  const reviews = live.sources.some((s) => s.current.reviews > 0 && !settings.topicsOff.includes(s.id));
  return reviews || [...live.checks.keys()].some(check) ? undefined : 'topics';
}

/** What the reader wants to be shown: topics and packs that are on, as sure as chosen. */
const wantedBy = ({ topicsOff, strictness }: Settings, { checks }: Live) => ({
  strictness,
  check: (id: string) => {
    const entry = checks.get(id);
    return entry !== undefined && ![entry.check.topic, entry.source].some((t) => t && topicsOff.includes(t));
  },
});

const withSite = (settings: Settings, host: string, on: boolean): Partial<Settings> => {
  const others = settings.sitesOff.filter((h) => h !== host);
  return { sitesOff: on || host === '' ? others : [...others, host] };
};

const plain = (sentence: string) => sentence.replace(/\s+/g, ' ').trim();
const isDismissed = (settings: Settings, match: { check: string; sentence: string }) =>
  settings.dismissed.some((d) => d.check === match.check && plain(d.sentence) === plain(match.sentence));

/** Typed arrays arrive as they are, except where messages are JSON: there as an object of numbered fields. */
const asInt32Array = (sent: Int32Array): Int32Array =>
  ArrayBuffer.isView(sent) ? sent : Int32Array.from(Object.values(sent as object) as number[]);
