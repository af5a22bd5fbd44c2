/** What the reader chooses on a card, in the popup and in settings. */
import { browser } from '../../lib/browser';
import type { PageCalls, PanelCalls } from '../../lib/messages/calls';
import type { PageSender } from '../../lib/messages/serve';
import type { Handlers } from '../../lib/messages/wire';
import { readReview } from '../../lib/store/editions/reviews';
import type { Live, LiveLibrary } from '../../lib/store/live';
import { changeSettings, readSettings } from '../../lib/store/settings-store';
import { withSite } from '../../lib/store/sites';
import { say } from '../../lib/words';
import { cardsOf } from './cards';

type CardCalls = Pick<
  PageCalls,
  'openCheck' | 'dismissClaim' | 'restoreClaim' | 'switchTopicOf' | 'switchSite'
>;

/** Sentences that are kept as “Not this claim”: the oldest go first. */
const MOST_DISMISSED = 2_000;
/** Characters of such a sentence. */
const LONGEST = 1_300;

export const cardHandlers = (live: LiveLibrary): Handlers<CardCalls, PageSender> => ({
  openCheck: async ({ check }, { incognito }) => {
    if ((await cardsOf(await live(), [check])).length === 0) throw new Error(say('store_check_gone'));
    await browser.tabs.create({
      url: browser.runtime.getURL(`check.html${incognito ? '?private' : ''}#${check}`),
    });
  },
  dismissClaim: async ({ check, sentence }) => {
    await changeSettings((s) => ({
      dismissed: [...s.dismissed.slice(1 - MOST_DISMISSED), { check, sentence: sentence.slice(0, LONGEST) }],
    }));
  },
  restoreClaim: async ({ check, sentence }) => {
    const said = sentence.slice(0, LONGEST);
    await changeSettings((s) => ({
      dismissed: s.dismissed.filter((d) => d.check !== check || d.sentence !== said),
    }));
  },
  switchTopicOf: async ({ check, on }) => {
    const topic = await topicOf(await live(), check);
    if (topic !== undefined) await switchTopic(topic, on);
  },
  switchSite: async ({ on }, { host }) => {
    await changeSettings((s) => withSite(s, host, on));
  },
});

type SettingsCalls = Pick<
  PanelCalls,
  'settings' | 'changeSettings' | 'switchSite' | 'switchTopic' | 'forgetDismissed'
>;

export const settingsHandlers: Handlers<SettingsCalls, undefined> = {
  settings: readSettings,
  changeSettings: (change) => changeSettings(() => change),
  switchSite: ({ host, on }) => {
    // A card that stands on a page of ours can be asked for it too, and is on no site.
    if (!host) throw new Error('there is no site to switch here; do it on a page of that site');
    return changeSettings((s) => withSite(s, host, on));
  },
  switchTopic: ({ topic, on }) => switchTopic(topic, on),
  forgetDismissed: () => changeSettings(() => ({ dismissed: [] })),
};

const switchTopic = (topic: string, on: boolean) =>
  changeSettings((s) => ({
    topicsOff: [...s.topicsOff.filter((t) => t !== topic), ...(on ? [] : [topic])],
  }));

/** The topic of a check, or the source of a review: what a reader switches off. */
async function topicOf({ checks, database, sources }: Live, id: string): Promise<string | undefined> {
  const entry = checks.get(id);
  if (entry) return entry.check.topic;
  return (await readReview(database, sources, id))?.source.id;
}
