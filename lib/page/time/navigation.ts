/** Hears when a page becomes another one without loading: single-page sites that change the address themselves. */

/** The address without its fragment: what a page is, not where on it one stands. */
const here = () => location.href.replace(/#.*/s, '');

/**
 * Calls `callback` each time the page's address without its fragment has changed, by whatever way (links, back and
 * forward, `pushState`, `replaceState`), until `signal` aborts. The DOM usually changes only after it. Patches nothing
 * of the page. Without a Navigation API (before Firefox 147) `pushState` alone goes unheard.
 */
export function onNavigate(callback: (url: string) => void, signal: AbortSignal): void {
  let last = here();
  const look = () => {
    const now = here();
    if (now === last || signal.aborted) return;
    last = now;
    callback(now);
  };
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('pageshow', look, { signal });
  const { navigation } = globalThis as { navigation?: EventTarget };
  for (const type of ['currententrychange', 'navigatesuccess'])
    navigation?.addEventListener(type, look, { signal });
}
