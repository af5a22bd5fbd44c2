/** popup, side panel, settings and our other pages → background: never sent from a tab's content. */
import type { Topic } from '../../claims';
import type { Preview } from '../../store/backup/differences';
import type { StoredChange, StoredOpened, StoredPack, StoredRequest } from '../../store/database';
import type { Settings } from '../../store/settings';
import type { Schedule, StoredSource } from '../../store/source';
import type { CardInfo, CheckView } from './cards';
import type { FoundMatch, PageCalls } from './page';
import type { TabMatch, TabView } from './views';

/** The library that comes with the extension: how much is in it, in which languages, and the day of its newest check. */
export interface StarterView extends StoredPack {
  readonly languages: Readonly<Record<string, number>>;
  readonly updated: string;
  /** Bytes of its checks as JSON. */
  readonly bytes: number;
}

/** A check that answers a search. */
export interface SearchHit {
  readonly card: CardInfo;
  /** The claim that was found, where that is another text than the card's question; else ''. */
  readonly claim: string;
  /** Where the words that were looked for stand: [start, end) in characters of the question, the answer, the claim. */
  readonly marks: {
    readonly question: readonly (readonly [number, number])[];
    readonly answer: readonly (readonly [number, number])[];
    readonly claim: readonly (readonly [number, number])[];
  };
}

/** What a card asks for that stands on a page of ours; on other pages it asks the same as a content script. */
type CardCalls = Pick<PageCalls, 'openCheck' | 'dismissClaim' | 'restoreClaim' | 'switchTopicOf'>;

export interface PanelCalls extends CardCalls {
  /** The active tab of the current window, and the cards of its matches. */
  activeTab(): { tabId: number; view: TabView<TabMatch>; cards: readonly CardInfo[] };
  /** The active tab of one window, for a panel that stands beside it. */
  tabBeside(query: { windowId: number }): {
    tabId: number;
    view: TabView<TabMatch>;
    cards: readonly CardInfo[];
  };
  /** A check in full; `opened`: the reader opened it, which is remembered unless that is switched off. */
  check(query: { id: string; opened: boolean }): CheckView | undefined;
  /** Finds checks and reviews of the whole library by some words of them, best first. Typos and half words are forgiven. */
  search(query: { text: string; most: number }): readonly SearchHit[];
  /** Checks that the reader opened, newest first; none where that is not remembered. */
  recent(): readonly Pick<StoredOpened, 'id' | 'question' | 'verdict' | 'opened'>[];
  /** Finds claims in a text of the reader's own, as on a page. */
  tryText(query: { text: string }): { matches: readonly FoundMatch[]; cards: readonly CardInfo[] };
  /** What the library holds, for settings. */
  library(): {
    /** `from`: who publishes the packs that have it, the starter's first. */
    topics: readonly (Topic & { checks: number; from: readonly string[] })[];
    checks: number;
    sources: readonly StoredSource[];
    starter: StarterView;
    version: string;
    /** A newer version of Factmark has stored the reader's sources, and this one has a library beside it. */
    isBeside: boolean;
  };
  /** Takes a source away, and all that is stored of it. */
  removeSource(query: { id: string }): void;
  /** Makes the edition before a source's current one again. */
  rollBack(query: { id: string }): void;
  setSchedule(query: { id: string; schedule: Schedule }): void;
  /** Switches publishers of a source, by key: reviews of those that are off are not matched. */
  switchPublishers(query: { id: string; keys: readonly string[]; on: boolean }): void;
  /** A source was installed or replaced in the database: the live library is read again. */
  sourcesChanged(): void;
  /** The requests that were made, newest first. */
  receipt(): readonly StoredRequest[];
  eraseReceipt(): void;
  /** Checks that say another thing than when the reader opened them, those not told of yet first. */
  changes(): readonly StoredChange[];
  /** The reader has been told of these. */
  changesTold(query: { ids: readonly string[] }): void;
  /** Forgets which checks were opened, and their changes. */
  forgetOpened(): void;
  settings(): Settings;
  /** Merges `change` into the settings; open tabs follow at once. Answers with the settings as they now are. */
  changeSettings(change: Partial<Settings>): Settings;
  /** Switches the site of a tab; of one in a private window, in private windows only and as long as there are any. */
  switchSite(query: { tabId: number; host: string; on: boolean }): void;
  switchTopic(query: { topic: string; on: boolean }): Settings;
  /** Switches several topics at once. */
  switchTopics(query: { topics: readonly string[]; on: boolean }): Settings;
  forgetDismissed(): Settings;
  /** Takes one “Not this claim” back. */
  restoreDismissed(query: { check: string; sentence: string }): Settings;
  /** Settings that the reader's organisation set, which can't be changed. */
  locked(): readonly (keyof Settings)[];
  /** Settings, sources and what was opened, as the text of a file. */
  backup(): string;
  /** What such a file would change. Rejects with words if it is none. */
  previewBackup(query: { text: string }): Preview & { exported: string; leftOut: number; notify: boolean };
  /** Takes it over, all of it or nothing. Rejects with words. */
  restoreBackup(query: { text: string }): Settings;
  /** Settings as after installing, and what else is to go. */
  reset(query: { sources: boolean; opened: boolean; receipt: boolean }): void;
  /** A report for those who mend Factmark, as text: no word of a page, and addresses only if wanted. */
  diagnostics(query: { addresses: boolean }): string;
}
