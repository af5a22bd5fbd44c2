/** One check in full, with the way back. Focus goes to its question once it is there. */
import { ArrowLeft } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CheckDocument } from '../../components/CheckDocument';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { panel } from '../../lib/messages/client';
import { WORDS } from './words';

type Answer = Awaited<ReturnType<typeof panel.check>>;

export interface CheckViewProps {
  readonly id: string;
  readonly onOpen: (check: string) => void;
  readonly onBack: () => void;
}

export function CheckView({ id, onOpen, onBack }: CheckViewProps) {
  const [shown, setShown] = useState<{ id: string; view: Answer }>();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    let wanted = true;
    void panel
      .check({ id })
      .catch(() => undefined)
      .then((view) => wanted && setShown({ id, view }));
    return () => {
      wanted = false;
    };
  }, [id]);
  const ready = shown?.id === id ? shown : undefined;
  useEffect(() => {
    if (!ready) return;
    scrollTo(0, 0);
    root.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [ready]);
  return (
    <>
      <header class="bar bar-check">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon node={ArrowLeft} size={17} />
          {WORDS.back}
        </button>
        <Logo size={20} />
      </header>
      <main ref={root} aria-busy={!ready}>
        {!ready && <p class="loading">{WORDS.loadingCheck}</p>}
        {ready && !ready.view && <EmptyState scene="lost" heading="h1" {...WORDS.noCheck} />}
        {ready?.view && (
          <CheckDocument
            key={id}
            check={ready.view.check}
            publisher={ready.view.publisher}
            topicTitle={ready.view.topicTitle}
            onOpen={onOpen}
          />
        )}
      </main>
    </>
  );
}
