/** Tells panels beside the page what was found in this frame and what is in view. Does nothing while none listens. */
import { serveWatchers, type Watched } from '../../lib/messages/watch';
import { type InView, watchInView } from '../../lib/page/watch/in-view';
import type { Sighting } from './sightings';

export interface Watchers {
  /** What is found here is another list now. */
  show(sightings: readonly Sighting[]): void;
  /** The reader was taken to this sentence. */
  prefer(key: string): void;
}

/** Ends with `signal`. */
export function createWatchers(signal: AbortSignal): Watchers {
  const tells = new Set<(now: Watched) => void>();
  let sightings: readonly Sighting[] = [];
  let now: Watched = { edition: 0, inView: undefined };
  let looking: { readonly at: InView; readonly end: AbortController } | undefined;

  const tell = (change: Partial<Watched>) => {
    now = { ...now, ...change };
    for (const each of tells) each(now);
  };
  const begin = () => {
    const end = new AbortController();
    looking = {
      at: watchInView((inView) => tell({ inView }), AbortSignal.any([signal, end.signal])),
      end,
    };
    looking.at.show(passagesOf(sightings));
  };

  const letGo = serveWatchers((send, gone) => {
    tells.add(send);
    if (!looking) begin();
    send(now);
    gone.addEventListener('abort', () => {
      tells.delete(send);
      if (tells.size > 0) return;
      looking?.end.abort();
      looking = undefined;
      now = { ...now, inView: undefined };
    });
  }, signal);
  // Firefox keeps the ports of a page that it keeps for going back; the panel is to watch the next one.
  window.addEventListener('pagehide', letGo, { signal });

  return {
    show(next) {
      sightings = next;
      looking?.at.show(passagesOf(next));
      tell({ edition: now.edition + 1 });
    },
    prefer: (key) => looking?.at.prefer(key),
  };
}

const passagesOf = (sightings: readonly Sighting[]) =>
  sightings.map(({ key, block, match }) => ({
    key,
    block,
    start: match.sentenceStart,
    end: match.sentenceEnd,
  }));
