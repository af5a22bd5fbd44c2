/** Which publishers of a source count: a list to search in, a switch for each, and for all that were found. */
import { useEffect, useId, useState } from 'preact/hooks';
import { counted, sayNumber } from '../../../components/dates';
import { Switch } from '../../../components/Switch';
import type { StoredSource } from '../../../lib/store/source';
import { search, switched, unlisted } from './publishers';
import { WORDS } from './words';

export interface PublisherFilterProps {
  readonly source: StoredSource;
  readonly onOff: (off: readonly string[]) => void;
}

export function PublisherFilter({ source, onOff }: PublisherFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const { current, publishersOff } = source;
  // Shown at once, and the ground of the next choice: the library takes a moment to follow.
  const [off, setOff] = useState(publishersOff);
  useEffect(() => setOff(publishersOff), [publishersOff]);
  const choose = (next: readonly string[]) => {
    setOff(next);
    onOff(next);
  };
  const found = search(current.publishers, typed);
  const rest = unlisted(current.publishers, current.reviews);
  const count = counted(found.length, 'publisher', 'publishers');
  const all = (on: boolean) =>
    choose(
      switched(
        off,
        found.map((p) => p.key),
        on,
      ),
    );
  return (
    <div class="filter">
      <div class="add">
        <label for={`${id}-search`}>{WORDS.filter.search}</label>
        <div class="add-line">
          <input
            id={`${id}-search`}
            type="search"
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      </div>
      <div class="actions">
        <p role="status" class="hint">
          {found.length === 0
            ? WORDS.filter.none
            : WORDS.filter.found(sayNumber(found.length), sayNumber(current.publishers.length))}
        </p>
        {found.length > 0 && (
          <>
            <button type="button" class="button quiet" onClick={() => all(true)}>
              {WORDS.filter.allOn(count)}
            </button>
            <button type="button" class="button quiet" onClick={() => all(false)}>
              {WORDS.filter.allOff(count)}
            </button>
          </>
        )}
      </div>
      {found.length > 0 && (
        <ul class="rows filter-rows">
          {found.map(({ key, name, reviews }) => (
            <li key={key} class="row">
              <Switch
                label={<bdi>{name}</bdi>}
                description={
                  <>
                    {counted(reviews, 'review', 'reviews')}
                    {key !== name && (
                      <>
                        , <bdi>{key}</bdi>
                      </>
                    )}
                  </>
                }
                checked={!off.includes(key)}
                onChange={(on) => choose(switched(off, [key], on))}
              />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p class="hint">{WORDS.filter.rest(counted(rest, 'review', 'reviews'))}</p>}
    </div>
  );
}
