/** Finding a check. */
import { Find, type FindProps } from '../../../components/Find';
import type { FoundInfo } from '../../../components/FoundCheck';
import { CARD, HEBREW_CARD, nothing, REVIEW_CARD } from '../fixtures/cards';
import type { Group } from '../state';

const HITS: readonly FoundInfo[] = [
  {
    card: CARD,
    claim: '',
    marks: { question: [[7, 20]], answer: [], claim: [] },
  },
  {
    card: { ...REVIEW_CARD, checkedOn: '' },
    claim: 'Oberlin’s other moon is up at noon above the bridge.',
    marks: { question: [], answer: [], claim: [[45, 51]] },
  },
  { card: HEBREW_CARD, claim: '', marks: { question: [[4, 8]], answer: [], claim: [] } },
];

const find = (over: Partial<FindProps>) => () => (
  <Find text="" hits={[]} state="idle" full={false} onText={nothing} onOpen={nothing} {...over} />
);

export const finding: Group = {
  id: 'find',
  title: 'Find a check',
  about:
    'One field over the whole library, answered while it is typed in, forgiving of slips of the finger. What was looked for is marked where it stands, also within a claim that is put in other words. Nothing that is typed leaves the machine.',
  surface: 'popup',
  width: 360,
  states: [
    {
      name: 'found, and there may be more',
      show: find({ text: 'harrow brigde', hits: HITS, state: 'done', full: true }),
    },
    { name: 'nothing typed yet', show: find({}), focus: 'input' },
    { name: 'nothing found', show: find({ text: 'flying lighthouse', state: 'done' }) },
    {
      name: 'still looking, the hits before',
      show: find({ text: 'harr', hits: HITS.slice(0, 1), state: 'searching' }),
    },
    { name: 'nobody answered', show: find({ text: 'harrow', state: 'lost' }) },
  ],
};
