/**
 * Whether this script still belongs to an extension. Chromium lets the scripts of a disabled, removed or updated
 * extension run on, without telling them; they can only look. (Firefox ends them; see `marks/alive.css`.)
 */
import { browser } from '../../lib/browser';
import { ENDS_OUR_SCRIPTS } from '../../lib/browser/differences';
import { isAwake, onTurn } from '../../lib/page/time/lifecycle';

/** How often to look while marks are shown that answer to nobody, milliseconds. */
const LOOK_EVERY = 2_000;
/** Sent to a host that another script of ours has drawn: who drew it looks at once. Means nothing else to anybody. */
export const LEAVE = 'factmark-leave';

export const isOrphan = (): boolean => browser.runtime?.id === undefined;

/**
 * Calls `onOrphan` when the extension is gone: at once when the tab comes to the front, within two seconds while it is
 * there and `isDrawn`. In a hidden tab, and where nothing is drawn, no timer runs. Call the answer when what is drawn
 * has changed.
 */
export function watchOrphaned(isDrawn: () => boolean, onOrphan: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    if (isOrphan()) onOrphan();
    else follow();
  };
  const follow = () => {
    if (timer === undefined && isAwake() && isDrawn()) timer = setTimeout(look, LOOK_EVERY);
  };
  if (ENDS_OUR_SCRIPTS) return () => {};
  onTurn(look, signal);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return follow;
}
