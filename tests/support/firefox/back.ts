/** Pages out of the back/forward cache for Playwright: Firefox tells that it goes to them, but not that it is there. */
import type { Bridge } from './bridge';

interface Event {
  readonly context: string;
  readonly navigation: string;
  readonly url: string;
  readonly sandbox?: string;
}

/** Tells Playwright, whenever it goes back or forward. */
export function tellOfCachedPages(bridge: Bridge): void {
  const asked = new Set<string>();
  /** The navigation that has begun, by context. */
  const begun = new Map<string, Event>();
  bridge.onCommand(({ method, params }) => {
    if (method === 'browsingContext.traverseHistory') asked.add(String(params?.context));
    return undefined;
  });
  bridge.onEvent(({ method, params }) => {
    const event = params as unknown as Event;
    if (method === 'browsingContext.navigationStarted' && asked.delete(event.context))
      begun.set(event.context, event);
    if (method === 'browsingContext.navigationCommitted') begun.delete(event.context);
    const going = begun.get(event.context);
    if (method === 'script.realmCreated' && going && event.sandbox === undefined)
      void arrive(going).catch(() => {});
  });

  async function arrive(going: Event): Promise<void> {
    const { context, navigation, url } = going;
    const { result } = await bridge.send<{ result: { value?: unknown } }>('script.evaluate', {
      expression: 'document.readyState + " " + location.href',
      awaitPromise: false,
      target: { context },
    });
    // A page that is loaded anew is told of by Firefox itself.
    if (result.value !== `complete ${url}` || begun.get(context) !== going) return;
    begun.delete(context);
    const at = { context, navigation, url, timestamp: Date.now() };
    for (const step of ['navigationCommitted', 'domContentLoaded', 'load'])
      bridge.tell(`browsingContext.${step}`, at);
  }
}
