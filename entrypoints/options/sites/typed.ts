/** What a reader types or pastes as a site, as the lists of sites name it, or what is wrong with it. */
import { hostOf } from '../../../lib/messages/serve';
import { namesHost } from '../../../lib/store/sites';
import { say } from '../../../lib/words';

export type Typed = { readonly entry: string } | { readonly wrong: string };

/** Longest host name (RFC 1035). */
const LONGEST = 253;

/**
 * A host name, the address of a page, or `*.` before a host name. `under`: with every site under it, which is written
 * `*.` too; “www.” is then left out.
 */
export function siteFrom(typed: string, under: boolean): Typed {
  const text = typed.trim();
  if (text === '') return { wrong: say('options_sites_wrong_empty') };
  if (/^file:/i.test(text)) return { entry: hostOf('file:///') };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:/i.test(text))
    return { wrong: say('options_sites_wrong_kind') };
  const starred = /^(https?:\/\/)?\*\./i.test(text);
  const plain = starred ? text.replace('*.', '') : text;
  if (plain.includes('*')) return { wrong: say('options_sites_wrong_star') };
  const host = hostIn(plain);
  if (host === undefined) return { wrong: say('options_sites_wrong_host', text.slice(0, 60)) };
  const named = /[a-z]/i.test(host) && host.includes('.') && !host.startsWith('[');
  if (!named || !(starred || under)) return { entry: host };
  return { entry: `*.${host.replace(/^www\.(?=.+\.)/, '')}` };
}

function hostIn(text: string): string | undefined {
  if (/\s/.test(text)) return undefined;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/\.$/, '');
  const plausible = host === 'localhost' || host.startsWith('[') || /^[^.]+(\.[^.]+)+$/.test(host);
  return plausible && host.length <= LONGEST ? host : undefined;
}

/** Is `entry` on the list already, or part of an entry that is? Answers in words, '' if it is not. */
export function alreadyOn(list: readonly string[], entry: string): string {
  if (list.includes(entry)) return say('options_sites_already', nameOf(entry));
  const host = entry.replace(/^\*\./, '');
  const wider = list.find((other) => other.startsWith('*.') && namesHost(other, host));
  return wider === undefined ? '' : say('options_sites_covered', nameOf(entry), wider.slice(2));
}

/** “example.org and every site under it” */
export const nameOf = (entry: string): string =>
  entry.startsWith('*.') ? say('options_sites_under', entry.slice(2)) : entry;
