/** What crosses the wire about checks: in short for cards and lists, in full for reading. */
import type { FactCheck, Publisher, Review } from '../../claims';
import type { StoredChange } from '../../store/database';

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
  /** The topic, or the source of a review, by the name a reader knows it by. */
  readonly topicTitle: string;
  /** BCP 47 tag, or 'und'. */
  readonly language: string;
  readonly publisher: string;
  readonly disclaimer: string;
  /** Where its publisher has it on the web. */
  readonly url?: string;
}

/**
 * A check with what its pack says about it, or a bare review with the title of its source; what others say of the same
 * claim; and what it said when the reader opened it, if that was something else.
 */
export type CheckView = {
  readonly others: readonly CardInfo[];
  readonly change: StoredChange | undefined;
  /** Checks on the same topic that are near it, best first. */
  readonly related: readonly CardInfo[];
} & (
  | {
      readonly kind: 'check';
      readonly check: FactCheck;
      readonly publisher: Publisher;
      readonly topicTitle: string;
    }
  | { readonly kind: 'review'; readonly review: Review; readonly source: string }
);
