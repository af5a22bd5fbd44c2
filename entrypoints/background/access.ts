/**
 * The reader lets Factmark into more websites, or out of some, while tabs are open: those it may read now are read
 * without a reload, from those it may not read any more it withdraws.
 */
import { onAccess } from '../../lib/browser/access';
import { announceAccess } from '../../lib/store/changes';
import { fillTabs } from './inject';

/** To be called whenever the background starts. */
export function followAccess(): void {
  onAccess((more) => {
    // A script that is there already hears of it and asks anew; a second one finds the first and leaves.
    const told = announceAccess();
    (more ? told.then(fillTabs) : told).catch((error) => console.warn(`factmark: ${String(error)}`));
  }, new AbortController().signal);
}
