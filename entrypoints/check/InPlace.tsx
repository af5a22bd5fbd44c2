/** One check in full inside another surface, or why it is not there. Focus goes to its question once it is there. */
import { useRef } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { say } from '../../lib/words';
import { Document } from './Document';
import { useArrival } from './useArrival';
import { useCheck } from './useCheck';

export interface InPlaceProps {
  readonly id: string;
  /** In a private window nothing is remembered of it. */
  readonly isPrivate?: boolean;
  readonly onOpen: (check: string) => void;
}

export function InPlace({ id, isPrivate = false, onOpen }: InPlaceProps) {
  const ready = useCheck(id, !isPrivate);
  const root = useRef<HTMLElement>(null);
  useArrival(root, ready);
  return (
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
  );
}
