/** What becomes of each record of a feed, in words that can be counted. */
import type { Review } from '../review';

/** Why a record was not taken. The words are stable: reports and counts are made of them. */
export type Reason =
  | 'not-json'
  | 'not-an-object'
  | 'not-a-claim-review'
  | 'media-review'
  | 'no-claim'
  | 'no-verdict'
  | 'no-publisher'
  | 'not-valid'
  | 'too-deep'
  | 'too-large';

/** What was left out of a record that was taken, or read otherwise than it stands there. */
export type Change =
  | 'date-unreadable'
  | 'date-ambiguous'
  | 'address-refused'
  | 'language-unreadable'
  | 'cut'
  | 'markup'
  | 'hidden-characters'
  | 'first-of-many'
  | 'label-from-numbers'
  | 'numbers-contradict'
  | 'lost-characters';

/**
 * One change: its code, where in the record (JSON pointer from the record's root), and what was done. The message is
 * for publishers, in the command line's report, and English; readers are told by `code`. So are the schemas' messages,
 * whatever shows them: they speak of the fields of a record, whose names are English.
 */
export interface Note {
  readonly code: Change;
  readonly pointer: string;
  readonly message: string;
}

/**
 * One record of a feed. `where`: JSON pointer from the root (`/dataFeedElement/3/item/0`), after `value N` if the feed
 * holds several JSON values, `line N` for JSON lines, or `script N` for a page; counted from 1.
 */
export type Outcome = Taken | Refused;

export interface Taken {
  readonly kind: 'taken';
  readonly where: string;
  readonly review: Review;
  /** Empty if it was taken as it stands. */
  readonly changes: readonly Note[];
  /** `sdLicense` of the record: the licence its data are under, as an address or in words. */
  readonly licence?: string;
}

export interface Refused {
  readonly kind: 'refused';
  readonly where: string;
  readonly reason: Reason;
  /** In the reader's language, but what a schema says. */
  readonly message: string;
}

/** Where reading stopped: byte from 0; line and column (in bytes) from 1, where they are known. */
export interface Position {
  readonly byte: number;
  readonly line?: number;
  readonly column?: number;
}

/** Why a feed can't be read on; the message says what to do. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  /** @param reason counted like those of refusals, where only a part of the feed is lost. */
  constructor(
    message: string,
    readonly reason: Reason = 'not-json',
    readonly at?: Position,
  ) {
    super(message);
  }
}
