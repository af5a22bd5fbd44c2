/** One check as a page: named by the address after `#`, printable, with every follow-up that has an answer. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Logo } from '../../components/Logo';
import type { CheckView } from '../../lib/messages/calls';
import { Document } from './Document';
import { useArrival } from './useArrival';
import { useCheck } from './useCheck';

/** Opened from a private window: `check.html?private#<id>`. */
const isPrivate = () => new URLSearchParams(location.search).has('private');

const idInAddress = () => decodeURIComponent(location.hash.slice(1));

const titleOf = (view: CheckView | undefined) =>
  view === undefined ? 'Fact-check' : view.kind === 'check' ? view.check.question : `“${view.review.claim}”`;

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
    document.title = `${titleOf(ready?.view)} · Factmark`;
  }, [ready]);
  useArrival(main, ready);
  return (
    <div class="sheet">
      <header class="sheet-head">
        <Logo size={24} />
        <span>Factmark</span>
      </header>
      <main ref={main} aria-busy={!ready}>
        {!ready && <p class="loading">Opening the check…</p>}
        {ready && !ready.view && (
          <EmptyState
            scene="lost"
            title="This check is not in your library"
            text="It may have been renamed or removed by its publisher. The list of what was found on a page is in the toolbar popup."
          />
        )}
        {ready?.view && (
          <Document
            view={ready.view}
            onOpen={(next) => {
              location.hash = next;
            }}
          />
        )}
      </main>
    </div>
  );
}
