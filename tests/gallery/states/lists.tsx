/** Lists of what a page repeats: in the popup, in the side panel; and what was read before. */
import { ChangedList } from '../../../components/ChangedList';
import { MatchList } from '../../../components/MatchList';
import { ReadingList } from '../../../components/ReadingList';
import { RecentList } from '../../../components/RecentList';
import { CARD, HEBREW_CARD, LISTED, MATCHES, nothing, REVIEW_CARD } from '../fixtures/cards';
import { CHANGE } from '../fixtures/checks';
import type { Group } from '../state';

const acts = { onOpen: nothing, onReveal: nothing };

export const lists: Group = {
  id: 'match-list',
  title: 'What this page repeats',
  about:
    'In the order of the page. Neighbours that repeat the same claim stand together under one verdict; a check that comes again is named again but explained once. Each sentence leads to its place. In the side panel the sentence comes first, and the one in view is marked while the page scrolls.',
  surface: 'popup',
  width: 360,
  states: [
    {
      name: 'in the popup',
      show: () => <MatchList matches={MATCHES} checks={LISTED} {...acts} />,
      focus: '.sentence',
    },
  ],
};

export const reading: Group = {
  id: 'reading-list',
  title: 'Beside the page',
  about:
    'The same in the side panel, where there is time to read: the page’s own sentences lead, the verdict follows. The mark at the side shows where the reader is; the list follows the page unless somebody is using it.',
  surface: 'sidepanel',
  width: 360,
  states: [
    {
      name: 'the third sentence is in view',
      show: () => <ReadingList matches={MATCHES} checks={LISTED} inView="c" {...acts} />,
    },
    {
      name: 'the first of two joined is in view',
      show: () => <ReadingList matches={MATCHES.slice(0, 2)} checks={LISTED} inView="a" {...acts} />,
      focus: '.reading-check',
    },
  ],
};

const NOW = Date.parse('2025-12-05T12:00:00Z');

export const recent: Group = {
  id: 'recent',
  title: 'Read before, changed since',
  about:
    'Only on the reader’s own machine, and only if they want it. A verdict that changed since it was read is told once, first of all, with what it was and what it is.',
  surface: 'popup',
  width: 360,
  states: [
    {
      name: 'recently read',
      show: () => (
        <RecentList
          now={NOW}
          onOpen={nothing}
          checks={[
            { ...CARD, opened: '2025-12-05T11:58:00Z' },
            { ...REVIEW_CARD, opened: '2025-12-04T09:00:00Z' },
            { ...HEBREW_CARD, opened: '2025-11-02T09:00:00Z' },
          ]}
        />
      ),
      focus: '.recent-check',
    },
    {
      name: 'changed since',
      show: () => (
        <ChangedList
          changes={[CHANGE, { ...CHANGE, id: 'text', was: { ...CHANGE.was, verdict: CHANGE.now.verdict } }]}
          onOpen={nothing}
          onDone={nothing}
        />
      ),
    },
  ],
};
