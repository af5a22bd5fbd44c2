/** A click that was begun before what it hits could be seen there was meant for something else. */
import { end } from './escape';

/** As long as browsers keep their own questions from being answered: half a second. */
const SETTLE = 500;

/**
 * Lets no click of a pointer into `layer` within half a second of its coming or moving, for a page decides where its
 * sentences stand, and so what comes under the pointer. Call the answer each time it comes or moves. Keys are let through:
 * no page brings the focus into our root.
 */
export function guardClicks(layer: HTMLElement): () => void {
  let since = 0;
  layer.addEventListener(
    'click',
    (event) => {
      // A key's click has no count.
      if (event.detail > 0 && event.timeStamp - since < SETTLE) end(event);
    },
    true,
  );
  return () => {
    since = Number.POSITIVE_INFINITY;
    // Begins when it has been painted, which a page that is busy can put off.
    requestAnimationFrame(() =>
      requestAnimationFrame((now) => {
        since = now;
      }),
    );
  };
}
