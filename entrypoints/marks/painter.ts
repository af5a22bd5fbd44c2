/** Draws the marks of one frame: overlay, badges, card and what is printed, put together. */
import { createOverlay } from '../../lib/page/overlay/overlay';
import { type PrintMark, watchPrint } from '../../lib/page/overlay/print';
import { say } from '../../lib/words';
import { isOrphan, LEAVE } from '../content/alive';
import type { StartPainter } from '../content/world';
import { createCardLayer } from './card-layer';
import type { SightingMark } from './sighting-mark';
import css from './styles';

export const startPainter: StartPainter = (onFailure, signal) => {
  const overlay = createOverlay(css, signal);
  const cardLayer = createCardLayer(overlay, onFailure, signal);
  /** What is shown, with its card, in reading order. */
  let shown: readonly SightingMark[] = [];
  const { root, element } = overlay.host();
  // The next version of us found our host: who drew it is asked whether it still belongs to anybody.
  element.addEventListener(LEAVE, () => isOrphan() && onFailure('replaced'), { signal });
  watchPrint(
    () => shown.map(printed),
    () => (element.isConnected ? root : undefined),
    () => say('common_print_title'),
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
    show(sightings, cards, loudness) {
      cardLayer.know(cards);
      shown = sightings.flatMap((sighting) => {
        const card = cards.get(sighting.match.check);
        return card ? [cardLayer.mark(sighting, card, loudness)] : [];
      });
      overlay.show(shown);
      cardLayer.forgetGone(new Set(shown.map(({ key }) => key)));
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
    publisher: card.publisher,
    date: card.checkedOn,
    quiet: match.stance !== 'asserts' || !match.stanceSure,
  };
}
