/** Pause everywhere, for a time or until turned on again. */
import { FOREVER, isPaused, type Settings } from '../../../lib/store/settings';
import { locale, say } from '../../../lib/words';

const HOUR = 3_600_000;

export interface PauseProps {
  readonly settings: Settings;
  readonly onChange: (pausedUntil: number) => void;
}

export function Pause({ settings, onChange }: PauseProps) {
  const paused = isPaused(settings, Date.now());
  return (
    <>
      <p>{paused ? pausedText(settings.pausedUntil) : say('options_pause_running')}</p>
      <div class="actions">
        {paused ? (
          <button type="button" class="button primary" onClick={() => onChange(0)}>
            {say('options_pause_resume')}
          </button>
        ) : (
          <>
            <button type="button" class="button" onClick={() => onChange(Date.now() + HOUR)}>
              {say('options_pause_hour')}
            </button>
            <button type="button" class="button" onClick={() => onChange(FOREVER)}>
              {say('options_pause_until_on')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function pausedText(until: number): string {
  if (until >= FOREVER) return say('options_pause_forever');
  return say('options_pause_until', new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(until));
}
