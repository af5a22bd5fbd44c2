/** One check in full beside the page, with the way back. Focus goes to its question once it is there. */
import { ArrowLeft } from 'lucide';
import { useRef } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { say } from '../../lib/words';
import { Document } from '../check/Document';
import { useArrival } from '../check/useArrival';
import { useCheck } from '../check/useCheck';

export interface CheckBesideProps {
  readonly id: string;
  /** In a private window nothing is remembered of it. */
  readonly isPrivate: boolean;
  readonly onOpen: (check: string) => void;
  readonly onBack: () => void;
}

export function CheckBeside({ id, isPrivate, onOpen, onBack }: CheckBesideProps) {
  const ready = useCheck(id, !isPrivate);
  const root = useRef<HTMLElement>(null);
  useArrival(root, ready);
  return (
    <>
      <header class="panel-bar">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon node={ArrowLeft} size={17} />
          {say('popup_back')}
        </button>
      </header>
      <main ref={root} aria-busy={!ready}>
        {!ready && <p class="panel-loading">{say('popup_loading_check')}</p>}
        {ready && !ready.view && (
          <EmptyState
            scene="lost"
            heading="h1"
            title={say('popup_no_check_title')}
            text={say('popup_no_check_text')}
          />
        )}
        {ready?.view && <Document view={ready.view} onOpen={onOpen} />}
      </main>
    </>
  );
}
