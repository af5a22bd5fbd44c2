/** What is drawn over a page: underline and badge. */

import { badgeTone } from '../../../components/badge';
import { badgeElement, shownRating } from '../../../entrypoints/marks/badge-element';
import type { Rating } from '../../../lib/claims';
import { RATINGS } from '../../../lib/claims';
import type { Stance } from '../../../lib/match/stance';
import type { Loudness } from '../../../lib/store/settings';
import { CARD } from '../fixtures/cards';
import type { Group } from '../state';

interface LineProps {
  readonly rating?: Rating;
  readonly stance?: Stance;
  readonly sure?: boolean;
  readonly loudness?: Loudness;
  readonly sentence?: string;
  readonly ground?: string;
  readonly words?: string;
}

/** A sentence of a page as the overlay marks it, with the badge that the overlay makes. */
function Line(props: LineProps) {
  const { rating = 'false', stance = 'asserts', sure = true, loudness = 'badge', ground, words } = props;
  const { sentence = 'The bridge is closed to lorries.' } = props;
  const card = { ...CARD, verdict: { rating, label: rating } };
  const match = { check: card.id, sentence, stance, stanceSure: sure };
  const badged = { match, block: { container: document.body } };
  return (
    <p class="g-line" style={{ '--ground': ground, '--words': words }} dir="auto">
      <span class="g-marked">
        {sentence}
        {loudness !== 'list' && (
          <span
            class="underline"
            data-tone={badgeTone(shownRating(badged, card))}
            data-stance={stance}
            data-loudness={loudness}
          />
        )}
      </span>
      {loudness !== 'list' && (
        <span
          class="g-place"
          ref={(place) => {
            if (place && !place.firstChild) place.append(badgeElement(badged, card, loudness));
          }}
        />
      )}
    </p>
  );
}

export const marks: Group = {
  id: 'marks',
  title: 'Marks on a page',
  about:
    'An underline and a badge after the sentence, never over its letters. The colours are deeper than those of our own pages and have a rim, so that they stand off from any background. Nothing of it belongs to the page: copy and search do not meet it.',
  surface: 'overlay',
  width: 340,
  states: RATINGS.map((rating) => ({
    name: rating,
    show: () => <Line rating={rating} />,
  })),
};

const STANCES: readonly (readonly [string, LineProps])[] = [
  ['denies', { stance: 'denies', sentence: 'The bridge is not closed to lorries.' }],
  ['asks', { stance: 'asks', sentence: 'Is the bridge closed to lorries?' }],
  ['mentions', { stance: 'mentions', sentence: '“The bridge is closed to lorries.”' }],
  ['asserts, but not for sure', { sure: false }],
];

export const markStances: Group = {
  id: 'mark-stances',
  title: 'Marks: stance, loudness, grounds',
  about:
    'Only a sentence that itself makes the claim wears its verdict. One that denies it, asks about it or mentions it gets the sign for context and a broken line: a red sign beside a sentence that is right would say the opposite of the truth. How loud a mark is, the reader decides; each verdict may have its own.',
  surface: 'overlay',
  width: 340,
  states: [
    ...STANCES.map(([name, props]) => ({ name, show: () => <Line {...props} /> })),
    { name: 'underline and badge', show: () => <Line /> },
    { name: 'underline only', show: () => <Line loudness="underline" /> },
    {
      name: 'underline only, its button in focus',
      show: () => <Line loudness="underline" />,
      focus: '.badge',
    },
    { name: 'in the list only', show: () => <Line loudness="list" /> },
    { name: 'on white', show: () => <Line ground="#ffffff" words="#222222" /> },
    { name: 'on black', show: () => <Line ground="#000000" words="#dddddd" rating="misleading" /> },
    { name: 'on the tone’s own colour', show: () => <Line ground="#ae2828" words="#ffffff" /> },
    { name: 'on a middle grey', show: () => <Line ground="#8a8a8a" words="#000000" rating="true" /> },
    { name: 'right to left', show: () => <Line sentence="הגשר הצפוני נסגר למשאיות." /> },
  ],
};
