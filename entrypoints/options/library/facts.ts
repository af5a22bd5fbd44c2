/** What is told of a source in full: terms and their values as plain data. Links are shown only if they are http(s). */
import { sayBytes, sayDate, sayLanguage, sayNumber, sayTime } from '../../../components/dates';
import { sayHolds } from '../../../lib/store/say-holds';
import type { Edition, StoredSource } from '../../../lib/store/source';
import { say, sayCount, sayList } from '../../../lib/words';
import { roomOf } from './room';

export interface Fact {
  readonly term: string;
  readonly text: string;
  /** Where it leads, as its publisher gave it. */
  readonly href?: string;
}

/** Languages named before “and 3 more”. */
const NAMED = 4;

const fact = (term: string, text: string | undefined, href?: string): Fact[] =>
  text ? [{ term, text, ...(href === undefined ? {} : { href }) }] : [];

/** All facts of a source, in order. `named` gives the fingerprint of a key. */
export function factsOf(source: StoredSource, named: (key: string) => string): readonly Fact[] {
  const { current, address, licence } = source;
  return [
    ...publisherFacts(current.pack?.publisher),
    ...fact(say('library_term_licence'), current.pack?.licence ?? licence ?? say('library_no_licence')),
    ...fact(say('library_term_address'), address ?? say('library_from_file'), address),
    ...fact(say('library_term_holds'), sayHolds(current)),
    ...fact(say('library_term_languages'), sayLanguages(current.languages)),
    ...fact(say('library_term_version'), sayVersion(current)),
    ...fact(say('library_term_newest'), current.updated ? sayDate(current.updated) : say('library_unknown')),
    ...fact(say('library_term_installed'), sayTime(current.installed)),
    ...(address === undefined ? [] : fact(say('library_term_looked'), sayLooked(source))),
    ...fact(say('library_term_signed'), saySigned(source, named)),
    ...fact(say('library_term_earlier_keys'), sayEarlierKeys(source, named)),
    ...fact(say('library_term_room'), sayRoom(source)),
  ];
}

type Publisher = NonNullable<Edition['pack']>['publisher'];

/** Who publishes a pack, where to tell of a mistake, and where to support them. */
export function publisherFacts(publisher: Publisher | undefined): readonly Fact[] {
  if (!publisher) return [];
  const { name, url, corrections, support } = publisher;
  return [
    ...fact(say('library_term_publisher'), name, url),
    ...fact(say('library_term_corrections'), corrections, corrections),
    ...fact(say('library_term_support'), support, support),
  ];
}

/** “English 9,200, Spanish 300 and 4 more”; most first. */
export function sayLanguages(languages: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(languages).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const named = sorted
    .slice(0, NAMED)
    .map(([tag, n]) => say('library_language', sayLanguage(tag), sayNumber(n)));
  const more = sorted.length - named.length;
  return more > 0 ? sayList([...named, sayCount('library_languages_more', more)]) : sayList(named, true);
}

function sayLooked({ looked, failed }: StoredSource): string {
  if (looked === undefined) return say('library_not_looked');
  return failed === undefined
    ? say('library_looked_well', sayTime(looked))
    : say('library_looked_failed', sayTime(looked), failed);
}

function saySigned({ key, spare }: StoredSource, named: (key: string) => string): string {
  if (key === undefined) return say('library_not_signed');
  return spare === undefined
    ? say('library_key', named(key))
    : say('library_key_spare', named(key), named(spare));
}

/** The day of a time; of the year 10,000, too. */
const dayIn = (iso: string): string => sayDate(iso.split('T')[0] ?? '');

const sayEarlierKeys = ({ earlierKeys = [] }: StoredSource, named: (key: string) => string): string =>
  sayList(earlierKeys.map(({ key, until }) => say('library_earlier_key', named(key), dayIn(until))));

/** The key of a pack changed with the edition it has now, or was revoked: what happened, and what there is to do. */
export function sayKeyNews(
  { key = '', earlierKeys, revoked, current, previous }: StoredSource,
  named: (key: string) => string,
): { readonly text: string; readonly bad: boolean } | undefined {
  if (revoked !== undefined)
    return { text: say('library_key_revoked', named(key), dayIn(revoked)), bad: true };
  const last = earlierKeys?.at(-1);
  if (!last || !previous || previous.key === current.key) return undefined;
  return {
    text: say('library_key_changed', dayIn(last.until), named(last.key), named(key)),
    bad: false,
  };
}

/** Every key that is named of a source. */
export const keysNamed = ({ key, spare, earlierKeys = [] }: StoredSource): readonly string[] =>
  [key, spare, ...earlierKeys.map((earlier) => earlier.key)].filter((k) => k !== undefined);

function sayRoom(source: StoredSource): string {
  const { all, before } = roomOf(source);
  return before > 0 ? say('library_room_before', sayBytes(all), sayBytes(before)) : sayBytes(all);
}

const sayVersion = ({ serial, version }: Edition): string =>
  version === '' ? '' : say('library_version', serial, version);

/** One line for the list: “12,345 reviews by 40 publishers, 4.2 MB”. */
export function summaryOf(source: StoredSource): string {
  const { current } = source;
  const holds = sayHolds(current);
  const bytes = sayBytes(roomOf(source).all);
  const by = current.pack?.publisher.name ?? (current.reviews > 0 ? sayPublishers(current) : '');
  return by === '' ? say('library_summary', holds, bytes) : say('library_summary_by', holds, by, bytes);
}

/** The only publisher by name, several counted; '' if none is known. */
function sayPublishers({ publishers }: Edition): string {
  const [first, second] = publishers;
  return second ? sayCount('library_publishers', publishers.length) : (first?.name ?? '');
}
