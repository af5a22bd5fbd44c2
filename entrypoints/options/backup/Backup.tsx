/** Everything of the reader's own: saved as a file, taken over from one, and reset. */
import { useState } from 'preact/hooks';
import { panel } from '../../../lib/messages/client';
import { say } from '../../../lib/words';
import { saveAs } from '../file';
import { Section, Setting } from '../Section';
import { Importing } from './Importing';
import { Resetting } from './Resetting';

/** `onChange` is called when anything may have changed. */
export function Backup({ onChange }: { onChange: () => void }) {
  const [problem, setProblem] = useState('');
  const save = async () => {
    try {
      saveAs(await panel.backup(), 'factmark-settings.json');
      setProblem('');
    } catch {
      setProblem(say('options_lost_text'));
    }
  };
  return (
    <Section title={say('options_backup')} lead={say('options_backup_lead')}>
      <Setting title={say('options_export')} what={say('options_export_what')}>
        <div class="actions">
          <button type="button" class="button" onClick={() => void save()}>
            {say('options_export_go')}
          </button>
        </div>
        <p class="problem" role="alert">
          {problem}
        </p>
      </Setting>
      <Importing onChange={onChange} />
      <Resetting onChange={onChange} />
    </Section>
  );
}
