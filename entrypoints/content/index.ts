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
import { createWatchers } from './watchers';
import { world } from './world';
import './alive.css';
import './print.css';

/** How long to wait before asking again when the background did not answer. */
const RETRY = 2_000;

export default defineContentScript({
  matches: [...PAGES],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // It would tell every page that Factmark is here.
  noScriptStartedPostMessage: true,
  async main() {
    // XML, images and the like have no body to read; where a script of ours lives, it reads.
    if (!(bodyOf() instanceof HTMLElement) || world.life?.aborted === false) return;
    // Our own signal, not the framework's: a page could dispatch the event that ends that one.
    const life = new AbortController();
    const { signal } = life;
    world.life = signal;
    // What an earlier version of us may have left when it was replaced; it is told, or it would put it back.
    for (const old of doc.querySelectorAll(HOST_TAG)) {
      old.dispatchEvent(new Event(LEAVE));
      old.remove();
    }
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
  const host = location.hostname || 'local files';
  const watchers = createWatchers(signal);
  const linkText = followLinks(signal);

  const look = async () => {
    const next = await page.pageState({ first: state === undefined });
    if (signal.aborted) return;
    // Each frame speaks for itself.
    state = next.reading && isOptedOut() ? { ...next, reading: false, why: 'publisher' } : next;
    if (next.why === 'paused') again(next.pausedUntil - Date.now() + 50);
    if (state.reading && session) {
      session.restyle(next);
      if (outdated) session.again();
    } else if (state.reading) session = startSession(next, failed, watchers, signal);
    else {
      session?.stop();
      session = undefined;
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
  const again = async (wait: number) => {
    waiting?.abort();
    const turn = new AbortController();
    waiting = turn;
    await pause(Math.min(wait, 2 ** 31 - 1), AbortSignal.any([signal, turn.signal]));
    if (!signal.aborted && !turn.signal.aborted) refresh();
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
