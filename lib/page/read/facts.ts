/** The page's own facts, as its metadata tells them: headline, dates, language, address, and the checks it carries. */

import { attribute, doc, textContent } from '../dom/safe';
import { firstDay } from './first-day';
import { linkedData } from './linked-data';

export interface PageFacts {
  /** Its visible headline, else what it calls itself; at most 300 characters. */
  readonly headline: string;
  /** Day of publication as the publisher wrote it, `YYYY-MM-DD`, or ''. */
  readonly published: string;
  /** Day of the last change, `YYYY-MM-DD`, or ''. */
  readonly modified: string;
  /** Language tag such as `de-AT`, or ''. */
  readonly language: string;
  /** Its own address without fragment; the one it asks to be known by, if there is one. */
  readonly canonical: string;
  /** Claims and addresses of the fact-checks the page itself carries: it need not be told of its own verdicts. */
  readonly ownReviews: readonly string[];
}

const MOST_REVIEWS = 100;
const PUBLISHED =
  'article:published_time,og:article:published_time,datePublished,dcterms.created,dc.date.issued,dc.date,parsely-pub-date,pubdate,date';
const MODIFIED = 'article:modified_time,og:updated_time,dateModified,dcterms.modified,last-modified';

let known: { readonly key: string; readonly facts: PageFacts } | undefined;

/**
 * The facts of the page now. Read when first asked for, and again when address, title or metadata are other ones, as
 * after a navigation inside the page.
 */
export function pageFacts(): PageFacts {
  const { title, scripts, head, documentElement } = doc;
  const metadata = `${scripts.length} ${head?.childElementCount}`;
  const key = [address(location.href), title, documentElement.lang, metadata, text('h1')].join('\n');
  if (known?.key !== key) known = { key, facts: readFacts() };
  return known.facts;
}

function readFacts(): PageFacts {
  const { article, reviews } = linkedData();
  const said = (name: string) => (typeof article[name] === 'string' ? article[name] : '');
  const own = reviews.flatMap(({ claimReviewed, url }) => [claimReviewed, url]);
  for (const element of doc.querySelectorAll(
    '[itemtype*="schema.org/ClaimReview" i] [itemprop="claimReviewed"]',
  ))
    own.push(attribute(element, 'content') ?? textContent(element));
  return {
    headline: headline() || tidy(said('headline')) || tidy(meta('og:title')) || tidy(doc.title),
    published: firstDay([said('datePublished'), meta(PUBLISHED), time('datePublished'), time()]),
    modified: firstDay([said('dateModified'), meta(MODIFIED), time('dateModified')]),
    language:
      doc.documentElement.lang ||
      (attribute(doc.documentElement, 'xml:lang') ?? '') ||
      meta('content-language') ||
      said('inLanguage') ||
      meta('og:locale').replace('_', '-'),
    canonical:
      address(doc.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href ?? '') ||
      address(meta('og:url')) ||
      address(location.href),
    ownReviews: [...new Set(own.filter((said) => typeof said === 'string').map(tidy))]
      .filter((said) => said !== '')
      .slice(0, MOST_REVIEWS),
  };
}

/** The page's visible headline: its first heading of the first rank with words, in the story if there is one there. */
const headline = (): string => text('article h1') || text('main h1') || text('h1');

const text = (selector: string): string => {
  const element = doc.querySelector(selector);
  return element ? tidy(textContent(element)) : '';
};

const tidy = (said: string): string => said.replace(/\s+/g, ' ').trim().slice(0, 300);

/** Content of the first `<meta>` with one of these names, in the order of the names. */
function meta(names: string): string {
  for (const name of names.split(','))
    for (const kind of ['property', 'name', 'itemprop', 'http-equiv']) {
      const content = doc.querySelector(`meta[${kind}="${name}" i]`)?.getAttribute('content')?.trim();
      if (content) return content;
    }
  return '';
}

/** The moment that stands in the story, by its `itemprop` or the first `<time>` there. */
function time(property?: string): string {
  const selector = property
    ? `[itemprop~="${property}"]`
    : 'article time[datetime],main time[datetime],time[pubdate]';
  const element = doc.querySelector(selector);
  if (!element) return '';
  return attribute(element, 'datetime') ?? attribute(element, 'content') ?? textContent(element);
}

/** An address on the web without its fragment, or ''. */
function address(of: string): string {
  try {
    const url = new URL(of, doc.baseURI);
    url.hash = '';
    return url.protocol.startsWith('http') || url.protocol === 'file:' ? url.href : '';
  } catch {
    return '';
  }
}
