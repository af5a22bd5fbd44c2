/** Which sources are to be looked up now. The clock may be turned back or far ahead; neither stops updates nor makes a storm. */
import type { StoredSource } from '../source';

const DAY = 24 * 3_600_000;
const EVERY: Readonly<Record<StoredSource['schedule'], number>> = {
  never: Number.POSITIVE_INFINITY,
  daily: DAY,
  weekly: 7 * DAY,
};
/** What failed is tried again after this part of the time. */
const AGAIN = 1 / 4;
/** A clock that is set right by so much was not turned. */
const SLACK = 10 * 60_000;

/** Is this source due? It was looked up when it was added, at the latest when its edition was installed. */
export function isDue({ address, schedule, looked, failed, current }: StoredSource, now: Date): boolean {
  if (address === undefined || schedule === 'never') return false;
  const since = now.getTime() - Date.parse(looked ?? current.installed);
  // Looked up in the future, or at no time that can be read: what is known of the time is worth nothing. Looking now
  // writes the time down as the clock has it, so this happens once for each time it is turned back.
  if (!(since >= -SLACK)) return true;
  return since >= EVERY[schedule] * (failed === undefined ? 1 : AGAIN);
}

/** Those that are due, the one looked up longest ago first. */
export const dueSources = (sources: readonly StoredSource[], now: Date): StoredSource[] =>
  sources
    .filter((source) => isDue(source, now))
    .sort((a, b) => ((a.looked ?? '') < (b.looked ?? '') ? -1 : 1));
