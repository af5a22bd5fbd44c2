/** Whether Factmark remembers what was opened and tells of changes; what it knows now; and away with it. */
import { counted } from '../../components/dates';
import { Switch } from '../../components/Switch';
import { panel } from '../../lib/messages/client';
import { Section } from './Section';
import { useAnswer } from './useAnswer';
import { WORDS } from './words';

export interface ChangedVerdictsProps {
  readonly on: boolean;
  /** Another thing whenever checks may have changed. */
  readonly since: unknown;
  readonly onSwitch: (on: boolean) => void;
  readonly onForget: () => void;
}

export function ChangedVerdicts({ on, since, onSwitch, onForget }: ChangedVerdictsProps) {
  const changes = useAnswer(panel.changes, since) ?? [];
  const { title, label, description, none, some, forget } = WORDS.changed;
  return (
    <Section title={title}>
      <ul class="rows">
        <li class="row">
          <Switch label={label} description={description} checked={on} onChange={onSwitch} />
        </li>
      </ul>
      <p class="hint">{changes.length === 0 ? none : some(counted(changes.length, 'check', 'checks'))}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onForget}>
          {forget}
        </button>
      </div>
    </Section>
  );
}
