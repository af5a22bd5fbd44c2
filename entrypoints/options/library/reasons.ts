/** Why records were refused or changed, in a reader's words. */
import type { Change, Reason } from '../../../lib/claims/feed/outcome';

/** What the store itself finds. */
type Found = 'date-in-future' | 'way-of-saying' | 'word-sets';

const REASONS: Readonly<Record<Reason | Change | Found, string>> = {
  'not-json': 'refused: not valid JSON',
  'not-an-object': 'refused: no record at all',
  'not-a-claim-review': 'refused: another kind of record',
  'media-review': 'refused: about a picture or video (MediaReview), not a sentence',
  'no-claim': 'refused: does not say what was claimed',
  'no-verdict': 'refused: has no verdict',
  'no-publisher': 'refused: does not say who checked it',
  'not-valid': 'refused: does not have the form of a check',
  'too-deep': 'refused: nested too deep',
  'too-large': 'refused: too large',
  'date-unreadable': 'without its date, which could not be read',
  'date-in-future': 'without its date, which has not come yet',
  'date-ambiguous': 'without its date, which could be read two ways',
  'address-refused': 'without its address, which is no web address',
  'language-unreadable': 'without its language, which could not be read',
  cut: 'shortened: a text was too long',
  markup: 'with HTML taken out of a text',
  'hidden-characters': 'with invisible characters taken out of a text',
  'first-of-many': 'with the first of several values where one was expected',
  'label-from-numbers': 'with a verdict in numbers only',
  'numbers-contradict': 'with numbers that contradict its words; the words were taken',
  'way-of-saying': 'refused: a way of saying can’t be read',
  'word-sets': 'refused: needs word sets that can’t be used',
  'lost-characters': 'with characters that could not be read',
};

const isKnown = (reason: string): reason is Reason | Change | Found => Object.hasOwn(REASONS, reason);

/** A reason as it is counted, in words; one that has none here as it stands. */
export const sayReason = (reason: string): string =>
  isKnown(reason) ? REASONS[reason] : reason.replaceAll('-', ' ');
