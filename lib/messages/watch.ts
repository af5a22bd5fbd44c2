/**
 * A panel beside the page watches its frames: over a port that it opens to a frame, the frame tells when what was found in
 * it has changed, and which sentence the reader has before the eyes. Without such a port nothing is looked at or told.
 */
import { browser, type Runtime } from '../browser';
import { isOurs } from './serve';

const WATCH = 'factmark/watch';

/** What a frame tells. */
export interface Watched {
  /** Another number: what was found here is another list. */
  readonly edition: number;
  /** The key of the sentence in view, as in the frame's report. */
  readonly inView: string | undefined;
}

/** Characters of a key; what is longer was not written by our content script. */
const LONGEST = 10_000;

/**
 * Calls `onWatcher` for each panel that begins to watch this frame; its signal aborts when the panel stops. Ends with
 * `signal`. Answers with what lets all panels go that watch now.
 */
export function serveWatchers(
  onWatcher: (tell: (now: Watched) => void, gone: AbortSignal) => void,
  signal: AbortSignal,
): () => void {
  const open = new Map<Runtime.Port, AbortController>();
  const listener = (port: Runtime.Port) => {
    if (port.name !== WATCH || !isOurs(port.sender)) return;
    const gone = new AbortController();
    open.set(port, gone);
    port.onDisconnect.addListener(() => {
      open.delete(port);
      gone.abort();
    });
    onWatcher((now) => !gone.signal.aborted && port.postMessage(now), gone.signal);
  };
  // Held, because nothing can be asked for in a script whose extension is gone.
  const { onConnect } = browser.runtime;
  onConnect.addListener(listener);
  const letGo = () => {
    for (const [port, gone] of open) {
      open.delete(port);
      port.disconnect();
      gone.abort();
    }
  };
  signal.addEventListener('abort', () => {
    onConnect.removeListener(listener);
    letGo();
  });
  return letGo;
}

/** Watches a frame of a tab until `signal` aborts; `onEnd`: there is nobody, or no longer. */
export function watchFrame(
  tabId: number,
  frameId: number,
  onTell: (now: Watched) => void,
  onEnd: () => void,
  signal: AbortSignal,
): void {
  const port = browser.tabs.connect(tabId, { name: WATCH, frameId });
  port.onMessage.addListener((now: unknown) => isWatched(now) && onTell(now));
  port.onDisconnect.addListener(() => {
    // Read, or the browser would write into the console that nobody looked at it.
    void browser.runtime.lastError;
    onEnd();
  });
  signal.addEventListener('abort', () => port.disconnect());
}

function isWatched(now: unknown): now is Watched {
  if (typeof now !== 'object' || now === null) return false;
  const { edition, inView } = now as Partial<Watched>;
  if (typeof edition !== 'number') return false;
  return inView === undefined || (typeof inView === 'string' && inView.length <= LONGEST);
}
