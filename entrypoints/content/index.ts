/** The content script: starts a session on the page, and follows the reader's settings. Wiring only. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageState, TabView } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import { serveTab } from '../../lib/messages/serve';
import { HOST_TAG } from '../../lib/page/dom/host-tag';
import { bodyOf, doc } from '../../lib/page/dom/safe';
import { isOptedOut } from '../../lib/page/read/opt-out';
import { pause, whenAwake } from '../../lib/page/time/lifecycle';
import { onChange } from '../../lib/store/changes';
import { isOrphan, LEAVE } from './alive';
import { whenLargeEnough } from './large-enough';
import { followLinks } from './link-text';
import { watchOptOut } from './opting-out';
import { PAGES } from './pages';
import { type Session, startSession } from './session';
import { createTelling } from './telling';
import { createWatchers } from './watchers';
import { world } from './world';

/** How long to wait before asking again when the background did not answer. */
const RETRY = 2_000;
/** How long a frame waits that was one too many of its page: so long at first, twice as long each time after, up to this. */
const CROWDED = { first: 5_000, most: 600_000 };

export default defineContentScript({
  matches: [...PAGES],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // It would tell every page that Factmark is here.
  noScriptStartedPostMessage: true,
  async main() {
    // SVG and the like have no body to read; what Chromium shows of XML has one, in a document that makes no HTML elements
    // for us to draw with. Where a script of ours lives, it reads.
    if (!(doc.createElement('p') instanceof HTMLElement && bodyOf()) || world.life?.aborted === false) return;
    // Our own signal, not the framework's: a page could dispatch the event that ends that one.
    const life = new AbortController();
    const { signal } = life;
    world.life = signal;
    /** After an update or removal of the extension this script is cut off: take the marks away, they answer to nobody. */
    const failed = (error: unknown) => {
      if (isOrphan()) life.abort();
      else console.debug('factmark:', error);
    };
    await whenLargeEnough(signal);
    await whenAwake(signal);
    if (!signal.aborted) follow(failed, signal);
  },
});

/** Reads the page whenever the reader's settings allow it, and answers the popup and the keyboard. */
function follow(failed: (error: unknown) => void, signal: AbortSignal): void {
  let session: Session | undefined;
  let state: PageState | undefined;
  let waiting: AbortController | undefined;
  /** Has something changed that decides what is found? */
  let outdated = false;
  let crowded = CROWDED.first;
  const host = location.hostname || 'local files';
  const hearers = {
    onFailure: failed,
    report: createTelling(failed, signal),
    watchers: createWatchers(signal),
  };
  const linkText = followLinks(signal);

  const look = async () => {
    const next = await page.pageState({ first: state === undefined });
    if (signal.aborted) return;
    if (!state && performance.timeOrigin < next.since) clearAway();
    // Each frame speaks for itself.
    state = next.reading && isOptedOut() ? { ...next, reading: false, why: 'publisher' } : next;
    if (state.reading) crowded = CROWDED.first;
    if (next.why === 'paused') again(next.pausedUntil - Date.now() + 50);
    if (state.reading && session) {
      session.restyle(next);
      if (outdated) session.again();
    } else if (state.reading) session = startSession(next, hearers, signal);
    else {
      session?.stop();
      session = undefined;
      if (state.why === undefined) {
        again(crowded, () => {
          crowded = Math.min(2 * crowded, CROWDED.most);
        });
      }
    }
    outdated = false;
  };
  const refresh = () => {
    waiting?.abort();
    look().catch((error: unknown) => {
      failed(error);
      if (!signal.aborted) again(RETRY);
    });
  };
  /** Looks again after a while, when somebody sees the page; or sooner if settings change before. */
  const again = async (wait: number, then = () => {}) => {
    waiting?.abort();
    const turn = new AbortController();
    waiting = turn;
    await pause(Math.min(wait, 2 ** 31 - 1), AbortSignal.any([signal, turn.signal]));
    if (signal.aborted || turn.signal.aborted) return;
    then();
    refresh();
  };
  onChange((finds) => {
    outdated ||= finds;
    refresh();
  }, signal);
  watchOptOut(refresh, signal);
  serveTab(
    {
      status: (): TabView => {
        if (!state) return { kind: 'waiting', host };
        if (!state.reading) return { kind: 'off', host, why: state.why ?? 'site' };
        return session?.read ? { kind: 'read', host, report: session.report() } : { kind: 'waiting', host };
      },
      reveal: ({ key }) => session?.reveal(key) ?? false,
      step: ({ forward, enter }) => session?.step(forward, enter) ?? false,
      askAgain: () => {
        outdated = true;
        refresh();
      },
      linkText: ({ href }) => linkText(href),
    },
    signal,
  );
  refresh();
}

/**
 * Takes away what an earlier version of us may have left when it was replaced; it is told, or it would put it back. Not in
 * documents that are younger than this version: there, an element of our name is the page's own.
 */
function clearAway(): void {
  for (const old of doc.querySelectorAll(HOST_TAG)) {
    old.dispatchEvent(new Event(LEAVE));
    old.remove();
  }
}
