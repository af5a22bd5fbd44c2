/** What changed in a check: since the reader opened it, and over its life as its publisher tells. */
import type { FactCheck, Verdict } from '../lib/claims';
import { say } from '../lib/words';
import { sayDate } from './dates';
import { Say } from './Say';
import { VerdictMark } from './VerdictMark';

/** What a check said at one time. */
export interface Said {
  readonly question: string;
  readonly verdict: Verdict;
  readonly answer: string;
}

/** A check that says another thing than when it was opened. */
export interface Change {
  readonly id: string;
  /** When the update came (ISO 8601). */
  readonly when: string;
  readonly was: Said & { readonly opened: string };
  readonly now: Said;
  /** Why, in its publisher's words, or ''. */
  readonly why: string;
}

export const sameVerdict = (a: Verdict, b: Verdict): boolean => a.label === b.label && a.rating === b.rating;

/** The box in the full check: what it said, what it says, when, why. `language` is the check's own. */
export function WhatChanged({ change, language }: { change: Change; language: string | undefined }) {
  const { was, now, when, why } = change;
  const verdict = !sameVerdict(was.verdict, now.verdict);
  const question = was.question !== now.question;
  const answer = was.answer !== now.answer;
  const parts = { verdict, question, answer, language };
  const opened = sayDate(was.opened.slice(0, 10));
  const since = sayDate(when.slice(0, 10));
  return (
    <section class="changed" aria-label={say('check_changed')}>
      <h2>{say('check_changed')}</h2>
      {verdict || question || answer ? (
        <dl>
          <dt>{say('check_changed_was', opened)}</dt>
          <dd>
            <Saying said={was} {...parts} />
          </dd>
          <dt>{say('check_changed_now', since)}</dt>
          <dd>
            <Saying said={now} {...parts} />
          </dd>
        </dl>
      ) : (
        <p>{say('check_changed_text', since, opened)}</p>
      )}
      <p class="changed-why">
        {why === '' ? (
          say('check_changed_no_reason')
        ) : (
          <Say of="check_changed_reason" values={[<bdi lang={language}>{why}</bdi>]} />
        )}
      </p>
    </section>
  );
}

interface SayingProps {
  readonly said: Said;
  /** Which parts to show: those that changed. */
  readonly verdict: boolean;
  readonly question: boolean;
  readonly answer: boolean;
  readonly language: string | undefined;
}

function Saying({ said, verdict, question, answer, language }: SayingProps) {
  const own = { dir: 'auto', lang: language } as const;
  return (
    <>
      {question && <p {...own}>{said.question}</p>}
      {verdict && <VerdictMark verdict={said.verdict} />}
      {answer && (said.answer ? <p {...own}>{said.answer}</p> : <p>{say('check_changed_no_answer')}</p>)}
    </>
  );
}

/** The check's own change log, newest first. */
export function ChangeLog({ check: { changes = [], verdict, language } }: { check: FactCheck }) {
  if (changes.length === 0) return null;
  const steps = changes.map((change, i) => ({ ...change, next: changes[i + 1]?.was ?? verdict }));
  return (
    <section id="part-log" class="check-part" tabIndex={-1}>
      <h2>{say('check_log')}</h2>
      <ol class="change-log">
        {steps.reverse().map(({ on, was, next, why }) => (
          <li key={`${on} ${was.label}`}>
            <p class="check-meta">
              <Say of="check_log_on" values={[<time dateTime={on}>{sayDate(on)}</time>]} />
            </p>
            <p class="change-step">
              <Say
                of="check_log_step"
                values={[<VerdictMark verdict={was} />, <VerdictMark verdict={next} />]}
              />
            </p>
            <p dir="auto" lang={language}>
              {why}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
