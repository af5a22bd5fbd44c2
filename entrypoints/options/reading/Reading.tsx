/** What Factmark remembers of the reading: checks that were opened, and sentences that are “Not this claim”. */
import { Switch } from '../../../components/Switch';
import { panel } from '../../../lib/messages/client';
import { say, sayCount } from '../../../lib/words';
import { Locked } from '../Locked';
import { Section, Setting } from '../Section';
import { useAnswer } from '../useAnswer';
import type { Loaded, SettingsState } from '../useSettings';
import { Dismissed } from './Dismissed';
import { Notify } from './Notify';

export interface ReadingProps extends Loaded {
  readonly act: Pick<
    SettingsState['act'],
    'change' | 'forgetOpened' | 'forgetDismissed' | 'restoreDismissed'
  >;
}

export function Reading({ settings, library, locked, act }: ReadingProps) {
  const changes = useAnswer(panel.changes, library) ?? [];
  const opened = useAnswer(panel.recent, library) ?? [];
  const { tellChanges, notifyChanges, dismissed } = settings;
  const fixed = locked.includes('tellChanges');
  return (
    <Section title={say('options_reading')} lead={say('options_reading_lead')}>
      {fixed && <Locked />}
      <ul class="rows">
        <li class="row" data-setting>
          <Switch
            label={say('options_tell')}
            description={say('options_tell_what')}
            checked={tellChanges}
            locked={fixed}
            onChange={(on) => act.change({ tellChanges: on, ...(on ? {} : { notifyChanges: false }) })}
          />
        </li>
        <Notify
          on={notifyChanges}
          possible={tellChanges}
          onSwitch={(on) => act.change({ notifyChanges: on })}
        />
      </ul>
      <Setting>
        <p class="hint">
          {changes.length === 0 ? say('options_changes_none') : sayCount('options_changes', changes.length)}
        </p>
        <p class="hint">{opened.length > 0 && sayCount('options_opened', opened.length)}</p>
        <div class="actions">
          <button type="button" class="button" onClick={() => void act.forgetOpened()}>
            {say('options_forget')}
          </button>
        </div>
      </Setting>
      <Dismissed
        dismissed={dismissed}
        onRestore={(said) => void act.restoreDismissed(said)}
        onForget={() => void act.forgetDismissed()}
      />
    </Section>
  );
}
