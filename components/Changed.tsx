/** What changed in a check: since the reader opened it, and over its life as its publisher tells. */
import type { FactCheck, Verdict } from '../lib/claims';
import { sayDate } from './dates';
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

/** The box in the full check: what it said, what it says, when, why. */
export function WhatChanged({ change: { was, now, when, why } }: { change: Change }) {
  const verdict = !sameVerdict(was.verdict, now.verdict);
  const question = was.question !== now.question;
  const answer = was.answer !== now.answer;
  return (
    <section class="changed" aria-label="What changed" lang="en">
      <h2>What changed</h2>
      {verdict || question || answer ? (
        <dl>
          <dt>When you opened it on {sayDate(was.opened.slice(0, 10))} it said</dt>
          <dd>
            <Saying said={was} verdict={verdict} question={question} answer={answer} />
          </dd>
          <dt>Since {sayDate(when.slice(0, 10))} it says</dt>
          <dd>
            <Saying said={now} verdict={verdict} question={question} answer={answer} />
          </dd>
        </dl>
      ) : (
        <p>
          Its text was changed on {sayDate(when.slice(0, 10))}, after you opened it on{' '}
          {sayDate(was.opened.slice(0, 10))}. Its verdict and answer are the same.
        </p>
      )}
      <p class="changed-why">
        {why === '' ? 'Its publisher did not say why.' : 'Why, in its publisher’s words: '}
        {why !== '' && <bdi>{why}</bdi>}
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
}

function Saying({ said, verdict, question, answer }: SayingProps) {
  return (
    <>
      {question && <p dir="auto">{said.question}</p>}
      {verdict && <VerdictMark verdict={said.verdict} />}
      {answer && <p dir="auto">{said.answer || '(no answer given)'}</p>}
    </>
  );
}

/** The check's own change log, newest first. */
export function ChangeLog({ check: { changes = [], verdict } }: { check: FactCheck }) {
  if (changes.length === 0) return null;
  const steps = changes.map((change, i) => ({ ...change, next: changes[i + 1]?.was ?? verdict }));
  return (
    <section class="check-part" lang="en">
      <h2>Earlier verdicts</h2>
      <ol class="change-log">
        {steps.reverse().map(({ on, was, next, why }) => (
          <li key={`${on} ${was.label}`}>
            <p class="check-meta">
              Changed on <time dateTime={on}>{sayDate(on)}</time>
            </p>
            <p class="change-step">
              from <VerdictMark verdict={was} /> to <VerdictMark verdict={next} />
            </p>
            <p dir="auto">{why}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
