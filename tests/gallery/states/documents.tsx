/** A check in full, a bare review, and their parts. */

import { useRef } from 'preact/hooks';
import { ChangeLog, WhatChanged } from '../../../components/Changed';
import { CheckActions, type Copies } from '../../../components/CheckActions';
import { CheckDocument } from '../../../components/CheckDocument';
import { OtherPublishers } from '../../../components/OtherPublishers';
import { PublisherCard } from '../../../components/PublisherCard';
import { ReviewDocument } from '../../../components/ReviewDocument';
import { SourceList } from '../../../components/SourceList';
import { SourcePeek } from '../../../components/SourcePeek';
import { SourcesDrawing } from '../../../components/SourcesDrawing';
import type { FactCheck } from '../../../lib/claims';
import { CARD, DIFFER, nothing } from '../fixtures/cards';
import { CHANGE, CHECK, PUBLISHER, RELATED, REVIEW } from '../fixtures/checks';
import type { Group } from '../state';

/** Its parts stand by themselves below. */
const SHORT: FactCheck = {
  ...CHECK,
  sections: CHECK.sections.slice(1),
  sources: CHECK.sources.slice(0, 2),
  bottomLine: 'Lorries of up to 30 tonnes may cross, as before [1].',
  summary:
    'The bridge was closed to heavy lorries for nine days in May 2025 [1]. A notice from those days is still passed on [2].',
  changes: undefined,
};

const COPIES: Copies = { citation: 'x', markdown: 'x', claim_review: '{}', link: CHECK.url };

const actions = <CheckActions copies={COPIES} onPrint={nothing} />;

export const check: Group = {
  id: 'check',
  title: 'A check in full',
  about:
    'Read like an article: topic, question, verdict with its answer, when and by whom; then the summary and numbered sections with their citations. Nothing competes with the text. In a wide window the contents stand beside it.',
  surface: 'check',
  states: [
    {
      name: 'on its own page',
      wide: true,
      show: () => (
        <CheckDocument
          check={{ ...CHECK, sections: CHECK.sections.slice(0, 1), changes: undefined, followUps: [] }}
          publisher={PUBLISHER}
          topicTitle="Bridges of Marrow"
          others={[]}
          related={[]}
          change={undefined}
          actions={actions}
          onOpen={nothing}
        />
      ),
    },
  ],
};

export const checkNarrow: Group = {
  id: 'check-narrow',
  title: 'A check in the popup, a review',
  about:
    'The same document in 360 px, with its sources and what to read next. A bare review says that it is one line of a feed, and leads to its publisher.',
  surface: 'popup',
  width: 360,
  states: [
    {
      name: 'a check',
      show: () => (
        <CheckDocument
          check={SHORT}
          publisher={PUBLISHER}
          topicTitle="Bridges of Marrow"
          others={[]}
          related={RELATED}
          change={undefined}
          onOpen={nothing}
        />
      ),
    },
    {
      name: 'a review',
      show: () => (
        <ReviewDocument
          review={REVIEW}
          source="Checks of many publishers"
          others={DIFFER.slice(0, 1)}
          change={undefined}
          actions={<CheckActions copies={{ ...COPIES, link: undefined }} onPrint={undefined} />}
          onOpen={nothing}
        />
      ),
    },
    {
      name: 'a review without an address',
      show: () => (
        <ReviewDocument
          review={{ ...REVIEW, url: undefined, title: undefined, claimant: undefined, checkedOn: undefined }}
          source="claims.csv"
          others={[]}
          change={undefined}
          onOpen={nothing}
        />
      ),
    },
  ],
};

/** A citation with its preview open. */
function Peek() {
  const article = useRef<HTMLElement>(null);
  return (
    <article class="check" ref={article} style={{ minBlockSize: '230px' }}>
      <p>
        Lorries may cross, as before{' '}
        <a class="cite" id="cite-1" href="#source-1" data-source={1}>
          [1]
        </a>
        .
      </p>
      <SourcePeek within={article} sources={CHECK.sources} onGo={nothing} />
    </article>
  );
}

const PLACES = [
  { place: 'summary', id: 'cite-summary-0' },
  { place: 'section 1', id: 'cite-1-0' },
];

export const sources: Group = {
  id: 'sources',
  title: 'Sources',
  about:
    'Each source says whose it is, when, of which kind and under which identifier; primary ones are square, secondary ones round, in the list and in the strip of years. A citation shows its source on hover and focus, and leads to the list; the list leads back.',
  surface: 'check',
  width: 520,
  states: [
    {
      name: 'the list, one of it just jumped to',
      show: () => (
        <SourceList
          sources={CHECK.sources}
          citedIn={(n) => (n < 3 ? PLACES : [])}
          lit={{ n: 2, from: 'cite-1-0' }}
          onBack={nothing}
        />
      ),
    },
    {
      name: 'how old and of which kind',
      show: () => <SourcesDrawing sources={CHECK.sources} />,
    },
    { name: 'a citation and its source', show: () => <Peek />, focus: '.cite' },
  ],
};

export const beside: Group = {
  id: 'beside',
  title: 'Beside the check',
  about:
    'What others concluded, grouped by rating and in their own words; what it said before; who answers for it. The publisher’s card is quiet: contact for corrections first, support last, no appeal.',
  surface: 'check',
  width: 520,
  states: [
    {
      name: 'other publishers',
      show: () => <OtherPublishers self={CARD} others={DIFFER.slice(0, 4)} onOpen={nothing} />,
    },
    {
      name: 'changed since it was read, its log, its publisher',
      show: () => (
        <div class="g-stack" style={{ justifyItems: 'stretch' }}>
          <WhatChanged change={CHANGE} language="en" />
          <ChangeLog check={CHECK} />
          <PublisherCard publisher={PUBLISHER} />
        </div>
      ),
    },
    {
      name: 'what can be taken along',
      wide: true,
      show: () => <div style={{ minBlockSize: '190px' }}>{actions}</div>,
      clicks: ['summary'],
    },
  ],
};
