/** The pointer on its way from a badge to its card, over whatever lies between: so long the card stays. */
import { HOST_TAG } from '../../lib/page/dom/host-tag';
import { isOnTheWay, type Point } from './geometry';

/** A hand may rest on the way for so long, milliseconds. */
const REST = 700;

/**
 * While `card()` is open: each time the pointer moves outside of it but towards it, `stay` is told how long the card is
 * to be kept from now on. The way begins where the pointer was when it was last on something of ours.
 */
export function watchTravel(
  card: () => DOMRect | undefined,
  stay: (ms: number) => void,
  signal: AbortSignal,
): void {
  let from: Point | undefined;
  window.addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y, pointerType, target }) => {
      // Events from inside our closed root name its host.
      if (target instanceof Element && target.localName === HOST_TAG) {
        from = { x, y };
        return;
      }
      const to = from && pointerType !== 'touch' ? card() : undefined;
      if (from && to && isOnTheWay({ x, y }, from, to)) stay(REST);
      else from = undefined;
    },
    { signal, capture: true, passive: true },
  );
}
