/** A search field and what it found, best first: checks with the words marked that were looked for. */
import { Search, X } from 'lucide';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { say, sayCount } from '../lib/words';
import { badgeTone } from './badge';
import { EmptyState } from './EmptyState';
import { FoundCheck, type FoundInfo } from './FoundCheck';
import { Icon } from './Icon';

export interface FindProps {
  readonly text: string;
  /** What was found; for a text typed before, until the newest is answered. */
  readonly hits: readonly FoundInfo[];
  /** `idle`: nothing is looked for; `lost`: nobody answered. */
  readonly state: 'idle' | 'searching' | 'done' | 'lost';
  /** `hits` are as many as were asked for: there may be more. */
  readonly full: boolean;
  readonly onText: (text: string) => void;
  readonly onOpen: (check: string) => void;
  /** Something else is shown where nothing is looked for. */
  readonly bare?: boolean;
  /** To give the field the focus. */
  readonly field?: RefObject<HTMLInputElement | null>;
}

export function Find({ text, hits, state, full, bare = false, onText, onOpen, field }: FindProps) {
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  const list = useRef<HTMLUListElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('button[data-check]') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && text !== '') {
      // The first Escape empties the field, the next one closes the popup.
      event.preventDefault();
      onText('');
      input.current?.focus();
    } else if (event.key === 'Enter' && event.target === input.current && state === 'done' && hits[0]) {
      event.preventDefault();
      onOpen(hits[0].card.id);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const stops = [input.current, ...buttons()];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <search class="find" onKeyDown={onKeyDown}>
      <div class="find-field">
        <Icon node={Search} size={17} />
        <input
          ref={input}
          type="search"
          inputMode="search"
          enterKeyHint="search"
          autocomplete="off"
          spellcheck={false}
          // An empty field is in the direction of its hint.
          dir={text === '' ? undefined : 'auto'}
          maxLength={400}
          aria-label={say('search_label')}
          aria-keyshortcuts="/"
          placeholder={say('search_hint')}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        {text === '' ? (
          <span class="find-key" title={say('search_shortcut')} aria-hidden="true">
            /
          </span>
        ) : (
          <button
            type="button"
            class="icon-button find-clear"
            aria-label={say('search_clear')}
            title={say('search_clear')}
            onClick={() => {
              onText('');
              input.current?.focus();
            }}
          >
            <Icon node={X} size={15} />
          </button>
        )}
      </div>
      <div class="visually-hidden" role="status">
        {state === 'done' &&
          (hits.length === 0 ? say('search_none_title') : sayCount('search_found', hits.length))}
      </div>
      {!(bare && state === 'idle') && <Answer {...{ hits, state, full, onOpen, list }} />}
    </search>
  );
}

type AnswerProps = Pick<FindProps, 'hits' | 'state' | 'full' | 'onOpen'> & {
  list: RefObject<HTMLUListElement | null>;
};

function Answer({ hits, state, full, onOpen, list }: AnswerProps) {
  if (state === 'idle')
    return <EmptyState scene="nothing" title={say('search_start_title')} text={say('search_start_text')} />;
  if (state === 'lost')
    return <EmptyState scene="lost" title={say('search_lost_title')} text={say('search_lost_text')} />;
  if (state === 'done' && hits.length === 0)
    return <EmptyState scene="nothing" title={say('search_none_title')} text={say('search_none_text')} />;
  return (
    <>
      <ul class="hits" ref={list} aria-busy={state === 'searching'}>
        {hits.map((hit) => (
          <li key={hit.card.id} data-tone={badgeTone(hit.card.verdict.rating)}>
            <FoundCheck hit={hit} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {full && <p class="hits-more">{say('search_found_most', hits.length)}</p>}
    </>
  );
}
