/** The settings page: a way around, a search, and the sections one below the other. */
import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { hasKeys } from '../../lib/browser/places';
import { say } from '../../lib/words';
import { About } from './about/About';
import { Backup } from './backup/Backup';
import { Languages } from './Languages';
import { Locked } from './Locked';
import { Library } from './library/Library';
import { Marks } from './marks/Marks';
import { Nav } from './Nav';
import { Privacy } from './privacy/Privacy';
import { Reading } from './reading/Reading';
import { Shortcuts } from './Shortcuts';
import { SearchField } from './search/SearchField';
import { useSearch } from './search/useSearch';
import type { SectionId } from './sections';
import { Sites } from './sites/Sites';
import { Topics } from './Topics';
import { type Loaded, type SettingsState, useSettings } from './useSettings';
import { useWhere } from './useWhere';

export function App() {
  const { loaded, notice, act } = useSettings();
  const [typed, setTyped] = useState('');
  const main = useRef<HTMLElement>(null);
  const found = useSearch(main, typed);
  const where = useWhere(typeof loaded === 'object');
  return (
    <div class="settings">
      <header class="side">
        <div class="head">
          <Logo size={36} />
          <h1>{say('options_title')}</h1>
        </div>
        {typeof loaded === 'object' && (
          <div class="around">
            <SearchField typed={typed} found={found} onType={setTyped} />
            <Nav where={where} found={found?.settings === 0 ? undefined : found?.sections} />
          </div>
        )}
      </header>
      <main ref={main} tabIndex={-1}>
        {loaded === 'waiting' && <p class="none">{say('options_loading')}</p>}
        {loaded === 'lost' && (
          <EmptyState scene="lost" title={say('options_lost_title')} text={say('options_lost_text')} />
        )}
        {found?.settings === 0 && (
          <EmptyState
            scene="nothing"
            title={say('options_search_none_title', typed.trim())}
            text={say('options_search_none_text')}
          />
        )}
        {typeof loaded === 'object' && (
          <>
            <p class="lead">{say('options_lead')}</p>
            {loaded.locked.length > 0 && <p class="organisation">{say('options_locked_some')}</p>}
            <Sections loaded={loaded} act={act} />
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
    </div>
  );
}

function Sections({ loaded, act }: { loaded: Loaded; act: SettingsState['act'] }) {
  const { settings, library, locked } = loaded;
  return (
    <>
      <Place id="topics">
        <Topics {...loaded} act={act} />
      </Place>
      <Place id="marks">
        <Marks settings={settings} locked={locked} onChange={act.change} />
      </Place>
      <Place id="sites">
        <Sites settings={settings} locked={locked} onChange={act.change} />
      </Place>
      <Place id="languages">
        <Languages {...loaded} onChange={act.change} />
      </Place>
      <Place id="library">
        {locked.includes('topicsOff') && <Locked />}
        <Library settings={settings} library={library} act={act} />
      </Place>
      <Place id="reading">
        <Reading {...loaded} act={act} />
      </Place>
      {hasKeys() && (
        <Place id="shortcuts">
          <Shortcuts />
        </Place>
      )}
      <Place id="privacy">
        <Privacy since={library} onErase={act.eraseReceipt} />
      </Place>
      <Place id="backup">
        <Backup onChange={act.reload} />
      </Place>
      <Place id="about">
        <About library={library} />
      </Place>
    </>
  );
}

/** Where a link to a section leads. */
const Place = ({ id, children }: { id: SectionId; children: ComponentChildren }) => (
  <div id={id} class="place">
    {children}
  </div>
);
