/** Bare claims found in a passage: the best of each sentence by the learned scorer, as matches with their reasons. */
import { say, sayList } from '../../words';
import { isBoilerplate } from '../boilerplate';
import { type Match, MOST_OTHERS, type Passage } from '../find';
import { languageIn } from '../language/guess';
import type { Language } from '../language/tag';
import { sayStance } from '../say-stance';
import type { Collection } from '../score/collection';
import type { Strictness } from '../score/model';
import { type Repeated, repeats } from '../score/repeats';
import { type Span, sentences } from '../sentences';
import type { Stance } from '../stance';
import { type TermsAround, termsAround } from './around';
import type { BareLibrary } from './library';
import { isName, type Shared, sharedWith } from './shared';
import { stanceToward } from './stance';

/** Bare claims that sentences of `passage` repeat as surely as `strictness` asks, in reading order. */
export function findBare(library: BareLibrary, passage: Passage, strictness: Strictness): Match[] {
  const collection = library.collection.in(languageIn(passage.text, passage.language));
  if (!collection) return [];
  const spans = sentences(passage.text);
  const texts = spans.map((s) => passage.text.slice(s.start, s.end));
  const read = termsAround(passage, texts, collection.language);
  const matches: Match[] = [];
  for (const [i, span] of spans.entries()) {
    const text = texts[i] as string;
    if (isBoilerplate(text)) continue;
    const { terms, around } = read[i] as TermsAround;
    const found = repeats(collection, library.weights, terms, strictness, around);
    if (found === undefined) continue;
    const source = library.sources[found.at.segment] as string;
    matches.push(matchOf(collection, found, source, text, span, texts[i + 1] ?? ''));
  }
  return matches;
}

function matchOf(
  collection: Collection,
  found: Repeated,
  source: string,
  text: string,
  span: Span,
  next: string,
): Match {
  const shared = sharedWith(collection, found.at, text);
  const { stance, sure } =
    collection.language === 'en'
      ? stanceToward(shared.claimDenies, shared.terms, text, next)
      : stanceAbroad(shared, text);
  const id = collection.idOf(found.at);
  return {
    check: id,
    claim: id,
    topic: source,
    sentence: text,
    sentenceStart: span.start,
    sentenceEnd: span.end,
    phrase: text.slice(shared.start, shared.end),
    start: span.start + shared.start,
    end: span.start + shared.end,
    score: shownScore(found.score),
    stance,
    stanceSure: sure,
    others: found.copies.slice(0, MOST_OTHERS).map(collection.idOf),
    reasons: reasons(collection.language, shared, text, found.score, stance, sure),
  };
}

/** What `detect` scores become on the scale that all matches share: 0 (1 in 1,000) is 0.5, 1 (1 in 10,000) is 0.6. */
const shownScore = (score: number): number => Math.round(1000 * Math.min(MOST, 0.5 + 0.1 * score)) / 1000;

/** A likeness of words is never as sure as a way of saying that an editor wrote down. */
const MOST = 0.8;

/** The stance in a language whose ways of reporting and doubting are not known: never sure. */
function stanceAbroad(shared: Shared, text: string): { stance: Stance; sure: boolean } {
  if (/[?\uff1f\u061f]\P{L}*$/u.test(text.slice(-8))) return { stance: 'asks', sure: false };
  return { stance: shared.denies === shared.claimDenies ? 'asserts' : 'denies', sure: false };
}

/** Words named as reasons. */
const NAMED = 6;

function reasons(
  language: Language,
  shared: Shared,
  text: string,
  score: number,
  stance: Stance,
  sure: boolean,
): string[] {
  const said = (list: Shared['terms']) =>
    sayList(
      list.slice(0, NAMED).map((t) => say('match_quoted', text.slice(t.start, t.end))),
      true,
    );
  const names = shared.terms.filter(isName);
  const rest = shared.terms.filter((t) => !isName(t));
  const out: string[] = [];
  if (names.length > 0) out.push(say('match_shares_names', said(names)));
  if (rest.length > 0) out.push(say('match_shares_words', said(rest)));
  // Measured for English only.
  if (language === 'en') out.push(say('match_rare', score > 1 ? 10_000 : 1_000));
  out.push(sayStance(stance, sure));
  return out;
}
