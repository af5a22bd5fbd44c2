/** The settings page: topics, library, loudness, sites, pause, dismissed and changed claims, requests, and what this is. */
import { Check } from 'lucide';
import { counted } from '../../components/dates';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { LoudnessDrawing } from '../../components/LoudnessDrawing';
import { RadioCards } from '../../components/RadioCards';
import { StrictnessDrawing } from '../../components/StrictnessDrawing';
import { Switch } from '../../components/Switch';
import { browser } from '../../lib/browser';
import { LOUDNESS, type Settings, STRICTNESS } from '../../lib/store/settings';
import { ChangedVerdicts } from './ChangedVerdicts';
import { Library } from './library/Library';
import { Pause } from './Pause';
import { Requests } from './Requests';
import { Section } from './Section';
import { Sites } from './Sites';
import { type LibraryView, type SettingsState, useSettings } from './useSettings';
import { WORDS } from './words';

export function App() {
  const { loaded, notice, act } = useSettings();
  return (
    <>
      <header class="head">
        <Logo size={40} />
        <div>
          <h1>{WORDS.title}</h1>
          <p>{WORDS.lead}</p>
        </div>
      </header>
      <main>
        {loaded === 'waiting' && <p class="none">{WORDS.loading}</p>}
        {loaded === 'lost' && <EmptyState scene="lost" {...WORDS.lost} />}
        {typeof loaded === 'object' && (
          <>
            <Topics {...loaded} onSwitch={act.switchTopic} />
            <Library {...loaded} act={act} />
            <Loudness {...loaded} change={act.change} />
            <Sites sitesOff={loaded.settings.sitesOff} onSwitch={act.switchSite} />
            <Pause settings={loaded.settings} onChange={(pausedUntil) => act.change({ pausedUntil })} />
            <Dismissed count={loaded.settings.dismissed.length} onForget={act.forgetDismissed} />
            <ChangedVerdicts
              on={loaded.settings.tellChanges}
              since={loaded.library}
              onSwitch={(tellChanges) => act.change({ tellChanges })}
              onForget={act.forgetOpened}
            />
            <Requests since={loaded.library} onErase={act.eraseReceipt} />
            <About library={loaded.library} />
          </>
        )}
      </main>
      <p class="saved" role="status" data-bad={notice.bad}>
        {notice.text && (
          <span>
            {!notice.bad && <Icon node={Check} size={16} />}
            {notice.text}
          </span>
        )}
      </p>
    </>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly library: LibraryView;
  readonly change: SettingsState['act']['change'];
}

function Topics({
  settings,
  library,
  onSwitch,
}: Omit<PartProps, 'change'> & { onSwitch: SettingsState['act']['switchTopic'] }) {
  const off = settings.topicsOff;
  return (
    <Section title={WORDS.topics.title} lead={WORDS.topics.lead}>
      <ul class="rows">
        {library.topics.map(({ id, title, description, checks }) => (
          <li key={id} class="row">
            <Switch
              label={title}
              description={`${description} ${counted(checks, 'check', 'checks')}.`}
              checked={!off.includes(id)}
              onChange={(on) => onSwitch(id, on)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Loudness({ settings, change }: PartProps) {
  return (
    <Section title={WORDS.loudness.title} lead={WORDS.loudness.lead}>
      <RadioCards
        legend={WORDS.loudness.legend}
        value={settings.loudness}
        onChange={(loudness) => change({ loudness })}
        options={LOUDNESS.map((value) => ({
          value,
          ...WORDS.loudness.options[value],
          drawing: <LoudnessDrawing loudness={value} />,
        }))}
      />
      <p class="then">{WORDS.strictness.lead}</p>
      <RadioCards
        legend={WORDS.strictness.legend}
        value={settings.strictness}
        onChange={(strictness) => change({ strictness })}
        options={STRICTNESS.map((value) => ({
          value,
          ...WORDS.strictness.options[value],
          drawing: <StrictnessDrawing strictness={value} />,
        }))}
      />
    </Section>
  );
}

function Dismissed({ count, onForget }: { count: number; onForget: () => void }) {
  return (
    <Section title={WORDS.dismissed.title}>
      <p>
        {count === 0 ? WORDS.dismissed.none : WORDS.dismissed.some(counted(count, 'sentence', 'sentences'))}
      </p>
      {count > 0 && (
        <div class="actions">
          <button type="button" class="button" onClick={onForget}>
            {WORDS.dismissed.bringBack}
          </button>
        </div>
      )}
    </Section>
  );
}

function About({ library }: { library: LibraryView }) {
  const checks = counted(library.checks, 'check', 'checks');
  const reviews = counted(
    library.sources.reduce((n, s) => n + s.current.reviews, 0),
    'review',
    'reviews',
  );
  const facts = [
    [WORDS.about.version, browser.runtime.getManifest().version],
    [WORDS.about.library, WORDS.about.libraryValue(checks, reviews)],
    [WORDS.about.privacyTitle, WORDS.about.privacy],
  ] as const;
  return (
    <Section title={WORDS.about.title}>
      <dl class="facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
