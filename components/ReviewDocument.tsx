/** A bare review: what was claimed, by whom, its publisher's verdict in its own words, and where to read it in full. */
import { ExternalLink } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Review } from '../lib/claims';
import { say } from '../lib/words';
import { type Change, WhatChanged } from './Changed';
import { CheckHead } from './CheckHead';
import { asciiAddress, isHttp } from './http';
import { Icon } from './Icon';
import { OtherPublishers } from './OtherPublishers';
import type { OtherCheck } from './others';
import { Say } from './Say';

export interface ReviewDocumentProps {
  readonly review: Review;
  /** Title of the source it came with. */
  readonly source: string;
  /** What others say of the same claim, best first. */
  readonly others: readonly OtherCheck[];
  /** What it said when the reader opened it, if that was something else. */
  readonly change: Change | undefined;
  /** What can be done with it: `CheckActions`, where something can. */
  readonly actions?: ComponentChildren;
  readonly onOpen: (check: string) => void;
}

export function ReviewDocument({ review, source, others, change, actions, onOpen }: ReviewDocumentProps) {
  const { claim, claimant, title = '', verdict, publisher, url, checkedOn = '', language } = review;
  return (
    <div class="check-room">
      <article class="check check-review">
        <CheckHead
          kicker={source}
          title={say('check_quoted', claim)}
          language={language}
          verdict={verdict}
          answer={title}
          checkedOn={checkedOn}
          publisher={publisher}
          url={url}
          about={
            claimant && (
              <p class="check-meta">
                <Say of="check_review_claimant" values={[<bdi>{claimant}</bdi>]} />
              </p>
            )
          }
          caution={say('check_review_caution')}
        >
          {change && <WhatChanged change={change} language={language} />}
          {url && isHttp(url) ? (
            <p class="review-link">
              <a class="button primary" href={url} target="_blank" rel="noopener noreferrer">
                <Say of="check_review_read" values={[<bdi>{new URL(url).hostname}</bdi>]} />
                <Icon node={ExternalLink} size={16} />
              </a>
              <span class="source-address">{asciiAddress(url)}</span>
            </p>
          ) : (
            <p class="check-meta">{say('check_review_no_address')}</p>
          )}
          {actions}
        </CheckHead>
        <div class="check-body">
          <OtherPublishers
            self={{ id: review.id, question: claim, verdict, checkedOn, publisher }}
            others={others}
            language={language}
            onOpen={onOpen}
          />
        </div>
      </article>
    </div>
  );
}
