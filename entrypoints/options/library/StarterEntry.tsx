/** The library that comes with the extension: what it is. Its topics are switched above; it can't be removed. */
import { sayBytes, sayDate } from '../../../components/dates';
import { say, sayCount } from '../../../lib/words';
import type { LibraryView } from '../useSettings';
import { FactList } from './FactList';
import { Fold } from './Fold';
import { type Fact, publisherFacts, sayLanguages } from './facts';

export function StarterEntry({ starter }: Pick<LibraryView, 'starter'>) {
  const facts: readonly Fact[] = [
    ...publisherFacts(starter.pack.publisher),
    { term: say('library_term_licence'), text: starter.pack.licence },
    { term: say('library_term_languages'), text: sayLanguages(starter.languages) },
    { term: say('library_term_version'), text: starter.version },
    { term: say('library_term_newest'), text: sayDate(starter.updated) },
    { term: say('library_term_room'), text: sayBytes(starter.bytes) },
  ];
  return (
    <li class="source-entry">
      <p class="source-name">
        <bdi>{starter.pack.title}</bdi>
      </p>
      <p class="hint">{sayCount('library_starter', starter.checks)}</p>
      <Fold title={say('library_details')}>
        <FactList facts={facts} />
      </Fold>
    </li>
  );
}
