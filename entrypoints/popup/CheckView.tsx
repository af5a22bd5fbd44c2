/** One check in full, with the way back. Focus goes to its question once it is there. */
import { ArrowLeft, SquareArrowOutUpRight } from 'lucide';
import { useRef } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { say } from '../../lib/words';
import { Document } from '../check/Document';
import { useArrival } from '../check/useArrival';
import { useCheck } from '../check/useCheck';

export interface CheckViewProps {
  readonly id: string;
  readonly onOpen: (check: string) => void;
  readonly onBack: () => void;
  /** Opens it as a page. */
  readonly onOwnPage: (check: string) => void;
}

export function CheckView({ id, onOpen, onBack, onOwnPage }: CheckViewProps) {
  const ready = useCheck(id);
  const root = useRef<HTMLElement>(null);
  useArrival(root, ready);
  return (
    <>
      <header class="bar-check">
        <button type="button" class="button quiet" onClick={onBack}>
          <Icon node={ArrowLeft} size={17} />
          {say('popup_back')}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={say('popup_own_page')}
          title={say('popup_own_page')}
          onClick={() => onOwnPage(id)}
        >
          <Icon node={SquareArrowOutUpRight} size={16} />
        </button>
      </header>
      <main ref={root} aria-busy={!ready}>
        {!ready && <p class="loading">{say('popup_loading_check')}</p>}
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
