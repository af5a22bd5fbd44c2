/** The field to search the settings with; Escape clears it. */
import { Search, X } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { Icon } from '../../../components/Icon';
import { say, sayCount } from '../../../lib/words';
import type { Found } from './useSearch';

export interface SearchFieldProps {
  readonly typed: string;
  readonly found: Found | undefined;
  readonly onType: (typed: string) => void;
}

export function SearchField({ typed, found, onType }: SearchFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onType('');
    field.current?.focus();
  };
  return (
    <search class="search">
      <label class="visually-hidden" for={id}>
        {say('options_search')}
      </label>
      <span class="search-box">
        <Icon node={Search} size={16} />
        <input
          ref={field}
          id={id}
          type="text"
          inputMode="search"
          autoComplete="off"
          spellcheck={false}
          placeholder={say('options_search')}
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || typed === '') return;
            event.preventDefault();
            clear();
          }}
        />
        {typed !== '' && (
          <button type="button" class="icon-button" aria-label={say('options_search_clear')} onClick={clear}>
            <Icon node={X} size={16} />
          </button>
        )}
      </span>
      <p class="search-found" role="status">
        {found &&
          (found.settings === 0
            ? say('options_search_none_title', typed.trim())
            : sayCount('options_search_found', found.settings))}
      </p>
    </search>
  );
}
