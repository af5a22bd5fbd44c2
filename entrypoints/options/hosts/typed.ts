/** What a reader types as a site, as settings name it: a host name, or `undefined` if there is none in it. */
export function hostFrom(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  try {
    const { protocol, hostname } = new URL(address);
    if (protocol !== 'http:' && protocol !== 'https:') return undefined;
    const host = hostname.replace(/\.$/, '');
    const plausible = host === 'localhost' || host.startsWith('[') || /^[^.]+(\.[^.]+)+$/.test(host);
    return plausible && host.length <= 253 ? host : undefined;
  } catch {
    return undefined;
  }
}
