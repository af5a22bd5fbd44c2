/** The popup: what is on this page, and one check in full. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ChangedList } from '../../components/ChangedList';
import { browser } from '../../lib/browser';
import { panel, tab as tabAt } from '../../lib/messages/client';
import { FOREVER } from '../../lib/store/settings';
import { CheckView } from './CheckView';
import { Header } from './Header';
import { Coverage, PageView } from './PageView';
import { useRoute } from './route';
import { type TabAnswer, useActiveTab } from './useActiveTab';
import { useChanges } from './useChanges';
import { WORDS } from './words';

export function App() {
  const tab = useActiveTab();
  const route = useRoute();
  const changes = useChanges();
  const [notice, setNotice] = useState('');
  const pausedUntil = usePausedUntil(tab.answer);
  useEscape(route.check ? route.back : undefined);
  useReturn(route.check);

  if (route.check) return <CheckView id={route.check} onOpen={route.open} onBack={route.back} />;

  /** Makes a change, then looks at the page anew; says so if it failed. */
  const change = async (work: Promise<unknown>) => {
    setNotice('');
    await work.catch(() => setNotice(WORDS.failed));
    tab.refresh();
  };
  const pause = (time: number | undefined) =>
    change(panel.changeSettings({ pausedUntil: time === undefined ? FOREVER : Date.now() + time }));
  const reveal = async (key: string) => {
    const view = tab.answer?.view;
    const match = view?.kind === 'read' ? view.report.matches.find((m) => m.key === key) : undefined;
    const there =
      match &&
      (await tabAt(tab.answer?.tabId ?? -1, match.frame)
        .reveal({ key: match.mark })
        .catch(() => false));
    if (there) window.close();
    else setNotice(WORDS.sentenceGone);
  };
  const settings = () => void browser.runtime.openOptionsPage().then(() => window.close());
  const site = siteOf(tab.answer);
  return (
    <>
      <Header
        site={site}
        canPause={!isPaused(tab.answer)}
        onSite={(on) => site && change(panel.switchSite({ host: site.host, on }))}
        onPause={pause}
        onSettings={settings}
      />
      <main>
        <div class="visually-hidden" role="status">
          {announcement(tab.answer)}
        </div>
        <ChangedList
          changes={changes.untold}
          onOpen={(check) => {
            changes.done();
            route.open(check);
          }}
          onDone={changes.done}
        />
        <PageView
          tab={tab}
          pausedUntil={pausedUntil}
          onOpen={route.open}
          onReveal={reveal}
          onSiteOn={(host) => change(panel.switchSite({ host, on: true }))}
          onResume={() => change(panel.changeSettings({ pausedUntil: 0 }))}
          onSettings={settings}
        />
      </main>
      <footer class="foot">
        <p class="notice" role="alert">
          {notice}
        </p>
        <Coverage answer={tab.answer} />
      </footer>
    </>
  );
}

function siteOf(answer: TabAnswer | undefined): { host: string; on: boolean } | undefined {
  if (!answer || answer.view.kind === 'unreadable' || !answer.view.host) return undefined;
  if (answer.view.kind !== 'off') return { host: answer.view.host, on: true };
  return answer.view.why === 'site' ? { host: answer.view.host, on: false } : undefined;
}

const isPaused = (answer: TabAnswer | undefined): boolean =>
  answer?.view.kind === 'off' && answer.view.why === 'paused';

function announcement(answer: TabAnswer | undefined): string {
  if (answer?.view.kind !== 'read') return '';
  const checks = new Set(answer.view.report.matches.map((m) => m.check)).size;
  return checks === 0 ? WORDS.nothing.title : WORDS.found(checks);
}

/** When the pause ends, asked for once the page turns out to be paused. */
function usePausedUntil(answer: TabAnswer | undefined): number {
  const [until, setUntil] = useState(0);
  const paused = isPaused(answer);
  useEffect(() => {
    if (!paused) return setUntil(0);
    void panel.settings().then(
      (settings) => setUntil(settings.pausedUntil),
      () => setUntil(0),
    );
  }, [paused]);
  return until;
}

/** Escape goes back, and only closes the popup where there is nothing to go back to. */
function useEscape(back: (() => void) | undefined): void {
  useEffect(() => {
    if (!back) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      back();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

/** Back in the list, focus returns to the check that was opened from it. */
function useReturn(check: string | undefined): void {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (check) {
      last.current ??= check;
      return;
    }
    if (last.current) document.querySelector<HTMLElement>(`[data-check="${last.current}"]`)?.focus();
    last.current = undefined;
  }, [check]);
}
