/** Which sites are read: lists of hosts, with `*.` for a host and all under it, and two ways of using them. */
import type { Settings } from './settings';

/** Does an entry of a list name this host? */
export const namesHost = (entry: string, host: string): boolean =>
  entry.startsWith('*.') ? host === entry.slice(2) || host.endsWith(entry.slice(1)) : entry === host;

type SiteSettings = Pick<Settings, 'siteMode' | 'sitesOff' | 'sitesOnly'>;

/** Is Factmark off at this host? Where only listed sites are read, `sitesOff` still takes some of them out. */
export function isSiteOff({ siteMode, sitesOff, sitesOnly }: SiteSettings, host: string): boolean {
  if (sitesOff.some((entry) => namesHost(entry, host))) return true;
  return siteMode === 'only' && !sitesOnly.some((entry) => namesHost(entry, host));
}

/**
 * The change that switches one host on or off. On: entries that name just this host leave `sitesOff`; where it still
 * is off, because a wildcard names it, the wildcard goes too, and where only listed sites are read it is listed.
 */
export function withSite(settings: SiteSettings, host: string, on: boolean): Partial<Settings> {
  if (host === '') return {};
  const { siteMode, sitesOff, sitesOnly } = settings;
  if (!on && siteMode === 'only') {
    const left = sitesOnly.filter((entry) => entry !== host);
    if (isSiteOff({ siteMode, sitesOff, sitesOnly: left }, host)) return { sitesOnly: left };
  }
  if (!on) return { sitesOff: [...sitesOff.filter((entry) => entry !== host), host] };
  const off = sitesOff.filter((entry) => !namesHost(entry, host));
  const listed = siteMode === 'all' || sitesOnly.some((entry) => namesHost(entry, host));
  return { sitesOff: off, ...(listed ? {} : { sitesOnly: [...sitesOnly, host] }) };
}
