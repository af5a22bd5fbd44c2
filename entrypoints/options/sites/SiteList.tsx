/** A list of sites, each with a button that takes it off, and a field to add one. */
import { useId, useRef, useState } from 'preact/hooks';
import { say } from '../../../lib/words';
import { AddForm } from '../AddForm';
import { Locked } from '../Locked';
import { Setting } from '../Section';
import { alreadyOn, nameOf, siteFrom } from './typed';

export interface SiteListProps {
  /** Sites that are off, or the only ones that are read. */
  readonly words: 'off' | 'only';
  readonly list: readonly string[];
  readonly locked: boolean;
  readonly onChange: (list: string[]) => void;
}

export function SiteList({ words, list, locked, onChange }: SiteListProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [under, setUnder] = useState(true);
  const add = (typed: string): string => {
    const site = siteFrom(typed, under);
    if ('wrong' in site) return site.wrong;
    const already = alreadyOn(list, site.entry);
    if (already !== '') return already;
    if (field.current) field.current.value = '';
    onChange([...list, site.entry]);
    return '';
  };
  const remove = (entry: string) => {
    field.current?.focus();
    onChange(list.filter((other) => other !== entry));
  };
  const removing = words === 'off' ? 'options_sites_on_again' : 'options_sites_take_off';
  const removingNamed = words === 'off' ? 'options_sites_on_again_at' : 'options_sites_take_off_named';
  return (
    <Setting title={say(`options_sites_${words}`)}>
      {locked && <Locked />}
      {list.length === 0 ? (
        <p class="none">{say(`options_sites_${words}_none`)}</p>
      ) : (
        <ul class="rows">
          {[...list].sort(byHost).map((entry) => (
            <li key={entry} class="row">
              <bdi class="host">{nameOf(entry)}</bdi>
              {!locked && (
                <button
                  type="button"
                  class="button quiet"
                  aria-label={say(removingNamed, nameOf(entry))}
                  onClick={() => remove(entry)}
                >
                  {say(removing)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!locked && (
        <>
          <AddForm
            field={field}
            label={say(`options_sites_add_${words}`)}
            hint={say('options_sites_hint')}
            button={say(`options_sites_add_${words}_go`)}
            onAdd={add}
          />
          <label class="check" for={id}>
            <input
              id={id}
              type="checkbox"
              checked={under}
              onChange={(event) => setUnder(event.currentTarget.checked)}
            />
            {say('options_sites_all_under')}
          </label>
        </>
      )}
    </Setting>
  );
}

const byHost = (a: string, b: string): number => a.replace('*.', '').localeCompare(b.replace('*.', ''));
