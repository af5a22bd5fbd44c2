/** The keyboard: the browser's shortcuts for Factmark as they are set, and how to change them. */
import { openShortcuts } from '../../lib/browser/places';
import { say } from '../../lib/words';
import { keys } from './keys';
import { Section, Setting } from './Section';
import { useAnswer } from './useAnswer';

export function Shortcuts() {
  const commands = useAnswer(keys, undefined) ?? [];
  return (
    <Section title={say('options_shortcuts')} lead={say('options_shortcuts_lead')}>
      <dl class="rows keys">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name} class="row" data-setting>
            <dt>{description || say('options_shortcuts_popup')}</dt>
            <dd>
              {shortcut ? <Keys of={shortcut} /> : <span class="none">{say('options_shortcuts_unset')}</span>}
            </dd>
          </div>
        ))}
        <div class="row" data-setting>
          <dt>{say('options_shortcuts_tab')}</dt>
          <dd>
            <Keys of="Tab" />
          </dd>
        </div>
        <div class="row" data-setting>
          <dt>{say('options_shortcuts_escape')}</dt>
          <dd>
            <Keys of="Esc" />
          </dd>
        </div>
      </dl>
      <Setting>
        <div class="actions">
          <button type="button" class="button" onClick={() => void openShortcuts()}>
            {say('options_shortcuts_change')}
          </button>
          <p class="hint">{say('options_shortcuts_change_what')}</p>
        </div>
      </Setting>
    </Section>
  );
}

/** “Alt+Shift+F”, as the browser writes it. On a Mac it writes symbols without a plus. */
function Keys({ of }: { of: string }) {
  return (
    <span class="chord" dir="ltr">
      {of.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
