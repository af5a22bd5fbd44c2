/** One check in full: verdict, answer, summary, numbered sections, bottom line, sources, and where to go from there. */
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { FactCheck, Publisher } from '../lib/claims';
import { say } from '../lib/words';
import { type Change, ChangeLog, WhatChanged } from './Changed';
import { CheckHead } from './CheckHead';
import { CitedText } from './CitedText';
import { Contents, type ContentsEntry } from './Contents';
import { citedPlaces, type Part, partsOf } from './check-parts';
import { FollowUps } from './FollowUps';
import { OtherPublishers } from './OtherPublishers';
import type { OtherCheck } from './others';
import { PublisherCard } from './PublisherCard';
import { Related, type RelatedCheck } from './Related';
import { SourceList } from './SourceList';
import { SourcePeek } from './SourcePeek';
import { SourcesDrawing } from './SourcesDrawing';

export interface CheckDocumentProps {
  readonly check: FactCheck;
  readonly publisher: Publisher;
  readonly topicTitle: string;
  /** What others say of the same claim, best first. */
  readonly others: readonly OtherCheck[];
  /** Checks on the same topic, nearest first. */
  readonly related: readonly RelatedCheck[];
  /** What it said when the reader opened it, if that was something else. */
  readonly change: Change | undefined;
  /** What can be done with it: `CheckActions`, where something can. */
  readonly actions?: ComponentChildren;
  /** Opens another check, named by a follow-up, among the others or the related ones. */
  readonly onOpen: (check: string) => void;
}

export function CheckDocument(props: CheckDocumentProps) {
  const { check, publisher, topicTitle, others, related, change, actions, onOpen } = props;
  const { sources, language, followUps } = check;
  const root = useRef<HTMLElement>(null);
  const [lit, setLit] = useState<{ n: number; from: string }>();
  const parts = useMemo(() => partsOf(check), [check]);
  const cited = useMemo(() => citedPlaces(parts, sources.length), [parts, sources]);
  const entries = useMemo(() => entriesOf(parts, props), [parts, props.check, related]);
  const goTo = (id: string, block: ScrollLogicalPosition) => {
    const target = root.current?.querySelector<HTMLElement>(`#${id}`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block });
  };
  const goToSource = (n: number, from: string) => {
    setLit({ n, from });
    goTo(`source-${n}`, 'center');
  };
  return (
    <div class="check-room">
      <article class="check" ref={root}>
        <CheckHead
          kicker={topicTitle}
          title={check.question}
          language={language}
          verdict={check.verdict}
          answer={check.answer}
          checkedOn={check.checkedOn}
          publisher={publisher.name}
          url={publisher.url}
          caution={publisher.disclaimer}
        >
          {change && <WhatChanged change={change} language={language} />}
          {actions}
        </CheckHead>
        <Contents entries={entries} within={root} onGo={(id) => goTo(id, 'start')} />
        <div class="check-body">
          {parts.map(({ block, number, title, own, text }) => (
            <section
              key={block}
              id={`part-${block}`}
              class={number === parts.length - 1 ? 'check-part prose bottom-line' : 'check-part prose'}
              tabIndex={-1}
            >
              <h2 dir="auto" lang={own ? language : undefined}>
                {number > 0 && <span class="part-number">{number}. </span>}
                {title}
              </h2>
              <CitedText
                text={text}
                language={language}
                block={block}
                sources={sources.length}
                onCite={goToSource}
              />
            </section>
          ))}
          <OtherPublishers
            self={{ ...check, publisher: publisher.name }}
            others={others}
            language={check.language}
            onOpen={onOpen}
          />
          <section id="part-sources" class="check-part check-sources" tabIndex={-1}>
            <h2>{say('check_sources')}</h2>
            <SourcesDrawing sources={sources} />
            <SourceList
              sources={sources}
              citedIn={(n) => cited.get(n) ?? []}
              lit={lit}
              onBack={(citation) => goTo(citation, 'center')}
            />
          </section>
          <ChangeLog check={check} />
          {followUps.length > 0 && (
            <section id="part-next" class="check-part check-next" tabIndex={-1}>
              <h2>{say('check_follow_ups')}</h2>
              <FollowUps followUps={followUps} language={language} onOpen={onOpen} />
            </section>
          )}
          {related.length > 0 && (
            <section id="part-related" class="check-part check-next" tabIndex={-1}>
              <h2>{say('check_related')}</h2>
              <Related checks={related} onOpen={onOpen} />
            </section>
          )}
          <PublisherCard publisher={publisher} />
        </div>
        <SourcePeek within={root} sources={sources} onGo={goToSource} />
      </article>
    </div>
  );
}

/** What the contents list: all parts, then what follows them. */
function entriesOf(
  parts: readonly Part[],
  { check, related }: Pick<CheckDocumentProps, 'check' | 'related'>,
): readonly ContentsEntry[] {
  const ours = (id: string, title: string) => ({ id: `part-${id}`, title, language: undefined });
  return [
    ...parts.map(({ block, title, own }) => ({
      ...ours(block, title),
      language: own ? check.language : undefined,
    })),
    ours('sources', say('check_sources')),
    ...(check.changes?.length ? [ours('log', say('check_log'))] : []),
    ...(check.followUps.length > 0 ? [ours('next', say('check_follow_ups'))] : []),
    ...(related.length > 0 ? [ours('related', say('check_related'))] : []),
  ];
}
