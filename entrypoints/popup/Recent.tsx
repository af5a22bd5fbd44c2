/** What the reader opened lately, or why there is nothing of it. */
import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { type RecentCheck, RecentList } from '../../components/RecentList';
import { panel } from '../../lib/messages/client';
import { say } from '../../lib/words';

/** Checks listed at most. */
const MOST = 50;

export interface RecentProps {
  /** Undefined until they are known. */
  readonly checks: readonly RecentCheck[] | undefined;
  /** What is opened is remembered; undefined while that is not known. */
  readonly remembered: boolean | undefined;
  readonly onOpen: (check: string) => void;
  readonly onSettings: () => void;
}

/**
 * What was opened lately, asked for each time the place is `shown`. It stands still while a check is open over it, so that
 * the reader comes back to the same list.
 */
export function useRecent(shown: boolean): readonly RecentCheck[] | undefined {
  const [checks, setChecks] = useState<readonly RecentCheck[]>();
  useEffect(() => {
    if (!shown) return;
    void panel.recent().then(
      (all) => setChecks(all.slice(0, MOST)),
      () => setChecks([]),
    );
  }, [shown]);
  return checks;
}

export function Recent({ checks, remembered, onOpen, onSettings }: RecentProps) {
  if (checks === undefined || remembered === undefined) return null;
  if (checks.length > 0) return <RecentList checks={checks} now={Date.now()} onOpen={onOpen} />;
  if (remembered)
    return (
      <EmptyState
        scene="nothing"
        title={say('popup_recent_none_title')}
        text={say('popup_recent_none_text')}
      />
    );
  return (
    <EmptyState scene="asleep" title={say('popup_recent_off_title')} text={say('popup_recent_off_text')}>
      <button type="button" class="button" onClick={onSettings}>
        {say('popup_recent_off_action')}
      </button>
    </EmptyState>
  );
}
