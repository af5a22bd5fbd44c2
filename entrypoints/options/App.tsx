/** The settings page: topics, loudness, sites, pause, dismissed claims, and what this is. */
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
import { Pause } from './Pause';
import { Section } from './Section';
import { Sites } from './Sites';
import { Sources } from './Sources';
import { type LibraryView, type SettingsState, useSettings } from './useSettings';
import { WORDS } from './words';

export function App() {
  const { loaded, notice, change, ...act } = useSettings();
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
            <Sources
              sources={loaded.library.sources}
              off={loaded.settings.topicsOff}
              onSwitch={act.switchTopic}
              onRemove={act.removeSource}
              onChange={act.reload}
            />
            <Loudness {...loaded} change={change} />
            <Sites sitesOff={loaded.settings.sitesOff} onSwitch={act.switchSite} />
            <Pause settings={loaded.settings} onChange={(pausedUntil) => change({ pausedUntil })} />
            <Dismissed count={loaded.settings.dismissed.length} onForget={act.forgetDismissed} />
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
  readonly change: SettingsState['change'];
}

function Topics({
  settings,
  library,
  onSwitch,
}: Omit<PartProps, 'change'> & { onSwitch: SettingsState['switchTopic'] }) {
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
    library.sources.reduce((n, s) => n + s.reviews, 0),
    'review',
    'reviews',
  );
  return (
    <Section title={WORDS.about.title}>
      <dl class="facts">
        <dt>{WORDS.about.version}</dt>
        <dd>{browser.runtime.getManifest().version}</dd>
        <dt>{WORDS.about.library}</dt>
        <dd>{WORDS.about.libraryValue(checks, reviews)}</dd>
        <dt>{WORDS.about.privacyTitle}</dt>
        <dd>{WORDS.about.privacy}</dd>
      </dl>
    </Section>
  );
}
