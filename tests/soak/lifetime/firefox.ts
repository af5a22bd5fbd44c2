/** The reader's Firefox, spoken with directly: for an hour no word of the browser's may be lost between. */
import { startFirefox } from '../../support/bidi';
import { endBackground, isBackgroundRunning } from '../../support/firefox/background';
import { browserWith, ID, inFrame, type Privileged } from '../../support/firefox/chrome';
import { FIREFOX_EXTENSION } from '../../support/firefox/launch';
import { complaints, forgetComplaints } from '../../support/firefox/owner';
import { plain, type Remote } from '../../support/firefox/remote';
import { attachSurface, clickToolbarButton } from '../../support/firefox/surfaces';
import { WORDS } from './chromium';
import type { Reader, Tab } from './reader';

interface Evaluated {
  readonly type: string;
  readonly result: Remote;
  readonly exceptionDetails?: { readonly text: string };
}

const HOST = `content.document.querySelector('factmark-overlay')`;
const OVERLAY = { document: 'content.document', host: HOST, root: `${HOST}?.openOrClosedShadowRoot ?? null` };

/** Errors of pages on loopback, none of which has a script that could make one. */
const IN_PAGES = `Services.console.getMessageArray()
  .filter((m) => m instanceof Ci.nsIScriptError && !(m.flags & Ci.nsIScriptError.warningFlag) && /^https?:/.test(m.sourceName))
  .map((m) => 'error in page: ' + m.errorMessage + ' ' + m.sourceName)`;

export async function firefoxReader(): Promise<Reader> {
  const { send, close, profile } = await startFirefox(['--remote-allow-system-access']);
  await send('webExtension.install', { extensionData: { type: 'path', path: FIREFOX_EXTENSION } });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const evaluate = async <T>(context: string, expression: string): Promise<T> => {
    const reply = await send<Evaluated>('script.evaluate', {
      expression,
      awaitPromise: true,
      target: { context },
      userActivation: true,
    });
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails?.text);
    return plain(reply.result) as T;
  };
  const privileged: Privileged = (expression) => evaluate(contexts[0]?.context ?? '', expression);
  const host = await privileged<string>(`WebExtensionPolicy.getByID('${ID}').mozExtensionHostname`);
  const origin = `moz-extension://${host}`;
  const first = (await send<{ contexts: { context: string }[] }>('browsingContext.getTree')).contexts[0]
    ?.context;
  const navigate = (context: string, url: string) =>
    send<void>('browsingContext.navigate', {
      context,
      url,
      wait: url.startsWith(origin) ? 'none' : 'complete',
    });
  const pointer = (context: string, actions: object[]) =>
    send<void>('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  return {
    name: 'firefox',
    profile,
    origin,
    async open(url, own = 'tab') {
      const beside = own === 'tab' && first !== undefined ? { referenceContext: first } : {};
      const { context } = await send<{ context: string }>('browsingContext.create', { type: own, ...beside });
      await navigate(context, url);
      // The address of a page of ours stands there before the page does.
      for (let n = 0; url.startsWith(origin) && n < 400; n++) {
        const there = await evaluate<boolean>(
          context,
          `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`,
        ).catch(() => false);
        if (there) break;
        await new Promise((done) => setTimeout(done, 25));
      }
      await send('browsingContext.activate', { context });
      return { key: context };
    },
    go: ({ key }, url) => navigate(key, url),
    front: ({ key }) => send<void>('browsingContext.activate', { context: key }),
    close: ({ key }: Tab) =>
      privileged(`(() => {
        const browser = ${browserWith(key)};
        for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser')) {
          const tab = gBrowser.getTabForBrowser(browser);
          if (tab) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
        }
      })()`),
    run: ({ key }, expression) => evaluate(key, expression),
    look: ({ key }, expression) =>
      inFrame(privileged, { browser: browserWith(key), given: OVERLAY, expression, asContentScript: true }),
    point: ({ key }, x, y, click) =>
      pointer(key, [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) - 1 },
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 30 },
        ...(click
          ? [
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ]
          : []),
      ]),
    async popup() {
      await clickToolbarButton(privileged);
      const popup = await attachSurface(privileged, 'popup.html');
      try {
        return await popup.evaluate<string>(WORDS);
      } finally {
        await popup.close();
      }
    },
    async kill() {
      const ran = await isBackgroundRunning(privileged);
      await endBackground(privileged);
      return ran;
    },
    async complaints() {
      const all = [...(await complaints(privileged)), ...(await privileged<string[]>(IN_PAGES))];
      await forgetComplaints(privileged);
      return all;
    },
    end: close,
  };
}
