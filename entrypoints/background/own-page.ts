/** A fact-check's own page says the claim in order to check it: it is not marked with that very check. */
import type { Review } from '../../lib/claims';
import type { PageAbout } from '../../lib/messages/calls';

/** A page as far as it tells whose it is: the address its frame has, and what it says of itself. */
export interface OwnPage {
  readonly url: string;
  readonly canonical: PageAbout['canonical'] | undefined;
  readonly hasReviews: boolean | undefined;
}

/**
 * Is the page the review itself, or a page of the review's publisher that carries fact-checks (the same check under
 * another address, an overview of checks)? What the page says can only take marks away from the page that says it.
 */
export function isOwnPage(check: Pick<Review, 'url'>, { url, canonical, hasReviews }: OwnPage): boolean {
  const there = placeOf(check.url);
  if (there === undefined) return false;
  const here = placeOf(url);
  if (here === there || placeOf(canonical) === there) return true;
  return hasReviews === true && here !== undefined && hostOf(here) === hostOf(there);
}

/** An address without what does not name the page: protocol, `www.`, query, hash, closing slash. */
function placeOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  return host === '' ? undefined : `${host.replace(/^www\./, '')}${pathname.replace(/(?<!\/)\/+$/, '')}`;
}

const hostOf = (place: string): string => place.replace(/\/.*$/s, '');
