/** A verdict told three ways: a shape of its own, the publisher's words, and the plain rating beside them. */
import { h } from 'preact';
import type { Rating, Verdict } from '../lib/claims';
import { badgeSvg, badgeTone, ratingWord } from './badge';

/** The shape alone. Decorative: always put words beside it. */
export function VerdictShape({ rating }: { rating: Rating }) {
  const { viewBox, shapes } = badgeSvg(rating);
  return (
    <svg class="shape" data-tone={badgeTone(rating)} viewBox={viewBox} aria-hidden="true" focusable="false">
      {shapes.map(({ tag, attrs }, i) => h(tag, { key: i, ...attrs }))}
    </svg>
  );
}

export interface VerdictMarkProps {
  readonly verdict: Verdict;
  readonly size?: 'small' | 'large';
}

export function VerdictMark({ verdict, size = 'small' }: VerdictMarkProps) {
  return (
    <span class="verdict" data-tone={badgeTone(verdict.rating)} data-size={size}>
      <VerdictShape rating={verdict.rating} />
      <span class="verdict-words">
        <span class="verdict-label" dir="auto">
          {verdict.label}
        </span>
        {addsSomething(verdict) && (
          <>
            {' '}
            <span class="verdict-rating">{ratingWord(verdict.rating)}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** Whether the plain rating tells more than the label does; an explainer and a foreign scale have none to add. */
function addsSomething({ label, rating }: Verdict): boolean {
  if (rating === 'context' || rating === 'unrated') return false;
  return !label.toLowerCase().includes(ratingWord(rating).toLowerCase());
}
