/** The one feed that is offered: what it is, its licence, its weakness. Off until the reader adds it. */
import { say } from '../../../lib/words';
import { PUBLIC_FEED } from './public-feed';

export interface PublicFeedProps {
  /** The reader has added it. */
  readonly there: boolean;
  readonly onAdd: () => void;
}

export function PublicFeed({ there, onAdd }: PublicFeedProps) {
  const title = say('library_public_title');
  return (
    <section class="offer" aria-label={title}>
      <h3>{title}</h3>
      <p>{say('library_public_text')}</p>
      <p class="ask-address" dir="ltr">
        {PUBLIC_FEED}
      </p>
      <p>{say('library_public_licence')}</p>
      <p>{say('library_public_weakness')}</p>
      {there ? (
        <p class="hint">{say('library_public_there')}</p>
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={onAdd}>
            {say('library_public_add')}
          </button>
        </div>
      )}
    </section>
  );
}
