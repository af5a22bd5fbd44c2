/** What others say of the same claim: in short on the card, side by side in the full check. In their own words. */
import { ChevronRight } from 'lucide';
import { say, sayCount, sayNumber } from '../lib/words';
import { ratingWord } from './badge';
import { CheckedOn } from './CheckedOn';
import { isHttp } from './http';
import { Icon } from './Icon';
import { Lookalike } from './Lookalike';
import { OutLink } from './OutLink';
import { byRating, type OtherCheck, saySummary, varied } from './others';
import { Say } from './Say';
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
    <div class="others-short">
      <p>{saySummary(self, others)}</p>
      <ul>
        {varied(others)
          .slice(0, NAMED)
          .map(({ id, verdict, publisher }) => (
            <li key={id}>
              <VerdictShape rating={verdict.rating} />
              <span>
                <Say
                  of="common_others_verdict"
                  values={[
                    <bdi key="by">{publisher}</bdi>,
                    <bdi key="says" class="others-label">
                      {verdict.label}
                    </bdi>,
                  ]}
                />
              </span>
            </li>
          ))}
        {others.length > NAMED && <li>{sayCount('common_others_more', others.length - NAMED)}</li>}
      </ul>
    </div>
  );
}

export interface OtherPublishersProps {
  /** The check that is shown; it stands among the others. */
  readonly self: OtherCheck;
  readonly others: readonly OtherCheck[];
  /** Of all of them: a claim is held only against claims in its own language. */
  readonly language?: string | undefined;
  readonly onOpen: (check: string) => void;
}

/** For the full check: all of them, those of one rating together. */
export function OtherPublishers({ self, others, language, onOpen }: OtherPublishersProps) {
  if (others.length === 0) return null;
  const groups = byRating([self, ...others]);
  return (
    <section class="check-part others">
      <h2>{say('common_others_title')}</h2>
      <p>{saySummary(self, others)}</p>
      {groups.map(({ rating, rated, checks }) => (
        <div key={rating} class="others-group">
          {groups.length > 1 && (
            <h3>
              {rated ? ratingWord(rating) : say('common_others_own_words')}
              <span class="others-count"> {sayNumber(checks.length)}</span>
            </h3>
          )}
          <ul>
            {checks.map((check) => (
              <li key={check.id}>
                <Other check={check} language={language} onOpen={check === self ? undefined : onOpen} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface OtherProps {
  readonly check: OtherCheck;
  readonly language: string | undefined;
  readonly onOpen: ((check: string) => void) | undefined;
}

function Other({ check, language, onOpen }: OtherProps) {
  const { id, question, verdict, checkedOn, publisher, url } = check;
  const words = (
    <>
      <VerdictMark verdict={verdict} />
      <span class="other-question">
        <bdi>{question}</bdi>
      </span>
      <span class="other-meta">
        <CheckedOn date={checkedOn} publisher={publisher} />
        <Lookalike name={publisher} language={language} address={url} />
        {!onOpen && <span class="other-shown">{say('common_others_shown')}</span>}
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
      {url && isHttp(url) && (
        <p class="other-link">
          <OutLink href={url}>
            <Say of="common_others_read_at" values={[<bdi key="at">{new URL(url).hostname}</bdi>]} />
          </OutLink>
        </p>
      )}
    </>
  );
}
