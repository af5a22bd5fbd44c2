/** The library that comes with the extension: what it is. Its topics are switched above; it can't be removed. */
import { counted, sayBytes, sayDate } from '../../../components/dates';
import type { LibraryView } from '../useSettings';
import { FactList } from './FactList';
import { Fold } from './Fold';
import { type Fact, publisherFacts, sayLanguages } from './facts';
import { WORDS } from './words';

export function StarterEntry({ starter }: Pick<LibraryView, 'starter'>) {
  const { terms } = WORDS;
  const facts: readonly Fact[] = [
    ...publisherFacts(starter.pack.publisher),
    { term: terms.licence, text: starter.pack.licence },
    { term: terms.languages, text: sayLanguages(starter.languages) },
    { term: terms.version, text: starter.version },
    { term: terms.newest, text: sayDate(starter.updated) },
    { term: terms.size, text: sayBytes(starter.bytes) },
  ];
  return (
    <li class="source-entry">
      <p class="source-name">
        <bdi>{starter.pack.title}</bdi>
      </p>
      <p class="hint">
        {counted(starter.checks, 'check', 'checks')}, {WORDS.comes}
      </p>
      <Fold title={WORDS.details}>
        <FactList facts={facts} />
      </Fold>
    </li>
  );
}
