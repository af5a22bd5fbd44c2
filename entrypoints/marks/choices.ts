/** What the buttons of a card do, and how what they did is taken back. */
import type { CardChoices } from '../../components/CardActions';
import { page } from '../../lib/messages/client';
import { copyText } from '../../lib/page/dom/copy';
import { say } from '../../lib/words';
import type { Choice, Notices } from './notices';
import type { SightingMark } from './sighting-mark';

/** What the choices need of the card that is open. */
export interface OpenCard extends Pick<Choice, 'goOn'> {
  readonly notices: Notices;
  readonly isSite: boolean;
  readonly onFailure: (error: unknown) => void;
  /** Closes the card; answers with where it was and how it was used. */
  close(): Pick<Choice, 'near' | 'below' | 'keyboard'>;
}

/** The choices on the card of `mark`. */
export function choicesOf({ key, card, sighting }: SightingMark, open: OpenCard): CardChoices {
  const { check, sentence } = sighting.match;
  const choose = (text: string, call: () => Promise<unknown>, undo: () => Promise<unknown>) => {
    const where = open.close();
    open.notices.show({ ...where, text, key, done: call(), undo, goOn: open.goOn });
  };
  return {
    onOpen: () => void page.openCheck({ check }).catch(open.onFailure),
    onCopy: copyText,
    onDismiss: () =>
      choose(
        say('card_notice_dismissed'),
        () => page.dismissClaim({ check, sentence }),
        () => page.restoreClaim({ check, sentence }),
      ),
    onTopicOff: () =>
      choose(
        say(card.kind === 'review' ? 'card_notice_source' : 'card_notice_topic', card.topicTitle),
        () => page.switchTopicOf({ check, on: false }),
        () => page.switchTopicOf({ check, on: true }),
      ),
    onSiteOff: open.isSite
      ? () =>
          choose(
            say('card_notice_site'),
            () => page.switchSite({ on: false }),
            () => page.switchSite({ on: true }),
          )
      : undefined,
  };
}
