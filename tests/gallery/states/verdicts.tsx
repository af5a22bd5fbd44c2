/** Verdicts: a shape, the publisher's own words, and the plain rating. */
import { VerdictMark, VerdictShape } from '../../../components/VerdictMark';
import { RATINGS } from '../../../lib/claims';
import type { Group } from '../state';

const LABELS: Readonly<Record<(typeof RATINGS)[number], string>> = {
  true: 'Correct',
  'mostly-true': 'Größtenteils richtig',
  mixed: 'صحيح جزئيًا',
  misleading: 'Missing context',
  'mostly-false': 'Mostly not so',
  false: 'Pants on Fire!',
  unproven: 'No evidence',
  outdated: 'True for now',
  satire: 'Made in jest',
  context: 'Explainer',
  unrated: 'Three anchors',
};

export const verdicts: Group = {
  id: 'verdicts',
  title: 'Verdicts',
  about:
    'Outline first, colour last: round holds, eight-sided does not hold, a triangle asks for care, a diamond means that nobody knows. Filled is a full verdict, outlined a partial one. The publisher’s own words always stand beside the shape.',
  surface: 'page',
  states: RATINGS.map((rating) => ({
    name: rating,
    show: () => (
      <div class="g-stack">
        <VerdictMark verdict={{ rating, label: LABELS[rating] }} />
        <VerdictMark verdict={{ rating, label: LABELS[rating] }} size="large" />
        <VerdictShape rating={rating} />
      </div>
    ),
  })),
};
