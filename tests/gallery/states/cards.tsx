/** The card beside a marked sentence. */
import { Card, type CardProps } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { say } from '../../../lib/words';
import {
  AGREE,
  CARD,
  cardProps,
  DIFFER,
  HEBREW_CARD,
  LONG_CARD,
  nothing,
  REVIEW_CARD,
} from '../fixtures/cards';
import type { Group, State } from '../state';

const card = (name: string, over: Partial<CardProps> = {}, more: Partial<State> = {}): State => ({
  name,
  show: () => <Card {...cardProps(over)} />,
  ...more,
});

export const cards: Group = {
  id: 'cards',
  title: 'Card',
  about:
    'Verdict first, in the publisher’s words; then how the sentence stands to the claim; question and answer; how old. Its colour is that of the verdict only if the sentence makes the claim. One button is filled: reading the check. It never covers the sentence it is about.',
  surface: 'overlay',
  width: 340,
  states: [
    card('a check, the sentence asserts the claim'),
    card('the sentence denies it', {
      stance: 'denies',
      sentence: 'The Harrow Bridge is not closed to lorries.',
    }),
    card('a bare review from a feed', {
      card: REVIEW_CARD,
      sentence: 'The second moon of Oberlin can be seen by day.',
    }),
    card('it mentions the claim, not for sure', { stance: 'mentions', stanceSure: false }),
    card('a check from right to left', {
      card: HEBREW_CARD,
      sentence: 'הגשר הצפוני נסגר למשאיות.',
    }),
    card('no date, no answer', { card: { ...CARD, checkedOn: '', answer: '' } }),
  ],
};

export const cardsMore: Group = {
  id: 'cards-more',
  title: 'Card: others, age, reasons',
  about:
    'What other publishers say stands beside, in their own words, never averaged. An article that is much newer than the check gets a warning as strong as the verdict: the check may not know what the article knows. Why it matched is one click away.',
  surface: 'overlay',
  width: 340,
  states: [
    card('others agree, the article is older', { others: AGREE, published: '2023-02-01' }),
    card('many others differ', { others: DIFFER }),
    card('the article is much newer: stale', { published: '2027-12-01', today: '2027-12-05' }),
    card('why it matched', {}, { clicks: ['summary'] }),
    card('long words', { card: LONG_CARD, others: AGREE }),
  ],
};

export const cardMenus: Group = {
  id: 'card-menus',
  title: 'Card: menus, copied, and the notice after a choice',
  about:
    'What is used seldom is in two menus, named and with keys of their own. Copying says that it worked, where it happened. “Not this claim”, a topic or a site switched off leaves a notice with Undo, where the card was, until the reader has moved on.',
  surface: 'overlay',
  width: 340,
  states: [
    card('citing', {}, { clicks: ['.menu-holder button'] }),
    card('less of it', {}, { clicks: ['.menu-holder + .menu-holder button'] }),
    card(
      'copied; the button in focus',
      {},
      {
        clicks: ['.menu-holder button', '.menu-item'],
        focus: '.card-primary',
      },
    ),
    card(
      'could not be copied',
      { onCopy: async () => false },
      { clicks: ['.menu-holder button', '.menu-item'] },
    ),
    {
      name: 'notices',
      show: () => (
        <div class="g-stack">
          <Notice text={say('card_notice_topic', CARD.topicTitle)} onUndo={nothing} onClose={nothing} />
          <Notice text={say('card_notice_undone')} onClose={nothing} />
          <Notice text={say('card_notice_failed')} onClose={nothing} />
        </div>
      ),
    },
  ],
};
