/** Why records were refused or changed, in a reader's words. */

import type { Change, Reason } from '../../../lib/claims/feed/outcome';
import { say, type WordKey } from '../../../lib/words';

/** What the store itself finds. */
type Found = 'date-in-future' | 'way-of-saying' | 'word-sets';

const REASONS: Readonly<Record<Reason | Change | Found, WordKey>> = {
  'not-json': 'library_reason_not_json',
  'not-an-object': 'library_reason_not_an_object',
  'not-a-claim-review': 'library_reason_not_a_claim_review',
  'media-review': 'library_reason_media_review',
  'no-claim': 'library_reason_no_claim',
  'no-verdict': 'library_reason_no_verdict',
  'no-publisher': 'library_reason_no_publisher',
  'not-valid': 'library_reason_not_valid',
  'too-deep': 'library_reason_too_deep',
  'too-large': 'library_reason_too_large',
  'date-unreadable': 'library_reason_date_unreadable',
  'date-in-future': 'library_reason_date_in_future',
  'date-ambiguous': 'library_reason_date_ambiguous',
  'address-refused': 'library_reason_address_refused',
  'language-unreadable': 'library_reason_language_unreadable',
  cut: 'library_reason_cut',
  markup: 'library_reason_markup',
  'hidden-characters': 'library_reason_hidden_characters',
  'first-of-many': 'library_reason_first_of_many',
  'label-from-numbers': 'library_reason_label_from_numbers',
  'numbers-contradict': 'library_reason_numbers_contradict',
  'way-of-saying': 'library_reason_way_of_saying',
  'word-sets': 'library_reason_word_sets',
  'lost-characters': 'library_reason_lost_characters',
};

const isKnown = (reason: string): reason is Reason | Change | Found => Object.hasOwn(REASONS, reason);

/** A reason as it is counted, in words; one that has none here, kept by another version, as it stands. */
export const sayReason = (reason: string): string =>
  isKnown(reason) ? say(REASONS[reason]) : reason.replaceAll('-', ' ');
