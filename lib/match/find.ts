/** From a passage to its matches: the whole of finding, in the order it happens. */

import { isBoilerplate } from './boilerplate';
import { wordsOf } from './dots';
import { fold } from './fold';
import { languageIn } from './language/guess';
import type { Language } from './language/tag';
import type { Library, Way } from './library';
import { mentions } from './mentions';
import { meets } from './needs';
import { adversaryLeads, type Context, echoesParties, type Presence, presence, strangers } from './parties';
import { placeName } from './places';
import { sayStance } from './say-stance';
import { type Found, type Read, search } from './search';
import { type Span, sentences } from './sentences';
import { type Stance, type StanceFound, stanceOf } from './stance';

/** A block of text to search, with what helps to understand it. Offsets in matches count from `text`. */
export interface Passage {
  readonly text: string;
  /** Text that stands just before, on the page; carries parties, is never marked. */
  readonly before?: string;
  readonly headline?: string;
  /** BCP 47 tag of the language the page says it is in; the text is believed before it. */
  readonly language?: string | undefined;
}

/** A claim found in a sentence. All offsets are UTF-16 code units into `Passage.text`, ends exclusive. */
export interface Match {
  readonly check: string;
  readonly claim: string;
  readonly topic: string;
  readonly sentence: string;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** The words that carry the claim. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  /** 0 to 1; only matches at or above `THRESHOLD` are returned. */
  readonly score: number;
  readonly stance: Stance;
  /** Is the stance told by something measured to be right, or a mere likelihood? */
  readonly stanceSure: boolean;
  /** Why it matched, in words for a reader. */
  readonly reasons: readonly string[];
}

/** Below this a match is not shown. */
export const THRESHOLD = 0.5;

/** How many sentences before a passage are read for its context. */
const CONTEXT_SENTENCES = 3;

/** The best match of each sentence of `passage`, best first. `accept` leaves out checks (topics switched off). */
export function findMatches(
  library: Library,
  passage: Passage,
  accept?: (check: string) => boolean,
): Match[] {
  const spans = sentences(passage.text);
  const anchored = spans.map((s) => library.candidates(fold(passage.text.slice(s.start, s.end)).hashes));
  if (anchored.every((ways) => ways.length === 0)) return [];
  const words = spans.map((s) => wordsOf(passage.text.slice(s.start, s.end)));
  const language = languageIn(passage.text, passage.language);
  const earlier = sentences(passage.before ?? '')
    .slice(-CONTEXT_SENTENCES)
    .map((s) => read((passage.before as string).slice(s.start, s.end)));
  const headline = passage.headline ? read(passage.headline) : undefined;
  const matches: Match[] = [];
  for (const [i, span] of spans.entries()) {
    const text = passage.text.slice(span.start, span.end);
    if (isBoilerplate(text)) continue;
    const sentence = withMentions(words[i] as Read['words'], text);
    earlier.push(sentence);
    const ways = anchored[i] as readonly Way[];
    if (ways.length === 0) continue;
    const follower = spans[i + 1];
    const next = follower ? passage.text.slice(follower.start, follower.end) : '';
    const context: Context = { before: earlier.slice(-CONTEXT_SENTENCES - 1, -1).reverse(), headline };
    const best = bestMatch(ways, text, span, sentence, context, next, accept, language);
    if (best) {
      const answers = best.echo && matches.some((m) => m.check !== best.match.check);
      matches.push(answers ? { ...best.match, score: ANSWER } : best.match);
    }
  }
  return matches.sort((a, b) => b.score - a.score || a.start - b.start);
}

/**
 * What a passage ends on outranks what led up to it: "They share intelligence. Nothing makes either fight for
 * the other" is about the duty to fight, though its first sentence says what it says more fully.
 */
const ANSWER = 0.99;

/** Sentence words with their country mentions. */
export function read(text: string): Read {
  return withMentions(wordsOf(text), text);
}

const withMentions = (words: Read['words'], of: string): Read => ({ words, mentions: mentions(words, of) });

/** Ways worth trying, of those the sentence could hold: some party of theirs is in sight. */
function candidates(ways: readonly Way[], sentence: Read, context: Context): Way[] {
  const near = new Set(sentence.mentions.map((m) => m.code));
  for (const r of context.before) for (const m of r.mentions) near.add(m.code);
  for (const m of context.headline?.mentions ?? []) near.add(m.code);
  return ways.filter((way) => couldConcern(way, near));
}

function bestMatch(
  ways: readonly Way[],
  text: string,
  span: Span,
  sentence: Read,
  context: Context,
  next: string,
  accept: ((check: string) => boolean) | undefined,
  language: Language | undefined,
): { readonly match: Match; readonly echo: boolean } | undefined {
  let best: Match | undefined;
  let echo = false;
  for (const way of candidates(ways, sentence, context)) {
    if (accept && !accept(way.claim.check)) continue;
    // A passage is held against claims in its own language only; one that is not known, against all.
    if (language !== undefined && way.claim.language !== language) continue;
    const match = tryWay(way, text, span, sentence, context, next);
    if (!match || (best && !outranks(match, best))) continue;
    best = match;
    echo = way.echo;
  }
  return best && best.score >= THRESHOLD ? { match: best, echo } : undefined;
}

/** A total order, so that the answer does not depend on the order in which ways were tried. */
function outranks(a: Match, b: Match): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.check !== b.check) return a.check < b.check;
  return a.start !== b.start ? a.start < b.start : a.end > b.end;
}

function tryWay(
  way: Way,
  text: string,
  span: Span,
  sentence: Read,
  context: Context,
  next: string,
): Match | undefined {
  const { claim } = way;
  if (!meets(way.needs, sentence.mentions)) return undefined;
  const found = search(way.pattern, sentence, claim.parties);
  if (!found) return undefined;
  if (claim.unless.some((u) => search(u, sentence, claim.parties))) return undefined;
  let present: Presence[] | undefined;
  if (way.echo) {
    if (!echoesParties(claim.parties, sentence, context)) return undefined;
    if (!speaksOfSubject(way, found, sentence, context)) return undefined;
    present = claim.parties.map((code) => ({
      code,
      how: sentence.mentions.some((m) => m.code === code) ? 'named' : 'carried',
    }));
  } else {
    present = presence(claim.parties, sentence, found, context);
    if (!present) return undefined;
  }
  const first = sentence.words[found.start];
  const last = sentence.words[found.end - 1];
  if (!first || !last) return undefined;
  const stance = stanceOf(text, sentence.words, found.start, found.end, next);
  return {
    check: claim.check,
    claim: claim.claim,
    topic: claim.topic,
    sentence: text,
    sentenceStart: span.start,
    sentenceEnd: span.end,
    phrase: text.slice(first.start, last.end),
    start: span.start + first.start,
    end: span.start + last.end,
    score: score(way, found, present),
    stance: stance.stance,
    stanceSure: stance.sure,
    reasons: reasons(way, text.slice(first.start, last.end), text, stance, present, sentence),
  };
}

/** Is some party of the claim in sight at all? Cheap, and answers "no" for most sentences of most pages. */
function couldConcern(way: Way, near: ReadonlySet<string>): boolean {
  const { parties } = way.claim;
  return way.implies || parties.length === 0 || parties.some((p) => near.has(p));
}

/** What an echo points back at stands before it, in the text or the sentence, and is never the echo itself. */
function speaksOfSubject(way: Way, found: Found, sentence: Read, context: Context): boolean {
  const { subject, parties } = way.claim;
  // "Riyadh wants a treaty. … No such pact exists": whose treaty it is decides, unless the echo sets a party against them.
  const contrasts = sentence.mentions.some((m) => parties.includes(m.code));
  const ours = (r: Read) => (contrasts || strangers(parties, r).length === 0) && !adversaryLeads(parties, r);
  if (subject.some((s) => context.before.some((r) => ours(r) && search(s, r, parties)))) return true;
  return subject.some((s) => {
    const here = search(s, sentence, parties);
    return here !== undefined && here.end <= found.start;
  });
}

const PENALTY = { named: 0, implied: 0.04, we: 0.08, carried: 0.12, headline: 0.15 } as const;

/**
 * Score of a way found: sure when the way itself binds every party, less sure the more had to be inferred.
 * A longer way is the more particular one, so of two that fit it wins.
 */
function score(way: Way, found: Found, present: readonly Presence[]): number {
  const slots = new Set(found.slots.map((s) => s.code));
  const bound = way.claim.parties.filter((p) => slots.has(p)).length;
  const base = way.echo ? 0.75 : 0.82 + 0.05 * Math.min(2, bound);
  const inferred = present.reduce((sum, p) => sum + PENALTY[p.how], 0);
  const particular = Math.min(0.06, 0.005 * (found.end - found.start));
  return Math.round(1000 * Math.max(0, Math.min(1, base - (way.echo ? 0 : inferred) + particular))) / 1000;
}

function reasons(
  way: Way,
  phrase: string,
  text: string,
  stance: StanceFound,
  present: readonly Presence[],
  sentence: Read,
): string[] {
  const out = [way.echo ? `points back at the claim: “${phrase}”` : `says “${phrase}”`];
  for (const p of present) {
    const name = placeName(p.code);
    if (p.how === 'named') {
      const m = p.mention ?? sentence.mentions.find((x) => x.code === p.code);
      const from = m && sentence.words[m.start]?.start;
      const to = m && sentence.words[m.end - 1]?.end;
      out.push(
        from === undefined || to === undefined
          ? `names ${name}`
          : `names ${name} (“${text.slice(from, to)}”)`,
      );
    } else if (p.how === 'implied') out.push(`its words stand for ${name}`);
    else if (p.how === 'we') out.push(`speaks of ${name} as “we”`);
    else out.push(p.how === 'headline' ? `the headline names ${name}` : `the text before names ${name}`);
  }
  const cue = stance.cue ? ` (“${text.slice(stance.cue.start, stance.cue.end)}”)` : '';
  out.push(`${sayStance(stance.stance, stance.sure)}${cue}`);
  return out;
}
