/** Pages of extensions for Playwright: Firefox tells when they are navigated to, but not of realm, load and closing. */
import type { Bridge } from './bridge';
import { browserWith, idOfBrowser, type Privileged, WINDOW } from './chrome';

interface Navigation {
  readonly context: string;
  readonly navigation: string;
  readonly url: string;
}
interface Evaluated {
  readonly realm: string;
  readonly result: { readonly value?: unknown };
}

/** Not of the web: of an extension, or the browser's own. */
const isOwn = (url: string) => /^(moz-extension|about:(?!blank|srcdoc)|chrome):?/.test(url);

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Tells Playwright; `watch` begins once the browser's own scope can be asked. */
export function tellOfOwnPages(bridge: Bridge): { watch(privileged: Privileged): Promise<void> } {
  /** Realm told of, by context. */
  const realms = new Map<string, string>();
  /** The navigation a context is in, by context. */
  const navigations = new Map<string, string>();
  /** Address of the document in a context. */
  const addresses = new Map<string, string>();

  bridge.onEvent(({ method, params }) => {
    const navigation = params as unknown as Navigation;
    if (method === 'browsingContext.contextDestroyed') navigations.delete(navigation.context);
    if (method !== 'browsingContext.navigationCommitted') return;
    const { context, url } = navigation;
    navigations.set(context, navigation.navigation);
    addresses.set(context, url);
    forget(context);
    if (isOwn(url)) void follow(navigation).catch(() => {});
  });

  function forget(context: string): void {
    const realm = realms.get(context);
    realms.delete(context);
    if (realm) bridge.tell('script.realmDestroyed', { realm });
  }

  // Firefox leaves some commands to close such a page unanswered, and the page open.
  let focus: ((context: string) => Promise<unknown>) | undefined;
  let closeTab: ((context: string) => Promise<unknown>) | undefined;
  bridge.onCommand(({ method, params }) => {
    const context = String(params?.context);
    if (method !== 'browsingContext.close' || !isOwn(addresses.get(context) ?? '')) return undefined;
    return closeTab?.(context);
  });

  /** Tells of each closed tab that showed a page of ours, until the browser is gone. */
  async function watch(privileged: Privileged): Promise<void> {
    // The document before it had the keyboard, in another process.
    focus = (context) =>
      privileged(`(() => {
        const browser = ${browserWith(context)};
        if (browser && browser === ${WINDOW}.gBrowser.selectedBrowser) browser.focus();
      })()`);
    closeTab = (context) =>
      privileged(`(() => {
        const { gBrowser } = ${WINDOW};
        const tab = gBrowser.getTabForBrowser(${browserWith(context)});
        if (tab) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
      })()`);
    await privileged(`(() => {
      const window = ${WINDOW};
      window.factmarkClosed = [];
      window.gBrowser.tabContainer.addEventListener('TabClose', ({ target }) => {
        window.factmarkClosed.push(${idOfBrowser('target.linkedBrowser')});
        window.factmarkHeard?.();
      });
    })()`);
    const wait = `new Promise((done) => {
      const window = ${WINDOW};
      const take = () => { window.factmarkHeard = undefined; done(window.factmarkClosed.splice(0)); };
      if (window.factmarkClosed.length > 0) take(); else window.factmarkHeard = take;
    })`;
    for (;;) {
      const closed = await privileged<string[]>(wait).catch(() => undefined);
      if (!closed) return;
      for (const context of closed) {
        const url = addresses.get(context) ?? '';
        addresses.delete(context);
        if (!isOwn(url)) continue;
        navigations.delete(context);
        forget(context);
        const gone = {
          context,
          url,
          children: [],
          originalOpener: null,
          userContext: 'default',
          parent: null,
        };
        bridge.tell('browsingContext.contextDestroyed', gone);
      }
    }
  }

  async function follow(page: Navigation): Promise<void> {
    const { context } = page;
    const states = ['loading', 'interactive', 'complete'];
    for (let told = 0; told < states.length; ) {
      const { realm, result } = await bridge.send<Evaluated>('script.evaluate', {
        expression: 'location.href + " " + document.readyState',
        awaitPromise: false,
        target: { context },
      });
      if (navigations.get(context) !== page.navigation) return;
      const [href, state] = String(result.value).split(' ');
      // The document before it may still stand there.
      if (href?.split('#')[0] !== page.url.split('#')[0]) {
        await pause(5);
        continue;
      }
      const at = { context, navigation: page.navigation, timestamp: Date.now(), url: page.url };
      const reached = states.indexOf(state ?? '') + 1;
      for (; told < reached; told++) {
        if (told === 0) {
          realms.set(context, realm);
          bridge.tell('script.realmCreated', {
            realm,
            origin: new URL(page.url).origin,
            context,
            type: 'window',
          });
        } else {
          if (told === 2) await focus?.(context);
          bridge.tell(`browsingContext.${told === 1 ? 'domContentLoaded' : 'load'}`, at);
        }
      }
      await pause(5);
    }
  }
  return { watch };
}
