/**
 * A report to put into a bug report. It holds versions, counts and states: no word of a page, no site, no claim, and no
 * address or title of a source unless the reader wants them in.
 */
import { browser } from '../../lib/browser';
import type { PanelCalls } from '../../lib/messages/calls';
import type { Handlers } from '../../lib/messages/wire';
import type { StoredRequest } from '../../lib/store/database';
import { readSources } from '../../lib/store/editions/swap';
import type { LiveLibrary } from '../../lib/store/live';
import { readReceipt } from '../../lib/store/network/receipt';
import { readOpened } from '../../lib/store/opened/opened';
import type { Settings } from '../../lib/store/settings';
import { lockedSettings, readSettings } from '../../lib/store/settings-store';
import type { StoredSource } from '../../lib/store/source';
import { locale } from '../../lib/words';

type Calls = Pick<PanelCalls, 'diagnostics'>;

export const diagnosticsHandler = (live: LiveLibrary): Handlers<Calls, undefined> => ({
  diagnostics: async ({ addresses }) => {
    const { database, checks, starter, version } = await live();
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    const { usage, quota } = await navigator.storage.estimate();
    const report = {
      report: 'factmark-diagnostics-1',
      made: new Date().toISOString(),
      factmark: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      platform: await browser.runtime.getPlatformInfo(),
      language: { browser: browser.i18n.getUILanguage(), words: locale() },
      // Which hosts were allowed besides would tell of sources.
      permissions: { names: [...permissions].sort(), hosts: origins.length },
      storage: { usage, quota },
      settings: settingsIn(await readSettings(), await lockedSettings()),
      library: {
        checks: checks.size,
        starter: starter.version,
        ...(addresses ? { version } : {}),
        sources: (await readSources(database)).map((source, i) => sourceIn(source, i, addresses)),
      },
      requests: requestsIn(await readReceipt(database)),
      opened: (await readOpened(database)).length,
    };
    return JSON.stringify(report, null, 2);
  },
});

/** Choices as they are; of lists, only how long they are. */
export function settingsIn(settings: Settings, locked: readonly string[]) {
  const { topicsOff, sitesOff, sitesOnly, dismissed, ...choices } = settings;
  return {
    ...choices,
    topicsOff: topicsOff.length,
    sitesOff: sitesOff.length,
    sitesOnly: sitesOnly.length,
    dismissed: dismissed.length,
    locked,
  };
}

/** A source by its number; `addresses`: with its title and its address. */
export function sourceIn(source: StoredSource, number: number, addresses: boolean) {
  const { kind, title, address, schedule, publishersOff, current, previous, added, looked, failed } = source;
  return {
    source: number + 1,
    kind,
    ...(addresses
      ? { title, address: address ?? 'file' }
      : { from: address === undefined ? 'file' : 'address' }),
    schedule,
    checks: current.checks,
    reviews: current.reviews,
    unmatched: current.unmatched,
    bytes: current.bytes,
    layers: current.layers.length,
    languages: current.languages,
    publishers: current.publishers.length,
    publishersOff: publishersOff.length,
    records: { ...current.records, first: undefined },
    previous: previous !== undefined,
    signed: source.key !== undefined,
    added,
    looked,
    failed: failed === undefined ? undefined : addresses ? failed : withoutAddresses(failed, source),
  };
}

/** What went wrong, in words, without the host, the address and the title that it may name. */
export function withoutAddresses(
  words: string,
  { title, address }: Pick<StoredSource, 'title' | 'address'>,
): string {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const names = [address, title, url?.host, url?.hostname].filter(
    (name) => name !== undefined && name !== '',
  );
  const without = names.reduce<string>((text, name) => text.replaceAll(name ?? '', '…'), words);
  // Another address may be named: where a host sends on to, where a pack is already.
  return without
    .replace(/\bhttps?:\/\/\S+/gi, '…')
    .replace(/\b([\w-]+\.)+[a-z]{2,}(:\d+)?\b(\/\S*)?|\b\d+(\.\d+){3}\b(:\d+)?/gi, '…');
}

/** How many requests there were, and how they ended by HTTP status; 0: no answer. */
export function requestsIn(requests: readonly StoredRequest[]) {
  const byStatus: Record<string, number> = {};
  for (const { status } of requests) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return { made: requests.length, bytes: requests.reduce((sum, r) => sum + r.bytes, 0), byStatus };
}
