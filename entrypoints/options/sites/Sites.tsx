/** Which sites are read: pause, every site but some or only some, and the lists. */
import { RadioCards } from '../../../components/RadioCards';
import type { Settings } from '../../../lib/store/settings';
import { say } from '../../../lib/words';
import { Locked } from '../Locked';
import { Section, Setting } from '../Section';
import { Pause } from './Pause';
import { SiteList } from './SiteList';
import { SitesDrawing } from './SitesDrawing';

export interface SitesProps {
  readonly settings: Settings;
  readonly locked: readonly (keyof Settings)[];
  readonly onChange: (change: Partial<Settings>) => void;
}

const MODES = ['all', 'only'] as const;

export function Sites({ settings, locked, onChange }: SitesProps) {
  const { siteMode, sitesOff, sitesOnly } = settings;
  return (
    <Section title={say('options_sites')} lead={say('options_sites_lead')}>
      <Setting title={say('options_pause')}>
        <Pause settings={settings} onChange={(pausedUntil) => onChange({ pausedUntil })} />
      </Setting>
      <Setting title={say('options_sites_mode')}>
        {locked.includes('siteMode') && <Locked />}
        <RadioCards
          legend={say('options_sites_mode')}
          value={siteMode}
          locked={locked.includes('siteMode')}
          onChange={(chosen) => onChange({ siteMode: chosen })}
          options={MODES.map((value) => ({
            value,
            label: say(`options_sites_mode_${value}`),
            description: say(`options_sites_mode_${value}_what`),
            drawing: <SitesDrawing mode={value} />,
          }))}
        />
      </Setting>
      {siteMode === 'only' && (
        <SiteList
          words="only"
          list={sitesOnly}
          locked={locked.includes('sitesOnly')}
          onChange={(list) => onChange({ sitesOnly: list })}
        />
      )}
      {(siteMode === 'all' || sitesOff.length > 0) && (
        <SiteList
          words="off"
          list={sitesOff}
          locked={locked.includes('sitesOff')}
          onChange={(list) => onChange({ sitesOff: list })}
        />
      )}
    </Section>
  );
}
