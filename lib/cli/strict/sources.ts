/** The editor's rules for sources: reachable safely, identified rightly, and none younger than the check. */
import type { FactCheck, Problem } from '../../claims';
import { wrongIdentifier } from './identifiers';

/** Problems of `check`, checked no later than `today` (YYYY-MM-DD). */
export function* lintSources(
  { sources, checkedOn, changes = [] }: FactCheck,
  today: string,
): Generator<Problem> {
  if (checkedOn > today)
    yield {
      pointer: '/checkedOn',
      message: `is after today, ${today}; give the day up to which you checked`,
    };
  for (const [i, { on }] of changes.entries())
    if (on > checkedOn)
      yield {
        pointer: `/changes/${i}/on`,
        message: `is after checkedOn, ${checkedOn}; a verdict changes on the day of a new check`,
      };
  const seen = new Map<string, number>();
  for (const [i, { title, url, identifier, date }] of sources.entries()) {
    const pointer = `/sources/${i}`;
    if (url && !url.startsWith('https://'))
      yield { pointer: `${pointer}/url`, message: 'is not https; give the https address, or an identifier' };
    const wrong = identifier === undefined ? undefined : wrongIdentifier(identifier);
    if (wrong) yield { pointer: `${pointer}/identifier`, message: wrong };
    // “2025-11” is no later than 2025-11-30: a partial date is compared by its own length.
    if (date && date > checkedOn.slice(0, date.length))
      yield { pointer: `${pointer}/date`, message: `is after checkedOn, ${checkedOn}; mend either date` };
    const key = `${title} ${url ?? identifier}`;
    const before = seen.get(key);
    if (before !== undefined)
      yield { pointer, message: `is source [${before + 1}] again; cite that one and remove this` };
    else seen.set(key, i);
  }
}
