/**
 * What several publishers say of one claim: do they agree, and who says what. Nothing is averaged, and nothing is made of
 * a verdict that is not on our scale.
 */
import type { Rating, Verdict } from '../lib/claims';
import { say, sayCount } from '../lib/words';

/** A check or review of the same claim, as lists show it. */
export interface OtherCheck {
  readonly id: string;
  /** The claim as it is put there, or the question of a check. */
  readonly question: string;
  readonly verdict: Verdict;
  /** YYYY-MM-DD, or ''. */
  readonly checkedOn: string;
  readonly publisher: string;
  /** Where its publisher has it, if that is known. */
  readonly url?: string | undefined;
}

/** `unclear`: some verdict is not on our scale and not in the words of another, so nobody can say. */
export type Agreement = 'agree' | 'differ' | 'unclear';

const isRated = (rating: Rating): boolean => rating !== 'unrated' && rating !== 'context';
const plain = (label: string): string => label.normalize('NFKC').trim().toLowerCase();

/** Whether all verdicts have one rating; or, where some have none, at least one wording. */
export function agreement(verdicts: readonly Verdict[]): Agreement {
  const rated = verdicts.filter((v) => isRated(v.rating));
  if (new Set(rated.map((v) => v.rating)).size > 1) return 'differ';
  if (rated.length === verdicts.length) return 'agree';
  return new Set(verdicts.map((v) => plain(v.label))).size === 1 ? 'agree' : 'unclear';
}

/** “2 other publishers looked at this claim: they differ”; '' if nobody else did. */
export function saySummary(self: Pick<OtherCheck, 'verdict' | 'publisher'>, others: readonly OtherCheck[]) {
  if (others.length === 0) return '';
  const publishers = new Set(others.map((o) => plain(o.publisher)));
  publishers.delete(plain(self.publisher));
  const agreed = agreement([self.verdict, ...others.map((o) => o.verdict)]);
  if (publishers.size === 0) return say(`common_others_same_${agreed}`);
  // One publisher that looked more than once is neither one verdict nor several publishers.
  if (publishers.size === 1 && others.length > 1) return say(`common_others_often_${agreed}`);
  return sayCount(`common_others_${agreed}`, publishers.size);
}

/** `checks` with the first of each rating before all others: so the first few show a split. */
export function varied(checks: readonly OtherCheck[]): readonly OtherCheck[] {
  const first = new Map<Rating, OtherCheck>();
  for (const check of checks) if (!first.has(check.verdict.rating)) first.set(check.verdict.rating, check);
  const before = new Set(first.values());
  return [...before, ...checks.filter((check) => !before.has(check))];
}

/** Those of one rating. Those that are not on our scale stand together, last. */
export interface VerdictGroup {
  readonly rating: Rating;
  readonly rated: boolean;
  readonly checks: readonly OtherCheck[];
}

/** `checks` by rating: the group of the first one first, then by size; within a group in the order given. */
export function byRating(checks: readonly OtherCheck[]): readonly VerdictGroup[] {
  const groups = new Map<Rating, OtherCheck[]>();
  for (const check of checks) {
    const rating = isRated(check.verdict.rating) ? check.verdict.rating : 'unrated';
    groups.set(rating, [...(groups.get(rating) ?? []), check]);
  }
  const first = checks[0];
  return [...groups]
    .map(([rating, list]) => ({ rating, rated: rating !== 'unrated', checks: list }))
    .sort(
      (a, b) =>
        Number(b.rated) - Number(a.rated) ||
        Number(b.checks[0] === first) - Number(a.checks[0] === first) ||
        b.checks.length - a.checks.length,
    );
}
