/** What a publisher wrote under “corrections”, as a link where it is one: it may be an address of any kind, or words. */
import { asciiAddress, isHttp } from './http';

/** Where a click goes: a page of the web, a letter, or nowhere. */
export type Contact =
  | { readonly kind: 'web' | 'mail'; readonly href: string; readonly text: string }
  | { readonly kind: 'words'; readonly text: string };

/** One mail address and nothing else; no header (`?subject=`, `%0A`) can come along. */
const MAIL = /^(?:mailto:)?([A-Za-z0-9.!#$&'*+/=_`{|}~^-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$/i;

/** Reads `said`, whatever it is. Only https, http and mailto ever become links. */
export function contactOf(said: string): Contact {
  const text = said.trim();
  if (isHttp(text)) return { kind: 'web', href: text, text: asciiAddress(text) };
  const mail = MAIL.exec(text)?.[1];
  return mail === undefined ? { kind: 'words', text } : { kind: 'mail', href: `mailto:${mail}`, text: mail };
}
