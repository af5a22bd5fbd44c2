/** Bare claims found in a passage: the best of each sentence by the learned scorer, as matches with their reasons. */
import { isBoilerplate } from '../boilerplate';
import type { Match, Passage } from '../find';
import { sayStance } from '../say-stance';
import { bestClaim, type Ranked } from '../score/rank';
import { type Span, sentences } from '../sentences';
import { type Stance, stanceOf } from '../stance';
import { readWords } from '../words';
import { aroundOf } from './around';
import type { BareLibrary } from './library';
import { isName, type Shared, sharedWith } from './shared';

/** Longest sentence looked at, in characters: what is longer is a list or a page without full stops. */
const LONGEST = 1_000;

/**
 * Bare claims that sentences of `passage` repeat, in reading order, whatever their score; who asks sets the threshold.
 * `wanted` leaves out sentences; `accept` leaves out sources (switched off).
 */
export function findBare(
  library: BareLibrary,
  passage: Passage,
  wanted: (span: Span) => boolean = () => true,
  accept: (source: string) => boolean = () => true,
): Match[] {
  const spans = sentences(passage.text);
  const texts = spans.map((s) => passage.text.slice(s.start, s.end));
  const matches: Match[] = [];
  for (const [i, span] of spans.entries()) {
    const text = texts[i] as string;
    if (text.length > LONGEST || isBoilerplate(text) || !wanted(span)) continue;
    const best = bestClaim(library.collection, library.weights, text, aroundOf(passage, texts, i));
    if (best === undefined || best.score <= 0) continue;
    const source = library.sources[best.at.segment] as string;
    if (accept(source)) matches.push(matchOf(library, best, source, text, span, texts[i + 1] ?? ''));
  }
  return matches;
}

function matchOf(
  library: BareLibrary,
  best: Ranked,
  source: string,
  text: string,
  span: Span,
  next: string,
): Match {
  const shared = sharedWith(library.collection, best.at, text);
  const { stance, sure } = stanceToward(shared, text, next);
  const id = library.collection.idOf(best.at);
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
    score: shownScore(best.score),
    stance,
    stanceSure: sure,
    reasons: reasons(shared, text, best.score, stance, sure),
  };
}

/** What `detect` scores become on the scale that all matches share: 0 (1 in 1,000) is 0.5, 1 (1 in 10,000) is 0.6. */
const shownScore = (score: number): number => Math.round(1000 * Math.min(MOST, 0.5 + 0.1 * score)) / 1000;

/** A likeness of words is never as sure as a way of saying that an editor wrote down. */
const MOST = 0.8;

/**
 * The stance toward a claim that is known by its words alone. Questions are told by their form. A denial is told only
 * by which of the two denies something, so it is never called sure.
 */
function stanceToward(shared: Shared, text: string, next: string): { stance: Stance; sure: boolean } {
  const words = readWords(text);
  const from = words.findIndex((w) => w.end > shared.start);
  const after = words.findIndex((w) => w.start >= shared.end);
  const { stance } = stanceOf(text, words, Math.max(0, from), after < 0 ? words.length : after, next);
  if (stance === 'asks' || stance === 'mentions') return { stance, sure: stance === 'asks' };
  const denies = (stance === 'denies') !== shared.claimDenies;
  return { stance: denies ? 'denies' : 'asserts', sure: !denies && !shared.claimDenies };
}

/** Words named as reasons. */
const NAMED = 6;

function reasons(shared: Shared, text: string, score: number, stance: Stance, sure: boolean): string[] {
  const said = (list: Shared['terms']) =>
    list
      .slice(0, NAMED)
      .map((t) => `“${text.slice(t.start, t.end)}”`)
      .join(', ');
  const names = shared.terms.filter(isName);
  const rest = shared.terms.filter((t) => !isName(t));
  const rare = score > 1 ? '10,000' : '1,000';
  const out: string[] = [];
  if (names.length > 0) out.push(`names ${said(names)}, as the claim does`);
  if (rest.length > 0) out.push(`says ${said(rest)}, as the claim does`);
  out.push(`fewer than 1 in ${rare} ordinary news sentences comes this close to a claim`);
  out.push(sayStance(stance, sure));
  return out;
}
