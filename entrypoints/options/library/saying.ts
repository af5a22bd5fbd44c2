/** What is going on with a source, and how it ended, in a sentence. */
import { sayBytes, sayNumber } from '../../../components/dates';
import { isLookalike } from '../../../lib/claims/lookalike';
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

/**
 * What a source is named by that can be taken for another name, its own or its only publisher's; the checks' language; and
 * where it is from: of a file, where its only publisher's reviews are.
 */
export function lookalikeOf(
  source: StoredSource,
): { name: string; language: string; address: string | undefined } | undefined {
  const { pack, publishers, languages } = source.current;
  const [only, ...more] = publishers;
  const [language = '', ...others] = Object.keys(languages);
  const known = others.length > 0 ? '' : language;
  const names = [titleOf(source), pack?.publisher.name ?? '', more.length > 0 ? '' : (only?.name ?? '')];
  const name = names.find((one) => isLookalike(one, known));
  if (name === undefined) return undefined;
  const host = only && more.length === 0 && only.key !== only.name ? `https://${only.key}` : undefined;
  return { name, language: known, address: source.address ?? pack?.publisher.url ?? host };
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
  if (kind === 'revoked') return say('store_pack_revoked_key', title);
  const holds = sayHolds(source.current);
  const said =
    kind === 'added' ? say('library_ended_added', holds, title) : say('library_ended_updated', title, holds);
  return lookalikeOf(source) ? `${said} ${say('common_lookalike')}` : said;
}

/** “bridges.json was not added; nothing has changed. It is not valid JSON: …” */
export const sayFailed = (task: 'add' | 'update', name: string, why: string): string =>
  say(`library_failed_${task}`, name, why);

/** What is said after a source went back a version; `asked`: it was updated on schedule until then. */
export const sayWentBack = (title: string, asked: boolean): string =>
  say(asked ? 'library_went_back_by_hand' : 'library_went_back', title);

/** The day a version is known by: that of its newest check, or that on which it came. */
export const dayOf = ({ updated, installed }: Edition): string => updated || installed.slice(0, 10);
