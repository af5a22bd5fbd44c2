/** Addresses in records: only whole ones of the web become links; relative ones are resolved where that is certain. */
import * as v from 'valibot';
import { httpUrl } from '../check';
import { LONGEST } from '../review';
import { many, type Notes, written } from './fields';
import { isRow } from './type';

/** The first address of the web in one or many strings or objects with an `@id` or `url`. */
export function address(
  value: unknown,
  pointer: string,
  notes: Notes,
  base: string | undefined,
): string | undefined {
  let refused: string | undefined;
  for (const item of many(value)) {
    const said = isRow(item) ? written(item['@value'] ?? item['@id'] ?? item.url) : written(item);
    if (said === '') continue;
    const found = v.safeParse(httpUrl, resolved(said, base));
    if (found.success) return found.output;
    refused ??= said;
  }
  if (refused !== undefined)
    notes.add(
      'address-refused',
      pointer,
      'is not a full address of the web (http or https); it was left out',
    );
  return undefined;
}

/** A file's name, as a relative address may begin with one; any other name with a dot may be a host. */
const FILE = /^[^/?#]+\.(?:html?|php|aspx?)(?=$|[?#])/i;

/**
 * `reference` resolved against `base` (RFC 3986, section 5.2). One that has a scheme, or may begin with a host whose
 * scheme is missing (`news.example/story`), is given back as it is.
 */
export function resolved(reference: string, base: string | undefined): string {
  const from = /^(https?:)(\/\/[^/?#]+)([^?#]*)/i.exec(base ?? '');
  if (from === null || /^[a-z][a-z0-9+.-]*:/i.test(reference)) return reference;
  const [, scheme = '', host = '', path = ''] = from;
  if (reference.startsWith('//')) return scheme + reference;
  if (/^[?#]/.test(reference)) return `${scheme}${host}${path || '/'}${reference}`;
  const first = /^[^/?#]*/.exec(reference)?.[0] ?? '';
  if (first.includes('.') && first !== '.' && first !== '..' && !FILE.test(reference)) return reference;
  const merged = reference.startsWith('/')
    ? reference
    : `${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${reference}`;
  const [, steps = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(merged) ?? [];
  return `${scheme}${host}${withoutDots(steps)}${rest}`;
}

/** `/a/b/../c/.` is `/a/c/` (RFC 3986, section 5.2.4). */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const steps = path.split('/').slice(1);
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '.') kept.push(step);
  }
  const last = steps.at(-1);
  return `/${kept.join('/')}${(last === '.' || last === '..') && kept.length > 0 ? '/' : ''}`;
}

// It is wherever this runs; only its type is the DOM's, which is not known here.
declare const URL: new (address: string) => { readonly hostname: string };

/**
 * `news.example.org` of an address of the web, without `www.`; '' if there is none. In ASCII (`xn--…`, UTS #46): it is shown
 * to readers, who could take letters of another alphabet for others; and one host has one name, however it is written.
 */
export function hostName(url: string | undefined): string {
  if (url === undefined || v.safeParse(httpUrl, url).issues) return '';
  return new URL(url).hostname.replace(/^www\./, '').slice(0, LONGEST.name);
}
