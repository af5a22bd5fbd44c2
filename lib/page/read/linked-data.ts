/**
 * What a page says of itself as JSON-LD: its article and the fact-checks it carries. Written by hand: the packages
 * that do this are made for servers and bring an HTML parser along (17 kB and more), and those small enough for every
 * page know neither `@graph` nor ClaimReview.
 */
import { doc, textContent } from '../dom/safe';

export interface LinkedData {
  /** The page's article, or what comes nearest to one; `{}` if there is none. */
  readonly article: Readonly<Record<string, unknown>>;
  /** Each ClaimReview of the page's own. */
  readonly reviews: readonly Readonly<Record<string, unknown>>[];
}

/** Characters read in all, and things looked at in them: the rest of a page's data is not about the page. */
const MOST_CHARACTERS = 500_000;
const MOST_THINGS = 5_000;

const ARTICLE = /(Article|BlogPosting|Report|Review)$/;
const PAGE = /(WebPage|VideoObject|ItemPage)$/;

/** Reads all `<script type="application/ld+json">` of `document`; what is not JSON is passed over. */
export function linkedData(): LinkedData {
  // Breadth first: an article at the top is the page's, one further down a related one.
  const things: unknown[] = [];
  let left = MOST_CHARACTERS;
  for (const script of doc.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = textContent(script);
    left -= text.length;
    if (left < 0) break;
    things.push(parsed(text));
  }
  let article: Record<string, unknown> | undefined;
  let page: Record<string, unknown> | undefined;
  const reviews: Record<string, unknown>[] = [];
  for (let i = 0; i < things.length && i < MOST_THINGS; i++) {
    const thing = things[i];
    if (typeof thing !== 'object' || thing === null) continue;
    if (things.length < MOST_THINGS) things.push(...Object.values(thing).slice(0, MOST_THINGS));
    if (Array.isArray(thing)) continue;
    const record = thing as Record<string, unknown>;
    const types = [record['@type']].flat().map((type) => String(type));
    if (types.some((type) => /(^|[/:#])ClaimReview$/.test(type))) reviews.push(record);
    else if (types.some((type) => ARTICLE.test(type))) article ??= record;
    else if (types.some((type) => PAGE.test(type))) page ??= record;
  }
  return { article: article ?? page ?? {}, reviews };
}

const OPENS = /^(?:<!--|\/\*|<!\[CDATA\[){1,9}/;
const CLOSES = /(?:-->|\*\/|\]\]>){1,9};?$/;

/** Some publishers wrap the data in a comment, as was done with scripts. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim().replace(OPENS, '').replace(CLOSES, ''));
  } catch {
    return undefined;
  }
}
