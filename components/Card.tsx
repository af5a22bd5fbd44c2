/**
 * The card shown beside a marked sentence, on somebody else's page: verdict, question, answer, stance, and
 * what the reader can do. Not modal. Positioned by its owner; Escape and the close button call `onClose`.
 */
import { ArrowRight, ChevronRight, Quote, X } from 'lucide';
import { useId } from 'preact/hooks';
import type { Verdict } from '../lib/claims';
import type { Stance } from '../lib/match/stance';
import { badgeTone } from './badge';
import { CheckedOn } from './CheckedOn';
import { Icon } from './Icon';
import { OthersInShort } from './OtherPublishers';
import type { OtherCheck } from './others';
import { stanceLong } from './stances';
import { VerdictMark } from './VerdictMark';

/** A check in short, as a card shows it. A `review` is a bare claim: `question` is the claim itself. */
export interface CardCheck {
  readonly kind: 'check' | 'review';
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly verdict: Verdict;
  readonly checkedOn: string;
  readonly publisher: string;
  readonly disclaimer: string;
}

export interface CardProps {
  readonly card: CardCheck;
  /** What others say of the same claim, best first. */
  readonly others: readonly OtherCheck[];
  readonly stance: Stance;
  readonly stanceSure: boolean;
  /** Why the sentence matched, in words. */
  readonly reasons: readonly string[];
  readonly sentence: string;
  readonly onOpen: () => void;
  /** “Not this claim”: this sentence is never marked with this check again. */
  readonly onDismiss: () => void;
  readonly onSiteOff: () => void;
  readonly onClose: () => void;
}

export function Card(props: CardProps) {
  const { card, others, stance, stanceSure, reasons, sentence, onOpen, onDismiss, onSiteOff, onClose } =
    props;
  const title = useId();
  return (
    <div
      class="card"
      data-tone={badgeTone(card.verdict.rating)}
      role="dialog"
      aria-labelledby={title}
      lang="en"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="card-top">
        <VerdictMark verdict={card.verdict} />
        <button type="button" class="card-close" aria-label="Close" onClick={onClose}>
          <Icon node={X} size={16} />
        </button>
      </div>
      <div class="card-body">
        <h2 id={title} class="card-question" dir="auto">
          {card.kind === 'review' ? `“${card.question}”` : card.question}
        </h2>
        {card.answer !== '' && (
          <p class="card-answer" dir="auto">
            {card.answer}
          </p>
        )}
        <OthersInShort self={card} others={others} />
        <p class="card-stance">
          <Icon node={Quote} size={14} />
          <span>{stanceLong(stance, stanceSure)}</span>
        </p>
        <details class="card-why">
          <summary>
            <Icon node={ChevronRight} size={14} />
            Why this matched
          </summary>
          <blockquote dir="auto">{sentence}</blockquote>
          <ul>
            {reasons.map((reason) => (
              <li key={reason} dir="auto">
                {reason}
              </li>
            ))}
          </ul>
        </details>
        <p class="card-meta">
          <CheckedOn date={card.checkedOn} publisher={card.publisher} />
        </p>
        <p class="card-disclaimer" dir="auto">
          {card.disclaimer}
        </p>
      </div>
      <div class="card-actions">
        <button type="button" class="card-primary" onClick={onOpen}>
          {card.kind === 'review' ? 'See this review' : 'Read the full check'}
          <Icon node={ArrowRight} size={16} />
        </button>
        <div class="card-secondary">
          <button type="button" onClick={onDismiss}>
            Not this claim
          </button>
          <button type="button" onClick={onSiteOff}>
            Off on this site
          </button>
        </div>
      </div>
    </div>
  );
}
