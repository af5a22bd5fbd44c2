/** The manifest's permissions and its content security policy, each with its reason beside it. */
import listed from './permissions.json' with { type: 'json' };

interface Permission {
  /** Browsers it is asked for in. */
  readonly in: readonly string[];
  /** What the package must call for it to be needed. */
  readonly calls: readonly string[];
  readonly why: string;
}

/** By the manifest's names. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = listed.permissions;
export const OPTIONAL: Readonly<Record<string, Permission>> = listed.optional;
export const HOSTS: { readonly addresses: readonly string[]; readonly why: string } = listed.hosts;

/** Names of those that are asked for in `browser`, in the order of the list. Edge runs Chrome's package. */
export const namesIn = (list: Readonly<Record<string, Permission>>, browser: string): string[] =>
  Object.keys(list).filter((name) => list[name]?.in.includes(browser === 'firefox' ? 'firefox' : 'chrome'));

/**
 * What pages, workers and the background of the extension may load. Everything comes from the package; only the library
 * asks hosts, those a reader added, which may be any. `airGap`: no host at all.
 */
export function securityPolicy(airGap: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // The arrow of the settings' lists is a drawing in the style sheet.
    "img-src 'self' data:",
    airGap ? "connect-src 'self'" : "connect-src 'self' https: http:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // A text can't become markup or code, not even by a mistake of ours.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
