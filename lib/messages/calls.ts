/**
 * Every call on the wire, typed by direction. Who may make a call is part of its contract and is checked
 * before anything else is looked at (`serve.ts`).
 *
 *   PageCalls   content script → background   sent from a tab, by our content script
 *   PanelCalls  popup, options → background   sent from one of our own pages, never from a tab's content
 *   TabCalls    background, popup → content script of a frame of a tab
 */
import type { FactCheck, Publisher, Review, Topic } from '../claims';
import type { Match } from '../match/find';
import type { StoredChange, StoredPack, StoredRequest } from '../store/database';
import type { Settings } from '../store/settings';
import type { Schedule, StoredSource } from '../store/source';

/** A block's text with what stands before it, for the background to search. `id` is the block's, in that frame. */
export interface PassageMessage {
  readonly id: number;
  readonly text: string;
  readonly before: string;
  /** What the page says the block is in, a BCP 47 tag or ''. */
  readonly language: string;
}

/**
 * What a reader sees on a card: a match with the check it points to, in short. Of a bare review `question` is the claim,
 * `answer` what its publisher's headline says ('' if it has none), and `checkedOn` may be ''.
 */
export interface CardInfo {
  readonly kind: 'check' | 'review';
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly verdict: FactCheck['verdict'];
  readonly checkedOn: string;
  readonly topic: string;
  readonly publisher: string;
  readonly disclaimer: string;
  /** Of a review, where its publisher has it. */
  readonly url?: string;
}

/** A match in a block of a page. `others` of it are ids of cards that came with it, or left out. */
export interface FoundMatch extends Match {
  readonly block: number;
}

/** What a page says of itself. All of it is the page's word, so nothing is trusted because of it. */
export interface PageAbout {
  readonly headline: string;
  /** Day of publication, YYYY-MM-DD, or ''. */
  readonly published: string;
  /** The address the page calls its own, or ''. */
  readonly canonical: string;
  /** Does the page itself carry a published fact-check (ClaimReview)? */
  readonly hasReviews: boolean;
}

/** What a content script must know before it reads anything. */
export interface PageState {
  readonly reading: boolean;
  /** Why not, when not reading. */
  readonly why: OffReason | undefined;
  readonly loudness: Settings['loudness'];
  /** When a pause ends (milliseconds since the epoch); 0: not paused. */
  readonly pausedUntil: number;
}

/** Why a page is not read; `publisher`: the page itself asks for it. */
export type OffReason = 'site' | 'paused' | 'topics' | 'publisher';

/** A sentence found in a frame now, in reading order. */
export interface PageMatch {
  /** Identifies the mark within its frame. */
  readonly key: string;
  readonly check: string;
  readonly sentence: string;
  readonly stance: Match['stance'];
  readonly stanceSure: boolean;
  /** Checks and reviews of the same claim by others, best first. */
  readonly others: readonly string[];
}

/** What the content script of a frame tells about it. */
export interface PageReport {
  readonly words: number;
  readonly matches: readonly PageMatch[];
}

/** A sentence found in a tab: `key` identifies it there, `mark` within its frame. */
export interface TabMatch extends PageMatch {
  readonly frame: number;
  readonly mark: string;
}

export interface PageCalls {
  /** Asked `first`, and again when settings or library change. */
  pageState(query: { first: boolean }): PageState;
  /**
   * Which blocks could hold a match? `hashes` are the token hashes of all blocks one after another, `ends[i]`
   * the end of block `i` in them. Answers with such `i`; only those blocks' text is then asked about.
   */
  candidates(query: { ends: readonly number[]; hashes: Int32Array }): readonly number[];
  /** Searches passages; answers with the best match of each sentence and the checks they point to. */
  find(query: Partial<PageAbout> & { headline: string; passages: readonly PassageMessage[] }): {
    matches: readonly FoundMatch[];
    cards: readonly CardInfo[];
  };
  /** How much this frame holds now, sent whenever it changes: the count on the icon is the sum of a tab's frames. */
  report(query: { words: number; matches: number }): void;
  /** Brings the script that draws marks into this frame; rejects where the browser does not let it in. */
  needMarks(): void;
  /** Reader's choices made on a card. */
  openCheck(query: { check: string }): void;
  dismissClaim(query: { check: string; sentence: string }): void;
  switchSite(query: { on: boolean }): void;
}

/** A frame, as its content script tells, or a tab with all its frames. `unreadable` pages (the browser's own, stores) never get a content script. */
export type TabView<M extends PageMatch = PageMatch> =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'off'; readonly host: string; readonly why: OffReason }
  | { readonly kind: 'waiting'; readonly host: string }
  | {
      readonly kind: 'read';
      readonly host: string;
      readonly report: { readonly words: number; readonly matches: readonly M[] };
    };

/**
 * A check with what its pack says about it, or a bare review with the title of its source; what others say of the same
 * claim; and what it said when the reader opened it, if that was something else.
 */
export type CheckView = {
  readonly others: readonly CardInfo[];
  readonly change: StoredChange | undefined;
} & (
  | {
      readonly kind: 'check';
      readonly check: FactCheck;
      readonly publisher: Publisher;
      readonly topicTitle: string;
    }
  | { readonly kind: 'review'; readonly review: Review; readonly source: string }
);

/** The library that comes with the extension: how much is in it, in which languages, and the day of its newest check. */
export interface StarterView extends StoredPack {
  readonly languages: Readonly<Record<string, number>>;
  readonly updated: string;
  /** Bytes of its checks as JSON. */
  readonly bytes: number;
}

export interface PanelCalls {
  /** The active tab of the current window, and the cards of its matches. */
  activeTab(): { tabId: number; view: TabView<TabMatch>; cards: readonly CardInfo[] };
  /** A check in full; `opened`: the reader opened it, which is remembered unless that is switched off. */
  check(query: { id: string; opened: boolean }): CheckView | undefined;
  /** What the library holds, for settings. */
  library(): {
    topics: readonly (Topic & { checks: number })[];
    checks: number;
    sources: readonly StoredSource[];
    starter: StarterView;
    version: string;
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
  switchSite(query: { host: string; on: boolean }): Settings;
  switchTopic(query: { topic: string; on: boolean }): Settings;
  forgetDismissed(): Settings;
}

export interface TabCalls {
  /** What the content script knows of its frame. */
  status(): TabView;
  /** Scroll to a marked sentence and focus its badge; false if the sentence is gone. */
  reveal(query: { key: string }): boolean;
  /**
   * The keyboard command: moves the focus to the next or previous badge of the frame; with `enter` to its first or
   * last. False if there is none (left): the command goes on in another frame.
   */
  step(query: { forward: boolean; enter: boolean }): boolean;
}
