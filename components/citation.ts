/** A check as others cite it: in words, as its address, in Markdown. */
import { say } from '../lib/words';
import { sayDate } from './dates';
import { isHttp } from './http';

export const CITATION_FORMS = ['text', 'link', 'markdown'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

export interface Citable {
  readonly kind: 'check' | 'review';
  /** What the check asks; of a review, the claim. */
  readonly question: string;
  /** The publisher's own words. */
  readonly verdict: { readonly label: string };
  /** YYYY-MM-DD, or ''. */
  readonly checkedOn: string;
  readonly publisher: string;
  /** Where its publisher has it. */
  readonly url?: string | undefined;
}

/** Can it be cited in this form? A link needs an address. */
export const canCite = (check: Citable, form: CitationForm): boolean =>
  form !== 'link' || addressOf(check) !== '';

/** The citation, one line; '' where `canCite` says no. */
export function citation(check: Citable, form: CitationForm): string {
  const address = addressOf(check);
  if (form === 'link') return address;
  if (form === 'text')
    return [sentence(check, plain, plain(check.question)), address].filter(Boolean).join(' ');
  const question = marked(check.question);
  return sentence(check, marked, address === '' ? question : `[${question}](${target(address)})`);
}

/** All in one sentence, so that each language puts it in its own order. */
function sentence(check: Citable, write: (text: string) => string, question: string): string {
  const parts = [write(check.publisher), question, write(check.verdict.label)] as const;
  const base = check.kind === 'review' ? 'card_citation_claim' : 'card_citation';
  const undated = check.kind === 'review' ? 'card_citation_claim_undated' : 'card_citation_undated';
  if (check.checkedOn === '') return say(undated, ...parts);
  return say(base, ...parts, write(sayDate(check.checkedOn)));
}

const addressOf = ({ url }: Citable): string => (url !== undefined && isHttp(url) ? new URL(url).href : '');

/** On one line, whatever a feed holds. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Markdown shows these characters and does nothing else with them. */
const marked = (text: string): string => plain(text).replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');

/** An address inside `(…)`. */
const target = (address: string): string =>
  address.replace(/[()<>\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
