/**
 * The card shown beside a marked sentence, on somebody else's page: verdict, how the sentence stands to the claim,
 * question, answer, how old, and what the reader can do. Not modal. Positioned by its owner; Escape and the close
 * button call `onClose`.
 */
import { ChevronRight, History, TextQuote, X } from 'lucide';
import { useId } from 'preact/hooks';
import type { Verdict } from '../lib/claims';
import type { Stance } from '../lib/match/stance';
import { direction, locale, say } from '../lib/words';
import { ageOf, isStale, sayAge, sayStale } from './age';
import { badgeTone } from './badge';
import { CardActions, type CardChoices } from './CardActions';
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
  /** Its topic; of a review, its source. */
  readonly topicTitle: string;
  /** Of question and answer: BCP 47 tag, or 'und'. */
  readonly language: string;
  readonly url?: string | undefined;
}

export interface CardProps extends CardChoices {
  readonly card: CardCheck;
  /** What others say of the same claim, best first. */
  readonly others: readonly OtherCheck[];
  readonly stance: Stance;
  readonly stanceSure: boolean;
  /** Why the sentence matched, in words. */
  readonly reasons: readonly string[];
  readonly sentence: string;
  /** Day of the article as the page tells it, and today: YYYY-MM-DD, or ''. */
  readonly published: string;
  readonly today: string;
  readonly onClose: () => void;
}

export function Card(props: CardProps) {
  const { card, others, stance, stanceSure, reasons, sentence, onClose } = props;
  const title = useId();
  // With its verdict where it is older than the article by far: a stale verdict never looks fresh.
  const age = ageOf(props.published, card.checkedOn, props.today);
  const lang = card.language === 'und' ? '' : card.language;
  // Only a sentence that makes the claim wears its verdict: a card all in red would blame one that denies it.
  const tone = stance === 'asserts' && stanceSure ? badgeTone(card.verdict.rating) : 'context';
  return (
    <div
      class="card"
      data-tone={tone}
      role="dialog"
      aria-labelledby={title}
      lang={locale()}
      dir={direction()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="card-top">
        <div class="card-head">
          <VerdictMark verdict={card.verdict} />
          <p class="card-stance">
            <Icon node={TextQuote} size={14} />
            <span>{stanceLong(stance, stanceSure)}</span>
          </p>
          {age && isStale(age) && (
            <p class="card-stance card-stale">
              <Icon node={History} size={14} />
              <span>
                <strong>{sayStale()}</strong> {sayAge(age)}
              </span>
            </p>
          )}
        </div>
        <button type="button" class="icon-button" aria-label={say('card_close')} onClick={onClose}>
          <Icon node={X} size={16} />
        </button>
      </div>
      <div class="card-body">
        <h2 id={title} class="card-question" dir="auto" lang={lang}>
          {card.kind === 'review' ? say('card_claim', card.question) : card.question}
        </h2>
        {card.answer !== '' && (
          <p class="card-answer" dir="auto" lang={lang}>
            {card.answer}
          </p>
        )}
        <OthersInShort self={card} others={others} />
        <details class="card-why">
          <summary>
            <Icon node={ChevronRight} size={14} />
            {say('card_why')}
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
        <div class="card-meta">
          <p>
            <CheckedOn date={card.checkedOn} publisher={card.publisher} />
          </p>
          {age && !isStale(age) && <p>{sayAge(age)}</p>}
          <p>{say(card.kind === 'review' ? 'card_source' : 'card_topic', card.topicTitle)}</p>
          <p class="card-disclaimer" dir="auto">
            {card.disclaimer}
          </p>
        </div>
      </div>
      <CardActions {...props} />
    </div>
  );
}
