/** One check as a page: named by the address after `#`, printable, with every follow-up that has an answer. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Logo } from '../../components/Logo';
import { browser } from '../../lib/browser';
import type { CheckView } from '../../lib/messages/calls';
import { say } from '../../lib/words';
import { Document } from './Document';
import { Missing } from './Missing';
import { useArrival } from './useArrival';
import { useCheck } from './useCheck';

/** Opened from a private window: `check.html?private#<id>`. */
const isPrivate = () => new URLSearchParams(location.search).has('private');

/** Somebody may have typed it, so it need not be well written. */
function idInAddress(): string {
  const written = location.hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function titleOf(view: CheckView | undefined): string {
  if (view === undefined) return say('check_title_waiting');
  return say(
    'check_title',
    view.kind === 'check' ? view.check.question : say('check_quoted', view.review.claim),
  );
}

export function App() {
  const [id, setId] = useState(idInAddress);
  const ready = useCheck(id, !isPrivate());
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const follow = () => setId(idInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    document.title = titleOf(ready?.view);
  }, [ready]);
  useArrival(main, ready);
  const elsewhere = useElsewhere();
  return (
    <>
      <header class="sheet-head">
        <Logo size={22} />
        <span>Factmark</span>
      </header>
      <main ref={main} aria-busy={!ready}>
        {elsewhere && <p class="private-note">{say('check_private_note')}</p>}
        {!ready && <p class="loading">{say('check_loading')}</p>}
        {ready && !ready.view && <Missing failed={ready.failed} />}
        {ready?.view && (
          <Document
            view={ready.view}
            onOpen={(next) => {
              location.hash = encodeURIComponent(next);
            }}
          />
        )}
      </main>
    </>
  );
}

/** Was it opened from a private window, and the browser shows our pages in ordinary ones only? */
function useElsewhere(): boolean {
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    if (isPrivate()) void browser.tabs.getCurrent().then((tab) => setElsewhere(tab?.incognito === false));
  }, []);
  return elsewhere;
}
