/** The content script: starts a session on the page, and follows the reader's settings. Wiring only. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { browser } from '../../lib/browser';
import type { PageState, TabView } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import { serveTab } from '../../lib/messages/serve';
import { HOST_TAG } from '../../lib/page/skip';
import { onChange } from '../../lib/store/changes';
import { type Session, startSession } from './session';

/** How long to wait before asking again when the background did not answer. */
const RETRY = 2_000;

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  runAt: 'document_idle',
  // It would tell every page that Factmark is here.
  noScriptStartedPostMessage: true,
  main() {
    // XML, images and the like have no body to read.
    if (!(document.body instanceof HTMLElement)) return;
    // Our own signal, not the framework's: a page could dispatch the event that ends that one.
    const life = new AbortController();
    const { signal } = life;
    let session: Session | undefined;
    let state: PageState | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const host = location.hostname || 'local files';

    /** After an update or removal of the extension this script is cut off: take the marks away, they answer to nobody. */
    const failed = (error: unknown) => {
      if (browser.runtime?.id === undefined) life.abort();
      else console.debug('factmark:', error);
    };
    const follow = async () => {
      const next = await page.pageState();
      if (signal.aborted) return;
      state = next;
      if (next.why === 'paused') again(next.pausedUntil - Date.now() + 50);
      if (!next.reading) {
        session?.stop();
        session = undefined;
        await page.report({ words: 0, matches: [] });
      } else if (session) session.again(next.loudness);
      else session = startSession(next.loudness, failed, signal);
    };
    const refresh = () => {
      clearTimeout(timer);
      follow().catch((error: unknown) => {
        failed(error);
        if (!signal.aborted) again(RETRY);
      });
    };
    const again = (wait: number) => {
      timer = setTimeout(refresh, Math.min(wait, 2 ** 31 - 1));
    };

    // What an earlier version of us may have left when it was replaced.
    for (const old of document.querySelectorAll(`body > ${HOST_TAG}`)) old.remove();
    onChange(refresh, signal);
    serveTab(
      {
        status: (): TabView => {
          if (!state) return { kind: 'waiting', host };
          if (!state.reading) return { kind: 'off', host, why: state.why ?? 'site' };
          return session?.read ? { kind: 'read', host, report: session.report() } : { kind: 'waiting', host };
        },
        reveal: ({ key }) => session?.reveal(key) ?? false,
        step: ({ forward }) => session?.step(forward) ?? false,
      },
      signal,
    );
    refresh();
  },
});
