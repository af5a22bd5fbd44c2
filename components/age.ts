/**
 * The day of a check against the day of the article: how far apart, and is the check so much older that it may be out
 * of date? The article's day is the page's own word, so nothing is made of one that can't be.
 */
import { say, sayCount } from '../lib/words';

/** `older`: the article is older than the check. */
export interface Age {
  readonly side: 'older' | 'newer';
  /** Whole months between the two, at least one. */
  readonly months: number;
}

/** From so many months on, an article that is newer than the check may know what the check did not. */
const STALE = 12;
/** From so many months on, years are told. */
const IN_YEARS = 24;

/** How the article stands to the check, days as YYYY-MM-DD; undefined within a month, and where a day is none, or yet to come. */
export function ageOf(published: string, checkedOn: string, today: string): Age | undefined {
  const [article, check, now] = [dayOf(published), dayOf(checkedOn), dayOf(today)];
  if (!article || !check || !now || isAfter(article, now) || isAfter(check, now)) return undefined;
  const newer = isAfter(article, check);
  const months = newer ? monthsFrom(check, article) : monthsFrom(article, check);
  return months < 1 ? undefined : { side: newer ? 'newer' : 'older', months };
}

/** May the check be out of date for this article? */
export const isStale = (age: Age): boolean => age.side === 'newer' && age.months >= STALE;

/** “This article is 14 months older than the check.” */
export function sayAge({ side, months }: Age): string {
  if (months >= IN_YEARS) return sayCount(`card_age_${side}_years`, Math.floor(months / 12));
  return sayCount(`card_age_${side}_months`, months);
}

/** What is said where `isStale`. */
export const sayStale = (): string => say('card_stale');

/** The day of `now` on the reader's own calendar, YYYY-MM-DD: as Swedish writes it. */
export const dayHere = (now: Date): string => now.toLocaleDateString('sv');

type Day = readonly [year: number, month: number, day: number];

/** A day that is in the calendar. */
function dayOf(text: string): Day | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return undefined;
  return [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
}

const isAfter = (a: Day, b: Day): boolean => (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) > 0;

/** Whole months from the earlier to the later day. */
const monthsFrom = (early: Day, late: Day): number =>
  (late[0] - early[0]) * 12 + late[1] - early[1] - (late[2] < early[2] ? 1 : 0);
