/** The painter of a frame: its script comes with the first mark, because most pages have none. */
import { page } from '../../lib/messages/client';
import { pause } from '../../lib/page/time/lifecycle';
import { type Painter, type PainterWorld, world } from './world';

/**
 * Milliseconds until it is asked for again: a background that was ended meanwhile is back at once. Where the browser keeps our
 * script out it does so again and again.
 */
const AGAIN = [500, 5_000];

/** The painter of one session, made when it is first needed; ends with `signal`. */
export function createNeed(from: PainterWorld, signal: AbortSignal) {
  let painter: Painter | undefined;
  let coming: Promise<Painter | undefined> | undefined;
  const bring = async () => {
    for (const wait of [...AGAIN, undefined]) {
      try {
        if (!world.startPainter) await page.needMarks();
        if (!signal.aborted) painter = world.startPainter?.(from, signal);
        return painter;
      } catch (error) {
        from.onFailure(error);
      }
      if (wait !== undefined) await pause(wait, signal);
      if (signal.aborted) return undefined;
    }
    return undefined;
  };
  return {
    /** The painter if it is there already. */
    get painter() {
      return painter;
    },
    /** The painter, or `undefined` where nothing can be drawn; never rejects. */
    need: (): Promise<Painter | undefined> => {
      coming ??= bring();
      return coming;
    },
  };
}
