/** Draws the marks of one frame: overlay, badges, card and what is printed, put together. */
import { sayDate } from '../../components/dates';
import { createHost, type MovableHost } from '../../lib/page/overlay/host';
import { createOverlay } from '../../lib/page/overlay/overlay';
import { type PrintMark, watchPrint } from '../../lib/page/overlay/print';
import { direction, locale, say } from '../../lib/words';
import { isOrphan, LEAVE } from '../content/alive';
import { loudnessOf } from '../content/look';
import { type StartPainter, world } from '../content/world';
import { createCardLayer } from './card-layer';
import { createNotices, type Notices } from './notices';
import type { SightingMark } from './sighting-mark';
import css from './styles';

/** What the sessions of a frame share, one after another: our element, and what is told about a choice that ended one. */
let shared: { readonly host: MovableHost; readonly notices: Notices } | undefined;

export const startPainter: StartPainter = ({ published, isSite, home, onFailure }, signal) => {
  if (!shared) {
    const host = createHost(css, home);
    shared = { host, notices: createNotices(host, onFailure, world.life ?? signal) };
  }
  const { host, notices } = shared;
  const overlay = createOverlay(css, signal, () => host);
  const cardLayer = createCardLayer({ overlay, notices, published, isSite, onFailure }, signal);
  /** What is shown, with its card, in reading order. */
  let shown: readonly SightingMark[] = [];
  const { root, element } = host;
  // The next version of us found our host: who drew it is asked whether it still belongs to anybody.
  element.addEventListener(LEAVE, () => isOrphan() && onFailure('replaced'), { signal });
  watchPrint(
    () => ({
      title: say('card_print_title'),
      lang: locale(),
      dir: direction(),
      marks: shown.map(printed),
    }),
    () => (element.isConnected ? root : undefined),
    signal,
  );

  const focus = (key: string): boolean => {
    // Also out of the frame around: the reader pressed a key or chose from the list to be taken here.
    if (window.parent !== window) window.focus();
    const there = overlay.focus(key);
    if (there) showInParents();
    return there;
  };
  /** The overlay brings the mark into view within its frame; the frames around are scrolled by the browser. */
  const showInParents = () => {
    if (window.parent !== window) root.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return {
    show(sightings, cards, look) {
      cardLayer.know(cards);
      shown = sightings.flatMap((sighting) => {
        const card = cards.get(sighting.match.check);
        return card ? [cardLayer.mark(sighting, card, loudnessOf(look, card))] : [];
      });
      overlay.show(shown);
      const keys = new Set(shown.map(({ key }) => key));
      cardLayer.forgetGone(keys);
      const returned = notices.returned(keys);
      if (returned !== undefined) focus(returned);
    },
    focus,
    step(forward, enter) {
      const keys = shown.map(({ key }) => key);
      if (enter) return (forward ? keys : keys.reverse()).some(focus);
      const there = overlay.step(forward, false);
      if (there) showInParents();
      return there;
    },
  };
};

function printed({ sighting: { block, match }, card }: SightingMark): PrintMark {
  return {
    block,
    start: match.sentenceStart,
    end: match.sentenceEnd,
    sentence: match.sentence.replace(/\s+/g, ' '),
    verdict: card.verdict.label,
    question: card.question,
    by: card.checkedOn ? say('card_print_by', card.publisher, sayDate(card.checkedOn)) : card.publisher,
    quiet: match.stance !== 'asserts' || !match.stanceSure,
  };
}
