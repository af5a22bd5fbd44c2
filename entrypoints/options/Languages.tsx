/** Languages of the checks in the library, each on or off, with how many it has. */
import { sayLanguage } from '../../components/dates';
import { Switch } from '../../components/Switch';
import type { Settings } from '../../lib/store/settings';
import { say, sayCount } from '../../lib/words';
import { Locked } from './Locked';
import { Section } from './Section';
import type { LibraryView, Loaded } from './useSettings';

export interface LanguagesProps extends Loaded {
  readonly onChange: (change: Partial<Settings>) => void;
}

export function Languages({ settings, library, locked, onChange }: LanguagesProps) {
  const fixed = locked.includes('languagesOff');
  const off = settings.languagesOff;
  const counts = languagesIn(library);
  // What was switched off stays on the list when its source has gone.
  for (const tag of off) if (!counts.has(tag)) counts.set(tag, 0);
  const rows = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return (
    <Section title={say('options_languages')} lead={say('options_languages_lead')}>
      {fixed && <Locked />}
      <ul class="rows">
        {rows.map(([tag, checks]) => (
          <li key={tag} class="row" data-setting>
            <Switch
              label={tag === 'und' ? say('options_languages_unknown') : <bdi>{sayLanguage(tag)}</bdi>}
              description={
                checks === 0 ? say('options_languages_gone') : sayCount('options_languages_count', checks)
              }
              checked={!off.includes(tag)}
              locked={fixed}
              onChange={(on) =>
                onChange({ languagesOff: on ? off.filter((other) => other !== tag) : [...off, tag] })
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Checks and reviews by base language. */
function languagesIn({ starter, sources }: LibraryView): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { languages } of [starter, ...sources.map(({ current }) => current)])
    for (const [tag, n] of Object.entries(languages)) {
      const base = tag.split('-')[0] ?? tag;
      counts.set(base, (counts.get(base) ?? 0) + n);
    }
  return counts;
}
