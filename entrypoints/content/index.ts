/** The content script: starts a session on the page, and follows the reader's settings. Wiring only. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageState, TabView } from '../../lib/messages/calls';
import { page } from '../../lib/messages/client';
import { serveTab } from '../../lib/messages/serve';
import { onChange } from '../../lib/store/changes';
import { type Session, startSession } from './session';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  runAt: 'document_idle',
  async main(context) {
    // XML, images and the like have no body to read.
    if (!(document instanceof HTMLDocument) || !document.body) return;
    const { signal } = context;
    let session: Session | undefined;
    let state: PageState | undefined;
    let resume: ReturnType<typeof setTimeout> | undefined;
    const host = location.hostname || 'local files';

    const follow = async () => {
      const next = await page.pageState();
      if (signal.aborted) return;
      const same = session && state?.reading === next.reading;
      state = next;
      clearTimeout(resume);
      if (next.why === 'paused')
        resume = setTimeout(refresh, Math.min(next.pausedUntil - Date.now() + 50, 2 ** 31 - 1));
      if (!next.reading) {
        session?.stop();
        session = undefined;
        await page.report({ words: 0, matches: [] });
      } else if (same) session?.again(next.loudness);
      else session = startSession(next.loudness, signal);
    };
    // An update or removal of the extension cuts us off: then there is nobody left to ask, and nothing to do.
    const refresh = () =>
      void follow().catch((error: unknown) => context.isValid && console.debug('factmark:', error));

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
