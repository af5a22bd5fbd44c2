/** What others say of the same claim: in short on the card, side by side in the full check. In their own words. */
import { ChevronRight } from 'lucide';
import { ratingWord } from './badge';
import { CheckedOn } from './CheckedOn';
import { Icon } from './Icon';
import { OutLink } from './OutLink';
import { byRating, type OtherCheck, saySummary, varied } from './others';
import { VerdictMark, VerdictShape } from './VerdictMark';

/** How many the card names. */
const NAMED = 3;

export interface OthersInShortProps {
  readonly self: Pick<OtherCheck, 'verdict' | 'publisher'>;
  readonly others: readonly OtherCheck[];
}

/** For the card: how many, whether they agree, and the first few with their verdicts. */
export function OthersInShort({ self, others }: OthersInShortProps) {
  if (others.length === 0) return null;
  return (
    <div class="others-short" lang="en">
      <p>{saySummary(self, others)}</p>
      <ul>
        {varied(others)
          .slice(0, NAMED)
          .map(({ id, verdict, publisher }) => (
            <li key={id}>
              <VerdictShape rating={verdict.rating} />
              <span>
                <bdi>{publisher}</bdi>: <bdi class="others-label">{verdict.label}</bdi>
              </span>
            </li>
          ))}
        {others.length > NAMED && <li>and {others.length - NAMED} more</li>}
      </ul>
    </div>
  );
}

export interface OtherPublishersProps {
  /** The check that is shown; it stands among the others. */
  readonly self: OtherCheck;
  readonly others: readonly OtherCheck[];
  readonly onOpen: (check: string) => void;
}

/** For the full check: all of them, those of one rating together. */
export function OtherPublishers({ self, others, onOpen }: OtherPublishersProps) {
  if (others.length === 0) return null;
  const groups = byRating([self, ...others]);
  return (
    <section class="check-part others" lang="en">
      <h2>Other publishers</h2>
      <p>{saySummary(self, others)}.</p>
      {groups.map(({ rating, rated, checks }) => (
        <div key={rating} class="others-group">
          {groups.length > 1 && (
            <h3>
              {rated ? ratingWord(rating) : 'In words of their own'}
              <span class="others-count"> {checks.length}</span>
            </h3>
          )}
          <ul>
            {checks.map((check) => (
              <li key={check.id}>
                <Other check={check} onOpen={check === self ? undefined : onOpen} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Other({ check, onOpen }: { check: OtherCheck; onOpen: ((check: string) => void) | undefined }) {
  const { id, question, verdict, checkedOn, publisher, url } = check;
  const words = (
    <>
      <VerdictMark verdict={verdict} />
      <span class="other-question" dir="auto">
        {question}
      </span>
      <span class="other-meta">
        <CheckedOn date={checkedOn} publisher={publisher} />
        {!onOpen && ' (shown here)'}
      </span>
    </>
  );
  return (
    <>
      {onOpen ? (
        <button type="button" class="followup other" onClick={() => onOpen(id)}>
          <span class="other-words">{words}</span>
          <Icon node={ChevronRight} size={16} />
        </button>
      ) : (
        <div class="followup other">
          <span class="other-words">{words}</span>
        </div>
      )}
      {url && (
        <p class="other-link">
          <OutLink href={url}>
            Read it at <bdi>{URL.canParse(url) ? new URL(url).hostname : url}</bdi>
          </OutLink>
        </p>
      )}
    </>
  );
}
