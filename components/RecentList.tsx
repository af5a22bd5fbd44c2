/** Checks that the reader opened, newest first. */
import { ChevronRight } from 'lucide';
import type { Verdict } from '../lib/claims';
import { say } from '../lib/words';
import { sayAgo } from './dates';
import { Icon } from './Icon';
import { VerdictShape } from './VerdictMark';

export interface RecentCheck {
  readonly id: string;
  readonly question: string;
  readonly verdict: Verdict;
  /** When it was opened (ISO 8601). */
  readonly opened: string;
}

export interface RecentListProps {
  readonly checks: readonly RecentCheck[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onOpen: (check: string) => void;
}

export function RecentList({ checks, now, onOpen }: RecentListProps) {
  return (
    <ul class="recent">
      {checks.map(({ id, question, verdict, opened }) => (
        <li key={id}>
          <button type="button" class="recent-check" data-check={id} onClick={() => onOpen(id)}>
            <VerdictShape rating={verdict.rating} />
            <span class="recent-words">
              <span class="recent-question">
                <bdi>{question}</bdi>
              </span>
              <span class="recent-meta">
                <bdi class="recent-label">{verdict.label}</bdi>
                <time dateTime={opened}>{say('popup_recent_opened', sayAgo(Date.parse(opened), now))}</time>
              </span>
            </span>
            <Icon node={ChevronRight} size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
