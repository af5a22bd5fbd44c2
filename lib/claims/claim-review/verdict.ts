/** The verdict of a record: the publisher's own words, and what they mean by the tables. */
import type { Verdict } from '../check';
import { rate } from '../ratings/rate';
import { LONGEST } from '../review';
import { many, type Notes, rows, text, written } from './fields';
import type { Row } from './type';

/**
 * The first rating that says something; undefined if none does. `hosts`: whose words these may be.
 * A rating of numbers alone says something only if they have their bounds.
 */
export function verdictOf(
  record: Row,
  language: string | undefined,
  hosts: readonly string[],
  notes: Notes,
): Verdict | undefined {
  const pointer = '/reviewRating';
  const all = many(record.reviewRating);
  if (all.length > 1)
    notes.add('first-of-many', pointer, 'holds several ratings; the first that says something was kept');
  for (const rating of rows(all)) {
    const { alternateName, name } = rating;
    const numbers = {
      value: number(rating.ratingValue),
      best: number(rating.bestRating),
      worst: number(rating.worstRating),
    };
    const label =
      text(alternateName, LONGEST.label, `${pointer}/alternateName`, notes) ||
      text(name, LONGEST.label, `${pointer}/name`, notes);
    const rated = rate(label, { language, hosts, numbers });
    if (label !== '') {
      if (rated.contradicts)
        notes.add(
          'numbers-contradict',
          pointer,
          'has numbers that say otherwise than its words; the words count',
        );
      return { label, rating: rated.rating };
    }
    if (rated.scale === undefined) continue;
    notes.add('label-from-numbers', pointer, 'has no words; its numbers were written out');
    return { label: rated.scale, rating: rated.rating };
  }
  const said = all.filter((item) => typeof item === 'string');
  const label = text(said, LONGEST.label, pointer, notes);
  // A number without its bounds is no verdict.
  if (!/\p{L}/u.test(label)) return undefined;
  return { label, rating: rate(label, { language, hosts }).rating };
}

/** A number, or a string that is one; `-`, '' and words are none. */
function number(value: unknown): number | undefined {
  const said = written(value);
  return /^[+-]?\d{1,9}(?:[.,]\d{1,6})?$/.test(said) ? Number(said.replace(',', '.')) : undefined;
}
