/** Verdicts: a shape, the publisher's own words, and the plain rating. */
import { VerdictMark, VerdictShape } from '../../../components/VerdictMark';
import { RATINGS } from '../../../lib/claims';
import type { Group } from '../state';

const LABELS: Partial<Record<(typeof RATINGS)[number], string>> = {
  false: 'Pants on Fire!',
  'mostly-true': 'Größtenteils richtig',
  mixed: 'صحيح جزئيًا',
};

export const verdicts: Group = {
  id: 'verdicts',
  title: 'Verdicts',
  about:
    'Outline first, colour last: round holds, eight-sided does not hold, a triangle asks for care, a diamond means that nobody knows. Filled is a full verdict, outlined a partial one. The publisher’s own words always stand beside the shape.',
  states: RATINGS.map((rating) => ({
    name: rating,
    show: () => (
      <>
        <VerdictShape rating={rating} />
        <VerdictMark verdict={{ rating, label: LABELS[rating] ?? `As ${rating} as can be` }} />
        <VerdictMark verdict={{ rating, label: LABELS[rating] ?? `As ${rating} as can be` }} size="large" />
      </>
    ),
  })),
};
