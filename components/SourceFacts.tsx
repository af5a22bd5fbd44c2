/** What a source is, in short: whose, when, of which kind, by which identifier. */
import { FileText, Newspaper } from 'lucide';
import type { Source } from '../lib/claims';
import { say } from '../lib/words';
import { sayDate } from './dates';
import { Icon } from './Icon';
import { Lookalike } from './Lookalike';

export function SourceFacts({ source: { publisher, date, kind, identifier, url } }: { source: Source }) {
  const isPrimary = kind === 'primary';
  return (
    <>
      <p class="source-meta">
        <bdi>{publisher}</bdi>
        {date && (
          <>
            {' · '}
            <time dateTime={date}>{sayDate(date)}</time>
          </>
        )}
        <Lookalike name={publisher} address={url} />
      </p>
      <p class="source-meta">
        <span class="source-kind" data-kind={kind}>
          <Icon node={isPrimary ? FileText : Newspaper} size={13} />
          {say(isPrimary ? 'check_source_primary' : 'check_source_secondary')}
        </span>
        {identifier && (
          <>
            {' · '}
            <bdi class="source-identifier">{identifier}</bdi>
          </>
        )}
      </p>
    </>
  );
}
