/** Hears when a page asks not to be read, or no longer does, after it was loaded. */
import { doc } from '../../lib/page/dom/safe';
import { isOptedOut, OPT_OUT_ATTRIBUTES } from '../../lib/page/read/opt-out';

/** Calls `onTurn` when `isOptedOut` answers differently, until `signal` aborts; looks only when the head changes. */
export function watchOptOut(onTurn: () => void, signal: AbortSignal): void {
  let out = isOptedOut();
  const changed = new MutationObserver(() => {
    if (isOptedOut() === out) return;
    out = !out;
    onTurn();
  });
  const { head } = doc;
  if (!head) return;
  changed.observe(head, {
    childList: true,
    subtree: true,
    attributeFilter: [...OPT_OUT_ATTRIBUTES],
  });
  signal.addEventListener('abort', () => changed.disconnect());
}
