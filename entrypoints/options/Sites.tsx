/** Sites where Factmark is off: the list, and a field to add one. */
import { useId, useRef, useState } from 'preact/hooks';
import { hostFrom } from './hosts/typed';
import { Section } from './Section';
import { WORDS } from './words';

export interface SitesProps {
  readonly sitesOff: readonly string[];
  readonly onSwitch: (host: string, on: boolean) => void;
}

export function Sites({ sitesOff, onSwitch }: SitesProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const add = () => {
    const input = field.current;
    if (!input) return;
    const host = hostFrom(input.value);
    if (!host || sitesOff.includes(host)) {
      setProblem(host ? WORDS.sites.already(host) : WORDS.sites.invalid);
      input.focus();
      return;
    }
    setProblem('');
    input.value = '';
    onSwitch(host, false);
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
      <form
        class="add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for={`${id}-host`}>{WORDS.sites.add}</label>
        <div class="add-line">
          <input
            ref={field}
            id={`${id}-host`}
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            dir="ltr"
            aria-invalid={problem !== ''}
            aria-describedby={`${id}-hint ${id}-problem`}
            onInput={() => setProblem('')}
          />
          <button type="submit" class="button">
            {WORDS.sites.addButton}
          </button>
        </div>
        <p id={`${id}-hint`} class="hint">
          {WORDS.sites.hint}
        </p>
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      </form>
    </Section>
  );
}
