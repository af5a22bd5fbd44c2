/** Which publishers of a source count: a list to search in, a switch for each, and for all that were found. */
import { useEffect, useId, useState } from 'preact/hooks';
import { Lookalike } from '../../../components/Lookalike';
import { Say } from '../../../components/Say';
import { Switch } from '../../../components/Switch';
import type { StoredSource } from '../../../lib/store/source';
import { say, sayCount } from '../../../lib/words';
import { search, switched, unlisted } from './publishers';

export interface PublisherFilterProps {
  readonly source: StoredSource;
  /** Only what is switched is told: elsewhere others may have been switched meanwhile. */
  readonly onSwitch: (keys: readonly string[], on: boolean) => void;
}

export function PublisherFilter({ source, onSwitch }: PublisherFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const { current, publishersOff } = source;
  // Shown at once: the library takes a moment to follow.
  const [off, setOff] = useState(publishersOff);
  useEffect(() => setOff(publishersOff), [publishersOff]);
  const choose = (keys: readonly string[], on: boolean) => {
    setOff((now) => switched(now, keys, on));
    onSwitch(keys, on);
  };
  const found = search(current.publishers, typed);
  const rest = unlisted(current.publishers, current.reviews);
  const all = (on: boolean) =>
    choose(
      found.map((p) => p.key),
      on,
    );
  return (
    <div class="filter">
      <div class="add">
        <label for={`${id}-search`}>{say('library_filter_search')}</label>
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
            ? say('library_filter_none')
            : sayCount('library_filter_found', current.publishers.length, found.length)}
        </p>
        {found.length > 0 && (
          <>
            <button type="button" class="button quiet" onClick={() => all(true)}>
              {sayCount('library_filter_on', found.length)}
            </button>
            <button type="button" class="button quiet" onClick={() => all(false)}>
              {sayCount('library_filter_off', found.length)}
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
                    {key === name ? (
                      sayCount('store_reviews', reviews)
                    ) : (
                      <Say
                        of="library_filter_host"
                        values={[sayCount('store_reviews', reviews), <bdi key={key}>{key}</bdi>]}
                      />
                    )}
                    <Lookalike name={name} />
                  </>
                }
                checked={!off.includes(key)}
                onChange={(on) => choose([key], on)}
              />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p class="hint">{sayCount('library_filter_rest', rest)}</p>}
    </div>
  );
}
