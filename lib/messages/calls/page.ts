/** content script → background: sent from a tab, by our content script. */
import type { Match } from '../../match/find';
import type { Loudness, Settings } from '../../store/settings';
import type { CardInfo } from './cards';

/** A block's text with what stands before it, for the background to search. `id` is the block's, in that frame. */
export interface PassageMessage {
  readonly id: number;
  readonly text: string;
  readonly before: string;
  /** What the page says the block is in, a BCP 47 tag or ''. */
  readonly language: string;
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
  /** Why not, when not reading; undefined for a frame of a page that has too many. */
  readonly why: OffReason | undefined;
  readonly loudness: Loudness;
  readonly loudnessFor: Settings['loudnessFor'];
  /** When a pause ends (milliseconds since the epoch); 0: not paused. */
  readonly pausedUntil: number;
  /** When this version of the extension began to run (milliseconds since the epoch). */
  readonly since: number;
}

/** Why a page is not read; `publisher`: the page itself asks for it; `access`: the browser does not let us. */
export type OffReason = 'site' | 'paused' | 'topics' | 'publisher' | 'access';

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
  /**
   * How much this frame holds now, sent whenever it changes: the count on the icon is the sum of a tab's frames. `gone`: the
   * frame is, or is not read any more.
   */
  report(query: { words: number; matches: number; gone?: boolean }): void;
  /** Brings the script that draws marks into this frame; rejects where the browser does not let it in. */
  needMarks(): void;
  /** Reader's choices made on a card. */
  openCheck(query: { check: string }): void;
  dismissClaim(query: { check: string; sentence: string }): void;
  /** Takes a “Not this claim” back. */
  restoreClaim(query: { check: string; sentence: string }): void;
  /** Switches the topic of a check off, or on again; of a review, its source. */
  switchTopicOf(query: { check: string; on: boolean }): void;
  switchSite(query: { on: boolean }): void;
}
