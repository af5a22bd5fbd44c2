/** Name, pause and settings; below them whether Factmark is on at this site. */
import { Pause, Settings } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { Switch } from '../../components/Switch';
import { WORDS } from './words';

const HOUR = 3_600_000;

export interface HeaderProps {
  /** The site the switch is about; absent where there is none. */
  readonly site: { readonly host: string; readonly on: boolean } | undefined;
  readonly canPause: boolean;
  readonly onSite: (on: boolean) => void;
  /** Pause for so many milliseconds; `undefined` is until turned on again. */
  readonly onPause: (time: number | undefined) => void;
  readonly onSettings: () => void;
}

export function Header({ site, canPause, onSite, onPause, onSettings }: HeaderProps) {
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
            aria-label={WORDS.pause}
            title={WORDS.pause}
            onClick={() => setPausing(!pausing)}
          >
            <Icon node={Pause} size={17} />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={WORDS.settings}
          title={WORDS.settings}
          onClick={onSettings}
        >
          <Icon node={Settings} size={17} />
        </button>
      </div>
      <div id="pause-choices" class="pause" hidden={!(pausing && canPause)}>
        <button type="button" class="button" onClick={() => pause(HOUR)}>
          {WORDS.pauseHour}
        </button>
        <button type="button" class="button" onClick={() => pause()}>
          {WORDS.pauseForever}
        </button>
      </div>
      {site && (
        <Switch
          label={<bdi>{site.on ? WORDS.siteOn(site.host) : WORDS.siteOff(site.host)}</bdi>}
          checked={site.on}
          onChange={onSite}
        />
      )}
    </header>
  );
}
