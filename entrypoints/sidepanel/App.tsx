/** The panel beside the page: the list that follows the reader, a search above it, and one check in full. */
import { Settings } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CoverageLine } from '../../components/CoverageLine';
import { Find } from '../../components/Find';
import { Icon } from '../../components/Icon';
import { browser } from '../../lib/browser';
import { askToReadAll } from '../../lib/browser/access';
import { panel, tab as tabAt } from '../../lib/messages/client';
import { say, sayCount } from '../../lib/words';
import { useFind } from '../find/useFind';
import { useEscape, useReturn, useSlash } from '../popup/keys';
import { useRoute } from '../popup/route';
import { announcer } from './announcer';
import { CheckBeside } from './CheckBeside';
import { takeLookups } from './lookup';
import { PageBeside } from './PageBeside';
import { type TabAnswer, useTab } from './useTab';

export function App() {
  const place = useWindow();
  const tab = useTab(place?.id);
  const announced = useAnnouncement(tab.answer);
  const route = useRoute();
  const find = useFind();
  const field = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState('');
  useLookups(place?.id, (said) => {
    // Whatever check is open, the search is wanted now.
    if (route.check) location.hash = '';
    find.onText(said);
  });
  useEscape(route.check ? route.back : undefined);
  useSlash(route.check ? undefined : () => field.current?.focus());
  useReturn(route.check);

  if (route.check)
    return (
      <CheckBeside
        id={route.check}
        isPrivate={place?.incognito ?? false}
        onOpen={route.open}
        onBack={route.back}
      />
    );

  /** Makes a change; the tab tells what came of it. Says so if it failed. */
  const change = async (work: Promise<unknown>) => {
    setNotice('');
    await work.catch(() => setNotice(say('popup_failed')));
  };
  const reveal = async (key: string) => {
    setNotice('');
    const view = tab.answer?.view;
    const match = view?.kind === 'read' ? view.report.matches.find((m) => m.key === key) : undefined;
    const there =
      match &&
      (await tabAt(tab.answer?.tabId ?? -1, match.frame)
        .reveal({ key: match.mark })
        .catch(() => false));
    if (!there) setNotice(say('popup_sentence_gone'));
  };
  // First of all in the click: browsers ask only then.
  const allow = () =>
    void askToReadAll().then((allowed) => {
      setNotice(allowed ? '' : say('popup_access_denied'));
    });
  const settings = () => void browser.runtime.openOptionsPage();
  return (
    <>
      <h1 class="visually-hidden">{'Factmark'}</h1>
      <Find {...find} bare field={field} onOpen={route.open} />
      <main>
        {find.state === 'idle' && (
          <>
            <div class="visually-hidden" role="status">
              {announced}
            </div>
            <PageBeside
              tab={tab}
              onOpen={route.open}
              onReveal={reveal}
              onSiteOn={(host) =>
                change(panel.switchSite({ tabId: tab.answer?.tabId ?? -1, host, on: true }))
              }
              onResume={() => change(panel.changeSettings({ pausedUntil: 0 }))}
              onSettings={settings}
              onAllow={allow}
            />
          </>
        )}
      </main>
      <footer class="panel-foot">
        <p class="panel-notice" role="alert">
          {notice}
        </p>
        <div class="panel-foot-line">
          <Coverage answer={tab.answer} />
          <button
            type="button"
            class="icon-button"
            aria-label={say('popup_settings')}
            title={say('popup_settings')}
            onClick={settings}
          >
            <Icon node={Settings} size={17} />
          </button>
        </div>
      </footer>
    </>
  );
}

function Coverage({ answer }: { answer: TabAnswer | undefined }) {
  if (answer?.view.kind !== 'read') return null;
  const { words, matches } = answer.view.report;
  return <CoverageLine words={words} matches={matches.length} />;
}

/** What the live region says. */
function useAnnouncement(answer: TabAnswer | undefined): string {
  const [text, setText] = useState('');
  const speaker = useRef(announcer(setText, () => document.hasFocus()));
  const view = answer?.view.kind === 'read' ? answer.view : undefined;
  const page = view && `${answer?.tabId} ${view.host}`;
  const found = view?.report.matches.length ?? 0;
  useEffect(() => {
    speaker.current.see(page, found === 0 ? say('popup_nothing_title') : sayCount('panel_found', found));
  }, [page, found]);
  useEffect(() => () => speaker.current.end(), []);
  return text;
}

/** The window that the panel stands in. */
function useWindow(): { readonly id: number; readonly incognito: boolean } | undefined {
  const [place, setPlace] = useState<{ id: number; incognito: boolean }>();
  useEffect(() => {
    void browser.windows?.getCurrent().then(({ id, incognito }) => {
      if (id !== undefined) setPlace({ id, incognito });
    });
  }, []);
  return place;
}

/** Hears of texts to look up that are meant for the panel of this window. */
function useLookups(windowId: number | undefined, onText: (text: string) => void): void {
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    if (windowId === undefined) return undefined;
    const life = new AbortController();
    takeLookups(windowId, (text) => latest.current(text), life.signal);
    return () => life.abort();
  }, [windowId]);
}
