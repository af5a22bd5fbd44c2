/** Finding a check from the panel: the field above everything, and what it found. */
import { ChevronRight, Search, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { VerdictMark } from '../../components/VerdictMark';
import type { SearchHit } from '../../lib/messages/calls';
import { panel } from '../../lib/messages/client';
import { say, sayCount } from '../../lib/words';

/** Checks listed. */
const MOST = 20;
/** Who types is waited for, milliseconds. */
const PAUSE = 120;

function Field({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <search class="find-field">
      <Icon node={Search} size={16} />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        spellcheck={false}
        autocomplete="off"
        aria-label={say('panel_find')}
        placeholder={say('panel_find')}
        dir="auto"
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {text !== '' && (
        <button
          type="button"
          class="find-clear"
          aria-label={say('panel_find_clear')}
          title={say('panel_find_clear')}
          onClick={({ currentTarget }) => {
            currentTarget.parentElement?.querySelector('input')?.focus();
            onText('');
          }}
        >
          <Icon node={X} size={15} />
        </button>
      )}
    </search>
  );
}

function Hits({ text, onOpen }: { text: string; onOpen: (check: string) => void }) {
  const hits = useHits(text);
  return (
    <section class="find-hits">
      <p class="visually-hidden" role="status">
        {hits && sayCount('panel_find_count', hits.length)}
      </p>
      {hits?.length === 0 && (
        <EmptyState scene="nothing" title={say('panel_find_none_title')} text={say('panel_find_none_text')} />
      )}
      <ul>
        {hits?.map(({ card }) => (
          <li key={card.id}>
            <button type="button" class="reading-check" data-check={card.id} onClick={() => onOpen(card.id)}>
              <VerdictMark verdict={card.verdict} />
              <span class="reading-question">
                <span dir="auto">{card.question}</span>
                <Icon node={ChevronRight} size={15} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const Find = { Field, Hits };

/** What the library answers to `text`; undefined while nothing has been answered. The newest text wins. */
function useHits(text: string): readonly SearchHit[] | undefined {
  const [hits, setHits] = useState<readonly SearchHit[]>();
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void panel.search({ text, most: MOST }).then(
        (found) => wanted && setHits(found),
        () => wanted && setHits([]),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return hits;
}
