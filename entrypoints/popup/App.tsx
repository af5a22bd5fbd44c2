/** The popup: what is on this page, finding a check, what was read lately; and one check in full. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ChangedList } from '../../components/ChangedList';
import { Find } from '../../components/Find';
import { panelId, Tabs, tabId } from '../../components/Tabs';
import { browser } from '../../lib/browser';
import { askToReadAll } from '../../lib/browser/access';
import { panel, tab as tabAt } from '../../lib/messages/client';
import { FOREVER } from '../../lib/store/settings';
import { say, sayCount } from '../../lib/words';
import { useFind } from '../find/useFind';
import { takeForTab } from '../sidepanel/lookup';
import { CheckView } from './CheckView';
import { Header, type HeaderProps } from './Header';
import { useEscape, useReturn, useSlash } from './keys';
import { Coverage, PageView } from './PageView';
import { Recent, useRecent } from './Recent';
import { useRoute } from './route';
import { type TabAnswer, useActiveTab } from './useActiveTab';
import { useChanges } from './useChanges';
import { useSettings } from './useSettings';

type Place = 'page' | 'find' | 'recent';

/** `popup.html?find` is opened to look for something. */
const isToFind = new URLSearchParams(location.search).has('find');

export function App() {
  const tab = useActiveTab();
  const route = useRoute();
  const { settings, change: changeSettings, refresh: refreshSettings } = useSettings();
  const changes = useChanges(settings?.tellChanges);
  const find = useFind();
  const [place, setPlace] = useState<Place>(isToFind ? 'find' : 'page');
  const recent = useRecent(place === 'recent');
  const [notice, setNotice] = useState('');
  const field = useRef<HTMLInputElement>(null);
  /** Focuses the field once it is there. */
  const search = () => requestAnimationFrame(() => field.current?.focus());
  const go = (next: Place, pointed: boolean) => {
    setPlace(next);
    if (next !== 'find') return;
    find.prepare();
    if (pointed) search();
  };
  useEffect(() => {
    if (!isToFind) return;
    search();
    void takeForTab().then(
      (text) => text && find.onText(text),
      () => {},
    );
  }, []);
  useEscape(route.check ? route.back : undefined);
  useSlash(route.check ? undefined : () => go('find', true));
  useReturn(route.check);
  const openTab = (path: string) =>
    void browser.tabs.create({ url: browser.runtime.getURL(path as never) }).then(() => window.close());

  if (route.check)
    return (
      <CheckView
        id={route.check}
        onOpen={route.open}
        onBack={route.back}
        onOwnPage={(id) => openTab(`check.html#${id}`)}
      />
    );

  /** Makes a change, then looks at the page anew; says so if it failed. */
  const change = async (work: Promise<unknown>) => {
    setNotice('');
    await work.catch(() => setNotice(say('popup_failed')));
    tab.refresh();
    refreshSettings();
  };
  const pause = (time: number | undefined) =>
    change(changeSettings({ pausedUntil: time === undefined ? FOREVER : Date.now() + time }));
  const reveal = async (key: string) => {
    const view = tab.answer?.view;
    const match = view?.kind === 'read' ? view.report.matches.find((m) => m.key === key) : undefined;
    const there =
      match &&
      (await tabAt(tab.answer?.tabId ?? -1, match.frame)
        .reveal({ key: match.mark })
        .catch(() => false));
    if (there) window.close();
    else setNotice(say('popup_sentence_gone'));
  };
  // First of all in the click: browsers ask only then.
  const allow = () =>
    void askToReadAll().then((allowed) => {
      setNotice(allowed ? '' : say('popup_access_denied'));
      tab.refresh();
    });
  const switchSite = (host: string, on: boolean) =>
    change(panel.switchSite({ tabId: tab.answer?.tabId ?? -1, host, on }));
  const openSettings = () => void browser.runtime.openOptionsPage().then(() => window.close());
  const site = siteOf(tab.answer);
  return (
    <>
      <Header
        site={site}
        canPause={!isPaused(tab.answer)}
        loudness={settings?.loudness}
        onSite={(on) => site && site !== 'none' && switchSite(site.host, on)}
        onPause={pause}
        onLoudness={(loudness) => change(changeSettings({ loudness }))}
        onSettings={openSettings}
      />
      <Tabs
        name={say('popup_places')}
        value={place}
        onChange={go}
        places={[
          { value: 'page', label: say('popup_place_page') },
          { value: 'find', label: say('popup_place_find') },
          { value: 'recent', label: say('popup_place_recent') },
        ]}
      />
      <main>
        <div class="visually-hidden" role="status">
          {announcement(tab.answer)}
        </div>
        {place !== 'find' && (
          <ChangedList
            changes={changes.untold}
            onOpen={(check) => {
              changes.done();
              route.open(check);
            }}
            onDone={changes.done}
          />
        )}
        <div class="place" role="tabpanel" id={panelId(place)} aria-labelledby={tabId(place)}>
          {place === 'page' && (
            <PageView
              tab={tab}
              pausedUntil={settings?.pausedUntil ?? 0}
              onOpen={route.open}
              onReveal={reveal}
              onSiteOn={(host) => switchSite(host, true)}
              onResume={() => change(changeSettings({ pausedUntil: 0 }))}
              onSettings={openSettings}
              onAllow={allow}
            />
          )}
          {place === 'find' && <Find {...find} field={field} onOpen={route.open} />}
          {place === 'recent' && (
            <Recent
              checks={recent}
              remembered={settings?.tellChanges}
              onOpen={route.open}
              onSettings={openSettings}
            />
          )}
        </div>
      </main>
      <footer class="foot">
        <p class="notice" role="alert">
          {notice}
        </p>
        {place === 'page' && <Coverage answer={tab.answer} />}
      </footer>
    </>
  );
}

function siteOf(answer: TabAnswer | undefined): HeaderProps['site'] {
  if (!answer || (answer.view.kind === 'waiting' && !answer.view.host)) return undefined;
  if (answer.view.kind === 'unreadable' || !answer.view.host) return 'none';
  if (answer.view.kind === 'off' && answer.view.why === 'access') return 'none';
  return { host: answer.view.host, on: !(answer.view.kind === 'off' && answer.view.why === 'site') };
}

const isPaused = (answer: TabAnswer | undefined): boolean =>
  answer?.view.kind === 'off' && answer.view.why === 'paused';

function announcement(answer: TabAnswer | undefined): string {
  if (answer?.view.kind !== 'read') return '';
  const checks = new Set(answer.view.report.matches.map((m) => m.check)).size;
  return checks === 0 ? say('popup_nothing_title') : sayCount('popup_found', checks);
}
