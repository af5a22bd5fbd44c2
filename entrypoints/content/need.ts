/** The painter of a frame: its script comes with the first mark, because most pages have none. */
import { page } from '../../lib/messages/client';
import { type Painter, type PainterWorld, world } from './world';

/** Where the browser keeps our script out it does so again and again; a background that was busy answers next time. */
const MOST_FAILURES = 3;

/** The painter of one session, made when it is first needed; ends with `signal`. */
export function createNeed(from: PainterWorld, signal: AbortSignal) {
  let painter: Painter | undefined;
  let coming: Promise<Painter | undefined> | undefined;
  let failures = 0;
  const bring = async () => {
    try {
      if (!world.startPainter) await page.needMarks();
      if (!signal.aborted) painter = world.startPainter?.(from, signal);
    } catch (error) {
      from.onFailure(error);
      if (++failures < MOST_FAILURES) coming = undefined;
    }
    return painter;
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
