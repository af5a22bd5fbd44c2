/** Every request of Firefox over the network, as its own observer is told of it before it is sent. */
import type { Seen } from '../requests';
import type { Privileged } from './chrome';

/** Begins to watch; answers with all requests since, each with the origin that made it, or '' of the browser's own. */
export async function watchRequests(privileged: Privileged, own: string): Promise<() => Promise<Seen[]>> {
  await privileged(`(() => {
    const seen = window.factmarkRequests = [];
    Services.obs.addObserver((subject) => {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
      // A content script asks in two names at once: its page's and ours.
      const names = [triggeringPrincipal, loadingPrincipal].map((p) => p?.origin ?? '');
      seen.push([channel.URI.spec, names.find((name) => name.includes(${JSON.stringify(own)})) ? ${JSON.stringify(own)} : names[0]]);
    }, 'http-on-opening-request');
  })()`);
  return async () => {
    const all = await privileged<[string, string][]>('window.factmarkRequests');
    return all.map(([url, by]) => ({ url, by: by.startsWith('[System') ? '' : by }));
  };
}
