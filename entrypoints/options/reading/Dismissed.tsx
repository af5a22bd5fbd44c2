/** Sentences that the reader said “Not this claim” to: newest first, each taken back by itself, or all. */
import { useRef } from 'preact/hooks';
import type { Settings } from '../../../lib/store/settings';
import { say, sayCount } from '../../../lib/words';
import { Setting } from '../Section';

type Said = Settings['dismissed'][number];

export interface DismissedProps {
  readonly dismissed: readonly Said[];
  readonly onRestore: (said: Said) => void;
  readonly onForget: () => void;
}

/** Sentences shown; of thousands, the page would be slow. */
const ROWS = 100;

export function Dismissed({ dismissed, onRestore, onForget }: DismissedProps) {
  const list = useRef<HTMLUListElement>(null);
  const rest = dismissed.length - ROWS;
  const restore = (said: Said) => {
    // Its own button goes with it.
    list.current?.focus();
    onRestore(said);
  };
  return (
    <Setting title={say('options_dismissed')}>
      <p class="what">
        {dismissed.length === 0
          ? say('options_dismissed_none')
          : sayCount('options_dismissed_some', dismissed.length)}
      </p>
      {dismissed.length > 0 && (
        <>
          <ul ref={list} class="rows tall" tabIndex={-1} aria-label={say('options_dismissed')}>
            {dismissed
              .slice(-ROWS)
              .reverse()
              .map((said) => (
                <li key={`${said.check} ${said.sentence}`} class="row">
                  <q class="said-sentence" dir="auto">
                    {said.sentence}
                  </q>
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={say('options_dismissed_back_named', said.sentence.slice(0, 80))}
                    onClick={() => restore(said)}
                  >
                    {say('options_dismissed_back')}
                  </button>
                </li>
              ))}
          </ul>
          {rest > 0 && <p class="hint">{sayCount('options_dismissed_rest', rest)}</p>}
          <div class="actions">
            <button type="button" class="button" onClick={onForget}>
              {say('options_dismissed_all_back')}
            </button>
          </div>
        </>
      )}
    </Setting>
  );
}
