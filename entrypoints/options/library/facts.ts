/** What is told of a source in full: terms and their values as plain data. Links are shown only if they are http(s). */
import { counted, sayBytes, sayDate, sayLanguage, sayNumber, sayTime } from '../../../components/dates';
import type { Edition, StoredSource } from '../../../lib/store/source';
import { roomOf } from './room';
import { sayHolds } from './saying';
import { WORDS } from './words';

export interface Fact {
  readonly term: string;
  readonly text: string;
  /** Where it leads, as its publisher gave it. */
  readonly href?: string;
}

/** Languages named before “and 3 more”. */
const NAMED = 4;

const { terms } = WORDS;
const fact = (term: string, text: string | undefined, href?: string): Fact[] =>
  text ? [{ term, text, ...(href === undefined ? {} : { href }) }] : [];

/** All facts of a source, in order. `key`: fingerprint of the key it is signed with, '' if it is not. */
export function factsOf(source: StoredSource, key: string): readonly Fact[] {
  const { current, address, licence, looked, failed } = source;
  const { all, before } = roomOf(source);
  const room = before > 0 ? `${sayBytes(all)}, ${terms.before(sayBytes(before))}` : sayBytes(all);
  return [
    ...publisherFacts(current.pack?.publisher),
    ...fact(terms.licence, current.pack?.licence ?? licence ?? terms.noLicence),
    ...fact(terms.address, address ?? terms.fromFile, address),
    ...fact(terms.holds, sayHolds(current)),
    ...fact(terms.languages, sayLanguages(current.languages)),
    ...fact(terms.version, sayVersion(current)),
    ...fact(terms.newest, current.updated ? sayDate(current.updated) : terms.unknown),
    ...fact(terms.installed, sayTime(current.installed)),
    ...(address === undefined
      ? []
      : fact(terms.looked, looked ? `${sayTime(looked)}: ${failed ?? terms.wentWell}` : terms.notLooked)),
    ...fact(terms.signed, key === '' ? terms.notSigned : terms.key(key)),
    ...fact(terms.size, room),
  ];
}

type Publisher = NonNullable<Edition['pack']>['publisher'];

/** Who publishes a pack, where to tell of a mistake, and where to support them. */
export function publisherFacts(publisher: Publisher | undefined): readonly Fact[] {
  if (!publisher) return [];
  return [
    ...fact(terms.publisher, publisher.name, publisher.url),
    ...fact(terms.corrections, publisher.corrections, publisher.corrections),
    ...fact(terms.support, publisher.support, publisher.support),
  ];
}

/** “English 9,200, Spanish 300 and 4 more”; most first. */
export function sayLanguages(languages: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(languages).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const named = sorted.slice(0, NAMED).map(([tag, n]) => `${sayLanguage(tag)} ${sayNumber(n)}`);
  const more = sorted.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const sayVersion = ({ serial, version }: Edition): string =>
  version === '' ? '' : `${sayNumber(serial)} (${version})`;

/** One line for the list: “12,345 reviews by 40 publishers, 4.2 MB”. */
export function summaryOf(source: StoredSource): string {
  const { publishers, reviews } = source.current;
  const [only] = publishers;
  const by =
    publishers.length === 1 && only
      ? ` by ${only.name}`
      : publishers.length > 1
        ? ` by ${counted(publishers.length, 'publisher', 'publishers')}`
        : '';
  const name = source.current.pack?.publisher.name;
  const whose = name === undefined ? by : ` by ${name}`;
  return `${sayHolds(source.current)}${reviews > 0 || name !== undefined ? whose : ''}, ${sayBytes(roomOf(source).all)}`;
}
