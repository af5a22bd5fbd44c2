/** The change log of verdicts that a pack publishes, newest first. */
import { canonical, type FactCheck, type Manifest, type Verdict, type VerdictChange } from '../../claims';

/** Most that are published. Every update fetches them, so a small pack keeps fewer: one for ten checks, but ten. */
const MOST = 500;
const mostOf = (checks: number) => Math.min(MOST, Math.max(10, Math.ceil(checks / 10)));

/** A verdict in words; with its rating where the words alone do not tell it from `other`. */
const wordsOf = ({ label, rating }: Verdict, other: Verdict): string =>
  label === other.label ? `${label} (${rating})` : label;

const change = (check: FactCheck, was: Verdict, now: Verdict, on: string, why: string): VerdictChange => ({
  check: check.id,
  on,
  was: wordsOf(was, now),
  now: wordsOf(now, was),
  why,
});

/** What a check says of its own changes, oldest first. */
function listed(check: FactCheck): VerdictChange[] {
  const changes = check.changes ?? [];
  return changes.map(({ on, was, why }, i) =>
    change(check, was, changes[i + 1]?.was ?? check.verdict, on, why),
  );
}

/** The change from `old` to `check`, if its verdict is another and its own list does not say so. */
export function unlisted(old: FactCheck, check: FactCheck): VerdictChange | undefined {
  const isVerdictOf = (verdict: Verdict) => canonical(verdict) === canonical(old.verdict);
  if (isVerdictOf(check.verdict)) return undefined;
  const before = new Set((old.changes ?? []).map(canonical));
  if ((check.changes ?? []).some((c) => isVerdictOf(c.was) && !before.has(canonical(c)))) return undefined;
  return change(check, old.verdict, check.verdict, check.checkedOn, '');
}

/**
 * The log of an edition: what its checks say of themselves, what they do not say (`found`, against the edition before),
 * and what that edition's log says that no check can say any more.
 */
export function changeLog(
  checks: readonly FactCheck[],
  found: readonly VerdictChange[],
  previous: Manifest | undefined,
): VerdictChange[] {
  const own = new Map(checks.map((check) => [check.id, listed(check)]));
  const kept = (previous?.changes ?? []).filter((old) => {
    const says = own.get(old.check);
    // A check that is still there says itself why; one may have come to say what it did not say before.
    return (
      says === undefined || (old.why === '' && !says.some((c) => c.was === old.was && c.now === old.now))
    );
  });
  const log = [...[...own.values()].flatMap((says) => says.reverse()), ...found, ...kept];
  const byDay = (a: VerdictChange, b: VerdictChange) => compare(b.on, a.on) || compare(a.check, b.check);
  // Sorting is stable: of one check and day, what is newer stays first.
  return log.sort(byDay).slice(0, mostOf(checks.length));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
