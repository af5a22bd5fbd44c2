/** Which hosts the sources need: an address as a match pattern of the browser, and what nobody needs any more. */

/** What a reader types or pastes as a source's address: an http(s) address without its fragment, or `undefined`. */
export function addressFrom(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/.test(text) || text.length > 2_000) return undefined;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol) || !isHost(url.hostname) || url.username || url.password)
    return undefined;
  url.hash = '';
  return url.href;
}

const isHost = (host: string): boolean => host === 'localhost' || host.startsWith('[') || host.includes('.');

/** The host that is asked, as a reader knows it. */
export const hostIn = (address: string): string => new URL(address).host;

/** Match pattern of all of an address's host. Ports are left out: not every browser has them in patterns. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

interface Addressed {
  readonly id: string;
  readonly address?: string;
}

/** The hosts that nobody asks any more without the source `id`; its host on another port or scheme is that host, too. */
export function hostsLeftBy(id: string, sources: readonly Addressed[]): readonly string[] {
  const nameOf = ({ address }: Addressed) =>
    address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined;
  const asked = new Set(sources.filter((s) => s.id !== id).map(nameOf));
  return sources.flatMap((s) =>
    s.id === id && s.address !== undefined && nameOf(s) !== undefined && !asked.has(nameOf(s))
      ? [hostIn(s.address)]
      : [],
  );
}

/** The origins that only the source `id` needs, of all `sources`. */
export function freedBy(id: string, sources: readonly Addressed[]): readonly string[] {
  const originsOf = (some: readonly Addressed[]) =>
    some.flatMap(({ address }) =>
      address !== undefined && URL.canParse(address) ? [originOf(address)] : [],
    );
  const needed = new Set(originsOf(sources.filter((s) => s.id !== id)));
  return originsOf(sources.filter((s) => s.id === id)).filter((origin) => !needed.has(origin));
}
