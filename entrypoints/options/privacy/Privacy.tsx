/** What is kept and where, how much room it takes, and every request that was made. */
import { sayBytes } from '../../../components/dates';
import { say } from '../../../lib/words';
import { Section, Setting } from '../Section';
import { useAnswer } from '../useAnswer';
import { Requests } from './Requests';

export interface PrivacyProps {
  /** Another thing whenever something stored may have changed. */
  readonly since: unknown;
  readonly onErase: () => void;
}

const KEPT = ['pages', 'settings', 'opened', 'library', 'elsewhere'] as const;

export function Privacy({ since, onErase }: PrivacyProps) {
  const room = useAnswer(() => navigator.storage.estimate(), since)?.usage;
  return (
    <Section title={say('options_privacy')} lead={say('options_privacy_lead')}>
      <Setting title={say('options_kept')}>
        <dl class="rows kept">
          {KEPT.map((what) => (
            <div key={what} class="row">
              <dt>{say(`options_kept_${what}`)}</dt>
              <dd>{say(`options_kept_${what}_what`)}</dd>
            </div>
          ))}
        </dl>
        {room !== undefined && <p class="hint">{say('options_room', sayBytes(room))}</p>}
      </Setting>
      <Requests since={since} onErase={onErase} />
    </Section>
  );
}
