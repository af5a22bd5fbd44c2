/** The one feed that is offered: what it is, its licence, its weakness. Off until the reader adds it. */
import { PUBLIC_FEED, WORDS } from './words';

export interface PublicFeedProps {
  /** The reader has added it. */
  readonly there: boolean;
  readonly onAdd: () => void;
}

export function PublicFeed({ there, onAdd }: PublicFeedProps) {
  const { title, text, licence, weakness, add, there: added } = WORDS.publicFeed;
  return (
    <section class="offer" aria-label={title}>
      <h3>{title}</h3>
      <p>{text}</p>
      <p class="ask-address" dir="ltr">
        {PUBLIC_FEED}
      </p>
      <p>{licence}</p>
      <p>{weakness}</p>
      {there ? (
        <p class="hint">{added}</p>
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={onAdd}>
            {add}
          </button>
        </div>
      )}
    </section>
  );
}
