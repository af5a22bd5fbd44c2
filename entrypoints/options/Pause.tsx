/** Pause everywhere, for a time or until turned on again. */
import { FOREVER, isPaused, type Settings } from '../../lib/store/settings';
import { Section } from './Section';
import { WORDS } from './words';

const HOUR = 3_600_000;

export interface PauseProps {
  readonly settings: Settings;
  readonly onChange: (pausedUntil: number) => void;
}

export function Pause({ settings, onChange }: PauseProps) {
  const paused = isPaused(settings, Date.now());
  return (
    <Section title={WORDS.pause.title}>
      <p>{paused ? pausedText(settings.pausedUntil) : WORDS.pause.running}</p>
      <div class="actions">
        {paused ? (
          <button type="button" class="button primary" onClick={() => onChange(0)}>
            {WORDS.pause.resume}
          </button>
        ) : (
          <>
            <button type="button" class="button" onClick={() => onChange(Date.now() + HOUR)}>
              {WORDS.pause.hour}
            </button>
            <button type="button" class="button" onClick={() => onChange(FOREVER)}>
              {WORDS.pause.untilOn}
            </button>
          </>
        )}
      </div>
    </Section>
  );
}

function pausedText(until: number): string {
  if (until >= FOREVER) return WORDS.pause.forever;
  return WORDS.pause.until(new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(until));
}
