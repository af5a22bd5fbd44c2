/** Questions a reader may ask next: those with a check of their own are buttons that open it. */
import { ChevronRight } from 'lucide';
import type { FactCheck } from '../lib/claims';
import { Icon } from './Icon';

export interface FollowUpsProps {
  readonly followUps: FactCheck['followUps'];
  /** Language of the questions, a BCP 47 tag. */
  readonly language: string;
  readonly onOpen: (check: string) => void;
}

export function FollowUps({ followUps, language, onOpen }: FollowUpsProps) {
  return (
    <ul class="followups" lang={language}>
      {followUps.map(({ question, check }) => (
        <li key={question}>
          {check ? (
            <button type="button" class="followup" onClick={() => onOpen(check)}>
              <bdi>{question}</bdi>
              <Icon node={ChevronRight} size={16} />
            </button>
          ) : (
            <span class="followup">
              <bdi>{question}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
