/** A bare review: what was claimed, by whom, its publisher's verdict in its own words, and where to read it in full. */
import { ExternalLink } from 'lucide';
import type { Review } from '../lib/claims';
import { badgeTone } from './badge';
import { type Change, WhatChanged } from './Changed';
import { CheckedOn } from './CheckedOn';
import { Icon } from './Icon';
import { OtherPublishers } from './OtherPublishers';
import type { OtherCheck } from './others';
import { VerdictMark } from './VerdictMark';

export interface ReviewDocumentProps {
  readonly review: Review;
  /** Title of the source it came with. */
  readonly source: string;
  /** What others say of the same claim, best first. */
  readonly others: readonly OtherCheck[];
  /** What it said when the reader opened it, if that was something else. */
  readonly change: Change | undefined;
  readonly onOpen: (check: string) => void;
}

export function ReviewDocument({ review, source, others, change, onOpen }: ReviewDocumentProps) {
  const { claim, claimant, title, verdict, publisher, url, checkedOn = '' } = review;
  return (
    <article class="check" lang={review.language}>
      <header class="check-head">
        <p class="check-topic" dir="auto">
          {source}
        </p>
        <h1 class="check-question" tabIndex={-1} dir="auto">
          “{claim}”
        </h1>
        <div class="check-verdict" data-tone={badgeTone(verdict.rating)}>
          <VerdictMark verdict={verdict} size="large" />
          {title && (
            <p class="check-answer" dir="auto">
              {title}
            </p>
          )}
        </div>
        {claimant && (
          <p class="check-meta" lang="en">
            Claimed by <span dir="auto">{claimant}</span>
          </p>
        )}
        <p class="check-meta" lang="en">
          <CheckedOn date={checkedOn} publisher={publisher} />
        </p>
        <p class="check-disclaimer" lang="en">
          This verdict is the publisher’s own, from a source you added. Factmark has not checked it. Pages are
          matched with it by likeness of words, which can be wrong.
        </p>
        {change && <WhatChanged change={change} />}
      </header>
      {url ? (
        <p class="review-link" lang="en">
          <a class="button primary" href={url} target="_blank" rel="noopener noreferrer">
            Read it at {new URL(url).hostname}
            <Icon node={ExternalLink} size={16} />
          </a>
        </p>
      ) : (
        <p class="check-meta" lang="en">
          Its publisher gave no address.
        </p>
      )}
      <OtherPublishers
        self={{ id: review.id, question: claim, verdict, checkedOn, publisher }}
        others={others}
        onOpen={onOpen}
      />
    </article>
  );
}
