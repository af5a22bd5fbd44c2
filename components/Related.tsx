/** Other checks on the same topic, nearest first: each opens in its place. */
import { ChevronRight } from 'lucide';
import type { Verdict } from '../lib/claims';
import { CheckedOn } from './CheckedOn';
import { Icon } from './Icon';
import { Lookalike } from './Lookalike';
import { VerdictMark } from './VerdictMark';

/** A check as this list shows it. */
export interface RelatedCheck {
  readonly id: string;
  readonly question: string;
  readonly verdict: Verdict;
  readonly checkedOn: string;
  readonly publisher: string;
  /** BCP 47 tag. */
  readonly language: string;
}

export interface RelatedProps {
  readonly checks: readonly RelatedCheck[];
  readonly onOpen: (check: string) => void;
}

export function Related({ checks, onOpen }: RelatedProps) {
  return (
    <ul class="followups">
      {checks.map(({ id, question, verdict, checkedOn, publisher, language }) => (
        <li key={id}>
          <button type="button" class="followup" onClick={() => onOpen(id)}>
            <span class="other-words">
              <span class="related-question" lang={language}>
                <bdi>{question}</bdi>
              </span>
              <VerdictMark verdict={verdict} />
              <span class="other-meta">
                <CheckedOn date={checkedOn} publisher={publisher} />
                <Lookalike name={publisher} language={language} />
              </span>
            </span>
            <Icon node={ChevronRight} size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
