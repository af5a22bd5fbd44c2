/** What is going on with a source, and how it ended, in a sentence. */
import { sayBytes, sayNumber } from '../../../components/dates';
import { sayHolds } from '../../../lib/store/say-holds';
import type { Edition, StoredSource } from '../../../lib/store/source';
import type { Outcome } from '../../../lib/store/updates/outcome';
import type { Step } from '../../../lib/store/updates/step';
import { say, sayCount } from '../../../lib/words';

/** “Fetching data.json…”. Said once for each part of the work. */
export const sayDoing = ({ doing }: Step, name: string): string => say(`library_doing_${doing}`, name);

/** “3.2 MB of 60.0 MB”; '' before anything is done. */
export function sayFar({ done, of, unit }: Step): string {
  if (done === 0 && of === 0) return '';
  if (unit === 'bytes')
    return of === 0
      ? say('library_far_open_bytes', sayBytes(done))
      : say('library_far_bytes', sayBytes(done), sayBytes(of));
  return of === 0
    ? sayCount(`library_far_open_${unit}`, done)
    : sayCount(`library_far_${unit}`, of, sayNumber(done));
}

/** What a source is called now: a pack that went back a version, as that version calls itself. */
export const titleOf = ({ title, current }: StoredSource): string => current.pack?.title ?? title;

/** What counts of records are of, where they are not of all that the edition holds; else ''. */
export function sayScope({ layers, records, reviews, checks }: Edition): string {
  return layers.length > 1 || records.taken < reviews + checks ? say('library_records_part') : '';
}

/** “Added 2 reviews from bridges.json.” */
export function sayEnded({ kind, source }: Outcome): string {
  const title = titleOf(source);
  if (kind === 'same') return say('library_ended_same', title);
  const holds = sayHolds(source.current);
  return kind === 'added'
    ? say('library_ended_added', holds, title)
    : say('library_ended_updated', title, holds);
}

/** “bridges.json was not added; nothing has changed. It is not valid JSON: …” */
export const sayFailed = (task: 'add' | 'update', name: string, why: string): string =>
  say(`library_failed_${task}`, name, why);

/** What is said after a source went back a version; `asked`: it was updated on schedule until then. */
export const sayWentBack = (title: string, asked: boolean): string =>
  say(asked ? 'library_went_back_by_hand' : 'library_went_back', title);

/** The day a version is known by: that of its newest check, or that on which it came. */
export const dayOf = ({ updated, installed }: Edition): string => updated || installed.slice(0, 10);
