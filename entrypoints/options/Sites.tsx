/** Sites where Factmark is off: the list, and a field to add one. */
import { useRef } from 'preact/hooks';
import { AddForm } from './AddForm';
import { hostFrom } from './hosts/typed';
import { Section } from './Section';
import { WORDS } from './words';

export interface SitesProps {
  readonly sitesOff: readonly string[];
  readonly onSwitch: (host: string, on: boolean) => void;
}

export function Sites({ sitesOff, onSwitch }: SitesProps) {
  const field = useRef<HTMLInputElement>(null);
  const add = (typed: string): string => {
    const host = hostFrom(typed);
    if (!host) return WORDS.sites.invalid;
    if (sitesOff.includes(host)) return WORDS.sites.already(host);
    if (field.current) field.current.value = '';
    onSwitch(host, false);
    return '';
  };
  const remove = (host: string) => {
    field.current?.focus();
    onSwitch(host, true);
  };
  return (
    <Section title={WORDS.sites.title} lead={WORDS.sites.lead}>
      {sitesOff.length === 0 ? (
        <p class="none">{WORDS.sites.none}</p>
      ) : (
        <ul class="rows">
          {[...sitesOff].sort().map((host) => (
            <li key={host} class="row">
              <bdi class="host">{host}</bdi>
              <button
                type="button"
                class="button quiet"
                aria-label={WORDS.sites.onLabel(host)}
                onClick={() => remove(host)}
              >
                {WORDS.sites.on}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddForm
        field={field}
        label={WORDS.sites.add}
        hint={WORDS.sites.hint}
        button={WORDS.sites.addButton}
        onAdd={add}
      />
    </Section>
  );
}
