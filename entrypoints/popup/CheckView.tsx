/** One check in full, with the way back. Focus goes to its question once it is there. */
import { ArrowLeft } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { Logo } from '../../components/Logo';
import { Document } from '../check/Document';
import { useCheck } from '../check/useCheck';
import { WORDS } from './words';

export interface CheckViewProps {
  readonly id: string;
  readonly onOpen: (check: string) => void;
  readonly onBack: () => void;
}

export function CheckView({ id, onOpen, onBack }: CheckViewProps) {
  const ready = useCheck(id);
  const root = useRef<HTMLElement>(null);
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
        {ready?.view && <Document view={ready.view} onOpen={onOpen} />}
      </main>
    </>
  );
}
