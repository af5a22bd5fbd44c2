/** What is going on with a source, and how it ended, in a sentence. */
import { counted, sayBytes, sayNumber } from '../../../components/dates';
import type { Edition, StoredSource } from '../../../lib/store/source';
import type { Outcome } from '../../../lib/store/updates/outcome';
import type { Step } from '../../../lib/store/updates/step';
import { WORDS } from './words';

const DOING: Readonly<Record<Step['doing'], (name: string) => string>> = {
  asking: (name) => `Asking for ${name}`,
  fetching: (name) => `Fetching ${name}`,
  reading: (name) => `Reading ${name}`,
  indexing: (name) => `Indexing ${name}`,
  storing: (name) => `Storing ${name}`,
};

/** “Fetching data.json”. Said once for each part of the work. */
export const sayDoing = (step: Step, name: string): string => `${DOING[step.doing](name)}…`;

/** “3.2 MB of 60.0 MB”; '' before anything is done. */
export function sayFar({ done, of, unit }: Step): string {
  if (done === 0 && of === 0) return '';
  const say = (n: number) =>
    unit === 'bytes' ? sayBytes(n) : counted(n, unit === 'files' ? 'file' : 'review', unit);
  if (of === 0) return `${say(done)} so far`;
  return `${unit === 'bytes' ? sayBytes(done) : sayNumber(done)} of ${say(of)}`;
}

/** “12 checks and 1 review”. */
export function sayHolds({ checks, reviews }: { readonly checks: number; readonly reviews: number }): string {
  const parts = [
    ...(checks > 0 ? [counted(checks, 'check', 'checks')] : []),
    ...(reviews > 0 || checks === 0 ? [counted(reviews, 'review', 'reviews')] : []),
  ];
  return parts.join(' and ');
}

/** What a source is called now: a pack that went back a version, as that version calls itself. */
export const titleOf = ({ title, current }: StoredSource): string => current.pack?.title ?? title;

/** What counts of records are of, where they are not of all that the edition holds; else ''. */
export function sayScope({ layers, records, reviews, checks }: Edition): string {
  return layers.length > 1 || records.taken < reviews + checks ? WORDS.records.part : '';
}

/** “Added 2 reviews from bridges.json.” */
export function sayEnded({ kind, source }: Outcome): string {
  const title = titleOf(source);
  if (kind === 'same') return `${title} is up to date: nothing has changed.`;
  const holds = sayHolds(source.current);
  return kind === 'added' ? `Added ${holds} from ${title}.` : `Updated ${title}: it now holds ${holds}.`;
}

/** “bridges.json was not added; nothing has changed. It is not valid JSON: …” */
export function sayFailed(task: 'add' | 'update', name: string, why: string): string {
  const still = /nothing has changed/i.test(why) ? '' : '; nothing has changed';
  return `${name} was not ${task === 'add' ? 'added' : 'updated'}${still}. ${why}`;
}

/** The day a version is known by: that of its newest check, or that on which it came. */
export const dayOf = ({ updated, installed }: Edition): string => updated || installed.slice(0, 10);
