/** What the reader chooses on a card, in the popup and in settings. */
import { browser } from '../../lib/browser';
import type { PageCalls, PanelCalls } from '../../lib/messages/calls';
import { tab as tabAt } from '../../lib/messages/client';
import type { PageSender } from '../../lib/messages/serve';
import type { Handlers } from '../../lib/messages/wire';
import { readReview } from '../../lib/store/editions/reviews';
import type { Live, LiveLibrary } from '../../lib/store/live';
import { forgetOpened } from '../../lib/store/opened/opened';
import { changeSettings, lockedSettings, readSettings } from '../../lib/store/settings-store';
import { say } from '../../lib/words';
import { cardsOf } from './cards';
import { switchSiteHere } from './private-sites';
import { dismissIn } from './tabs';

type CardCalls = Pick<
  PageCalls,
  'openCheck' | 'dismissClaim' | 'restoreClaim' | 'switchTopicOf' | 'switchSite'
>;

/** Sentences that are kept as “Not this claim”: the oldest go first. */
const MOST_DISMISSED = 2_000;
/** Characters of such a sentence. */
const LONGEST = 1_300;

export const cardHandlers = (live: LiveLibrary): Handlers<CardCalls, PageSender> => ({
  openCheck: async ({ check }, { incognito, windowId }) => {
    if ((await cardsOf(await live(), [check])).length === 0) throw new Error(say('store_check_gone'));
    const url = browser.runtime.getURL(`check.html${incognito ? '?private' : ''}#${check}`);
    // Chromium shows our pages in no private window, whichever is asked for.
    const beside = windowId === undefined ? { url } : { url, windowId };
    await browser.tabs.create(beside).catch(() => browser.tabs.create({ url }));
  },
  dismissClaim: async ({ check, sentence }, { incognito, tabId, frameId }) => {
    if ((await cardsOf(await live(), [check])).length === 0) throw new Error(say('store_check_gone'));
    if (incognito) {
      await dismissIn(tabId, { check, sentence: sentence.slice(0, LONGEST) }, true);
      return tabAt(tabId, frameId).askAgain();
    }
    await changeSettings((s) => ({
      dismissed: [...s.dismissed.slice(1 - MOST_DISMISSED), { check, sentence: sentence.slice(0, LONGEST) }],
    }));
    return undefined;
  },
  restoreClaim: async (said, { incognito, tabId, frameId }) => {
    if (incognito) {
      await dismissIn(tabId, { ...said, sentence: said.sentence.slice(0, LONGEST) }, false);
      return tabAt(tabId, frameId).askAgain();
    }
    await restoreClaim(said);
    return undefined;
  },
  switchTopicOf: async ({ check, on }) => {
    const topic = await topicOf(await live(), check);
    if (topic !== undefined) await switchTopics([topic], on);
  },
  switchSite: ({ on }, { host, incognito }) => switchSiteHere(host, on, incognito),
});

type SettingsCalls = Pick<
  PanelCalls,
  | 'settings'
  | 'locked'
  | 'changeSettings'
  | 'switchSite'
  | 'switchTopic'
  | 'switchTopics'
  | 'forgetDismissed'
  | 'restoreDismissed'
>;

export const settingsHandlers = (live: LiveLibrary): Handlers<SettingsCalls, undefined> => ({
  settings: readSettings,
  changeSettings: async (change) => {
    const settings = await changeSettings(() => change);
    if (change.tellChanges === false) await forgetOpened((await live()).database);
    if (change.notifyChanges === false) await giveBackNotices();
    return settings;
  },
  switchSite: async ({ tabId, host, on }) => {
    // A card that stands on a page of ours can be asked for it too, and is on no site.
    if (!host) throw new Error(say('store_no_site'));
    await switchSiteHere(host, on, (await browser.tabs.get(tabId)).incognito);
  },
  locked: lockedSettings,
  switchTopic: ({ topic, on }) => switchTopics([topic], on),
  switchTopics: ({ topics, on }) => switchTopics(topics, on),
  forgetDismissed: () => changeSettings(() => ({ dismissed: [] })),
  restoreDismissed: (said) => restoreClaim(said),
});

/** Gives the leave to show notifications back: they were switched off. */
export const giveBackNotices = (): Promise<boolean> =>
  browser.permissions.remove({ permissions: ['notifications'] }).catch(() => false);

const switchTopics = (topics: readonly string[], on: boolean) =>
  changeSettings((s) => ({
    topicsOff: [...s.topicsOff.filter((t) => !topics.includes(t)), ...(on ? [] : topics)],
  }));

function restoreClaim({ check, sentence }: { check: string; sentence: string }) {
  const said = sentence.slice(0, LONGEST);
  return changeSettings((s) => ({
    dismissed: s.dismissed.filter((d) => d.check !== check || d.sentence !== said),
  }));
}

/** The topic of a check, or the source of a review: what a reader switches off. */
async function topicOf({ checks, database, sources }: Live, id: string): Promise<string | undefined> {
  const entry = checks.get(id);
  if (entry) return entry.check.topic;
  return (await readReview(database, sources, id))?.source.id;
}
