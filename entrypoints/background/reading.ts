/** What content scripts ask for: may this page be read, which blocks could hold a match, and the matches. */
import { mayRead } from '../../lib/browser/access';
import { couldMatch, findAll } from '../../lib/match/engine';
import type { FoundMatch, OffReason, PageCalls, PanelCalls, PassageMessage } from '../../lib/messages/calls';
import type { PageSender } from '../../lib/messages/serve';
import type { Handlers } from '../../lib/messages/wire';
import type { Live, LiveLibrary } from '../../lib/store/live';
import { isPaused, type Settings } from '../../lib/store/settings';
import { readSettings } from '../../lib/store/settings-store';
import { cardsOf } from './cards';
import { heardOf, letAllOut, letIn } from './crowd';
import type { OwnPage } from './own-page';
import { isOffHere } from './private-sites';
import { runningSince } from './since';
import { dismissedIn, noteFrame, noteState, startFrame } from './tabs';

/**
 * Most passages searched for one call, and most characters of each; a hostile page can't keep the worker busy for
 * long. Above what our own pages ask for (2,000 tokens a call, blocks of 8,000 characters), so that nothing that
 * was counted as read goes unsearched.
 */
const MOST_PASSAGES = 2_000;
const MOST_CHARACTERS = 20_000;

type ReadingCalls = Pick<PageCalls, 'pageState' | 'candidates' | 'find' | 'report'>;

export const readingHandlers = (live: LiveLibrary): Handlers<ReadingCalls, PageSender> => ({
  pageState: async ({ first }, { host, tabId, frameId, url, home, incognito }) => {
    const [settings, allowed] = await Promise.all([readSettings(), mayRead(url, home)]);
    const siteOff = await isOffHere(settings, host, incognito);
    const why = allowed ? offReason(settings, siteOff, await live()) : 'access';
    if (first && frameId === 0) letAllOut(tabId);
    const noted = first ? startFrame(tabId, frameId, why) : frameId === 0 && noteState(tabId, why);
    if (noted) noted.catch(() => {});
    const { loudness, loudnessFor, pausedUntil } = settings;
    const since = await runningSince();
    const reading = why === undefined && (await letIn(tabId, frameId));
    return { reading, why, loudness, loudnessFor, pausedUntil, since };
  },
  candidates: async ({ ends, hashes }) => {
    const settings = await readSettings();
    const engine = (await live()).engine(settings.topicsOff);
    const all = asInt32Array(hashes);
    return [...ends.keys()].filter((i) => couldMatch(engine, all.subarray(ends[i - 1] ?? 0, ends[i])));
  },
  find: async ({ headline, canonical, hasReviews, passages }, { url, tabId, incognito }) => {
    const settings = await readSettings();
    const here = incognito ? await dismissedIn(tabId) : [];
    const all = { ...settings, dismissed: [...settings.dismissed, ...here] };
    return findIn(await live(), all, { headline, passages }, { url, canonical, hasReviews });
  },
  report: async (count, { tabId, frameId }) => {
    await noteFrame(tabId, frameId, count);
    heardOf(tabId, frameId, count);
  },
});

/** A text of the reader's own, found in as a page is. */
export const tryHandler = (live: LiveLibrary): Handlers<Pick<PanelCalls, 'tryText'>, undefined> => ({
  tryText: async ({ text }) =>
    findIn(await live(), await readSettings(), {
      headline: '',
      passages: [{ id: 0, text, before: '', language: '' }],
    }),
});

interface Asked {
  readonly headline: string;
  readonly passages: readonly PassageMessage[];
}

async function findIn(here: Live, settings: Settings, { headline, passages }: Asked, page?: OwnPage) {
  const wanted = wantedBy(settings, here);
  const engine = here.engine(settings.topicsOff);
  const matches: FoundMatch[] = passages.slice(0, MOST_PASSAGES).flatMap(({ id, text, before, language }) =>
    findAll(engine, { text: text.slice(0, MOST_CHARACTERS), before, headline, language }, wanted)
      .filter((m) => !isDismissed(settings, m))
      .map((m) => ({ ...m, block: id })),
  );
  const cards = (
    await cardsOf(
      here,
      matches.flatMap((m) => [m.check, ...m.others]),
      page,
    )
  ).filter(({ language }) => !settings.languagesOff.includes(baseOf(language)));
  // The page's own checks have no card, nor has what a source that was replaced a moment ago no longer holds.
  const known = new Set(cards.map((c) => c.id));
  return { matches: matches.filter((m) => known.has(m.check)), cards };
}

function offReason(settings: Settings, siteOff: boolean, live: Live): OffReason | undefined {
  if (isPaused(settings, Date.now())) return 'paused';
  if (siteOff) return 'site';
  const { check } = wantedBy(settings, live);
  const reviews = live.sources.some((s) => s.current.reviews > 0 && !settings.topicsOff.includes(s.id));
  return reviews || [...live.checks.keys()].some(check) ? undefined : 'topics';
}

/** What the reader wants to be shown: topics, packs and languages that are on, as sure as chosen. */
const wantedBy = ({ topicsOff, languagesOff, strictness }: Settings, { checks }: Live) => ({
  strictness,
  check: (id: string) => {
    const entry = checks.get(id);
    if (!entry || languagesOff.includes(baseOf(entry.check.language))) return false;
    return ![entry.check.topic, entry.source].some((t) => t && topicsOff.includes(t));
  },
});

const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

const plain = (sentence: string) => sentence.replace(/\s+/g, ' ').trim();
const isDismissed = (settings: Settings, match: { check: string; sentence: string }) =>
  settings.dismissed.some((d) => d.check === match.check && plain(d.sentence) === plain(match.sentence));

/** Typed arrays arrive as they are, except where messages are JSON: there as an object of numbered fields. */
const asInt32Array = (sent: Int32Array): Int32Array =>
  ArrayBuffer.isView(sent) ? sent : Int32Array.from(Object.values(sent as object) as number[]);
