/** Name, pause and settings; below them whether Factmark is on at this site, and how loud it is on pages. */
import { Pause, Settings } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { Segmented } from '../../components/Segmented';
import { Switch } from '../../components/Switch';
import type { Loudness } from '../../lib/store/settings';
import { say } from '../../lib/words';

const HOUR = 3_600_000;

export interface HeaderProps {
  /** The site the switch is about; `none` where there is none, undefined while that is not known. */
  readonly site: { readonly host: string; readonly on: boolean } | 'none' | undefined;
  readonly canPause: boolean;
  /** Undefined while it is not known. */
  readonly loudness: Loudness | undefined;
  readonly onSite: (on: boolean) => void;
  /** Pause for so many milliseconds; `undefined` is until turned on again. */
  readonly onPause: (time: number | undefined) => void;
  readonly onLoudness: (loudness: Loudness) => void;
  readonly onSettings: () => void;
}

export function Header(props: HeaderProps) {
  const { site, canPause, loudness, onSite, onPause, onLoudness, onSettings } = props;
  const [pausing, setPausing] = useState(false);
  const pause = (time?: number) => {
    setPausing(false);
    onPause(time);
  };
  return (
    <header class="bar">
      <div class="bar-top">
        <Logo size={24} />
        <h1>Factmark</h1>
        {canPause && (
          <button
            type="button"
            class="icon-button"
            aria-expanded={pausing}
            aria-controls="pause-choices"
            aria-label={say('popup_pause')}
            title={say('popup_pause')}
            onClick={() => setPausing(!pausing)}
          >
            <Icon node={Pause} size={17} />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={say('popup_settings')}
          title={say('popup_settings')}
          onClick={onSettings}
        >
          <Icon node={Settings} size={17} />
        </button>
      </div>
      <div id="pause-choices" class="pause" hidden={!(pausing && canPause)}>
        <button type="button" class="button" onClick={() => pause(HOUR)}>
          {say('popup_pause_hour')}
        </button>
        <button type="button" class="button" onClick={() => pause()}>
          {say('popup_pause_forever')}
        </button>
      </div>
      <div class="bar-site">
        {site === 'none' && <p class="bar-no-site">{say('popup_no_site')}</p>}
        {site && site !== 'none' && (
          <Switch
            label={<bdi>{site.on ? say('popup_site_on', site.host) : say('popup_site_off', site.host)}</bdi>}
            checked={site.on}
            onChange={onSite}
          />
        )}
      </div>
      <div class="bar-loudness">
        <span aria-hidden="true">{say('popup_loudness')}</span>
        <Segmented
          legend={say('popup_loudness')}
          value={loudness}
          onChange={onLoudness}
          options={[
            {
              value: 'badge',
              label: say('popup_loudness_badge'),
              title: say('popup_loudness_badge_title'),
            },
            {
              value: 'underline',
              label: say('popup_loudness_underline'),
              title: say('popup_loudness_underline_title'),
            },
            { value: 'list', label: say('popup_loudness_list'), title: say('popup_loudness_list_title') },
          ]}
        />
      </div>
    </header>
  );
}
