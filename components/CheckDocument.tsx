/** One check in full: verdict, answer, summary, numbered sections, bottom line, sources and follow-ups. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { FactCheck, Publisher } from '../lib/claims';
import { badgeTone } from './badge';
import { type Change, ChangeLog, WhatChanged } from './Changed';
import { CheckedOn } from './CheckedOn';
import { CitedText, firstCitations } from './CitedText';
import { counted, sayNumber } from './dates';
import { FollowUps } from './FollowUps';
import { OtherPublishers } from './OtherPublishers';
import type { OtherCheck } from './others';
import { type CitedIn, SourceList } from './SourceList';
import { VerdictMark } from './VerdictMark';

export interface CheckDocumentProps {
  readonly check: FactCheck;
  readonly publisher: Pick<Publisher, 'name' | 'disclaimer'>;
  readonly topicTitle: string;
  /** What others say of the same claim, best first. */
  readonly others: readonly OtherCheck[];
  /** What it said when the reader opened it, if that was something else. */
  readonly change: Change | undefined;
  /** Opens another check, named by a follow-up or among the others. */
  readonly onOpen: (check: string) => void;
}

/** A titled piece of the document; `place` is what a source calls it in “Cited in …”. */
interface Part {
  readonly block: string;
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly text: string;
}

/** The numbered parts, the bottom line last; number 0 is the summary, which has none. */
function partsOf(check: FactCheck): readonly Part[] {
  const last = check.sections.length + 1;
  return [
    { block: 'summary', number: 0, title: 'Executive summary', place: 'Summary', text: check.summary },
    ...check.sections.map(({ title, text }, i) => ({
      block: String(i + 1),
      number: i + 1,
      title,
      place: `Section ${i + 1}`,
      text,
    })),
    { block: String(last), number: last, title: 'Bottom line', place: 'Bottom line', text: check.bottomLine },
  ];
}

export function CheckDocument(props: CheckDocumentProps) {
  const { check, publisher, topicTitle, others, change, onOpen } = props;
  const root = useRef<HTMLElement>(null);
  const [lit, setLit] = useState<{ n: number; from: string }>();
  const parts = useMemo(() => partsOf(check), [check]);
  const cited = useMemo(() => citedPlaces(parts, check.sources.length), [parts, check]);
  const goTo = (id: string) => {
    const target = root.current?.querySelector<HTMLElement>(`#${id}`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'center' });
  };
  const { sources } = check;
  return (
    <article class="check" ref={root} lang={check.language}>
      <header class="check-head">
        <p class="check-topic">{topicTitle}</p>
        <h1 class="check-question" tabIndex={-1} dir="auto">
          {check.question}
        </h1>
        <div class="check-verdict" data-tone={badgeTone(check.verdict.rating)}>
          <VerdictMark verdict={check.verdict} size="large" />
          <p class="check-answer" dir="auto">
            {check.answer}
          </p>
        </div>
        <p class="check-meta">
          <CheckedOn date={check.checkedOn} publisher={publisher.name} />
        </p>
        <p class="check-disclaimer" dir="auto">
          {publisher.disclaimer}
        </p>
        {change && <WhatChanged change={change} />}
      </header>
      <OtherPublishers self={{ ...check, publisher: publisher.name }} others={others} onOpen={onOpen} />
      {parts.map(({ block, number, title, text }) => (
        <section key={block} class={number === parts.length - 1 ? 'check-part bottom-line' : 'check-part'}>
          <h2 dir="auto">
            {number > 0 && <span class="part-number">{number}. </span>}
            {title}
          </h2>
          <CitedText
            text={text}
            block={block}
            sources={sources}
            onCite={(n, from) => {
              setLit({ n, from });
              goTo(`source-${n}`);
            }}
          />
        </section>
      ))}
      <section class="check-part">
        <h2>Sources</h2>
        <p class="check-meta">{sourceCount(sources)}</p>
        <SourceList sources={sources} citedIn={(n) => cited.get(n) ?? []} lit={lit} onBack={goTo} />
      </section>
      <ChangeLog check={check} />
      {check.followUps.length > 0 && (
        <section class="check-part">
          <h2>Follow-up questions</h2>
          <FollowUps followUps={check.followUps} onOpen={onOpen} />
        </section>
      )}
    </article>
  );
}

/** “17 sources, 8 of them primary”. */
function sourceCount(sources: FactCheck['sources']): string {
  const primary = sources.filter((s) => s.kind === 'primary').length;
  return `${counted(sources.length, 'source', 'sources')}, ${sayNumber(primary)} of them primary`;
}

/** For each source, the parts that cite it. */
function citedPlaces(parts: readonly Part[], sources: number): ReadonlyMap<number, CitedIn[]> {
  const places = new Map<number, CitedIn[]>();
  for (const { block, place, text } of parts) {
    for (const [n, id] of firstCitations(text, block, sources)) {
      places.set(n, [...(places.get(n) ?? []), { place, id }]);
    }
  }
  return places;
}
