/** The head of a check or a review: what it is about, its verdict and answer, when and by whom, and what to bear in mind. */
import type { ComponentChildren } from 'preact';
import type { Verdict } from '../lib/claims';
import { badgeTone } from './badge';
import { CheckedOn } from './CheckedOn';
import { Lookalike } from './Lookalike';
import { VerdictMark } from './VerdictMark';

export interface CheckHeadProps {
  /** Topic or source. */
  readonly kicker: string;
  /** The question, or the claim in quotation marks. */
  readonly title: string;
  /** Of title, answer and verdict: a BCP 47 tag. */
  readonly language: string | undefined;
  readonly verdict: Verdict;
  /** '' if there is none. */
  readonly answer: string;
  /** YYYY-MM-DD, or ''. */
  readonly checkedOn: string;
  readonly publisher: string;
  /** Where the check, or its publisher, is on the web. */
  readonly url: string | undefined;
  /** Beside when and by whom: who said it, where it can be read. */
  readonly about?: ComponentChildren;
  /** What to bear in mind; its language where it is not ours. */
  readonly caution: string;
  readonly cautionLanguage?: string | undefined;
  /** Below all that: actions, what changed. */
  readonly children?: ComponentChildren;
}

export function CheckHead(props: CheckHeadProps) {
  const { kicker, title, language, verdict, answer, checkedOn, publisher, url, about, caution, children } =
    props;
  return (
    <header class="check-head">
      <p class="check-topic" dir="auto">
        {kicker}
      </p>
      <h1 class="check-question" tabIndex={-1} dir="auto" lang={language}>
        {title}
      </h1>
      <div class="check-verdict" data-tone={badgeTone(verdict.rating)}>
        <VerdictMark verdict={verdict} size="large" />
        {answer && (
          <p class="check-answer" dir="auto" lang={language}>
            {answer}
          </p>
        )}
      </div>
      <p class="check-meta">
        <CheckedOn date={checkedOn} publisher={publisher} />
        <Lookalike name={publisher} language={language} address={url} />
      </p>
      {about}
      <p class="check-disclaimer" dir="auto" lang={props.cautionLanguage}>
        {caution}
      </p>
      {children}
    </header>
  );
}
