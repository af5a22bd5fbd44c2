/** From a passage to its matches: the whole of finding, in the order it happens. */

import { isBoilerplate } from './boilerplate';
import { fold } from './fold';
import { languageIn } from './language/guess';
import type { Library, Way } from './library';
import { mentions } from './mentions';
import type { Context } from './parties';
import { type Read, stepsTaken } from './search';
import { sentences } from './sentences';
import type { Stance } from './stance';
import { type SentenceAt, tryWay } from './try-way';
import { readWords } from './words';

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
  /**
   * Other checks and bare claims that the sentence repeats as well, the checks before: checks of other packs, one of
   * each, and claims that say the same as one it repeats. At most `MOST_OTHERS`, each once.
   */
  readonly others: readonly string[];
}

/** Most others told of one match. */
export const MOST_OTHERS = 20;

/** The pack that a check is of: its id outside its pack is `<pack>.<check>`, but in the starter's. */
export const packOf = (check: string): string => check.slice(0, Math.max(0, check.indexOf('.')));

/** Below this a match is not shown. */
export const THRESHOLD = 0.5;

/** How many sentences before a passage are read for its context. */
const CONTEXT_SENTENCES = 3;

/**
 * The best match of each sentence of `passage`, best first. `accept` leaves out checks (topics switched off), `least`
 * matches that score less.
 */
export function findMatches(
  library: Library,
  passage: Passage,
  accept?: (check: string) => boolean,
  least = THRESHOLD,
): Match[] {
  const matches: Match[] = [];
  for (const { at, ways } of readPassage(library, passage)) {
    const best = bestMatch(ways, at, accept, least);
    if (!best) continue;
    const answers = best.echo && matches.some((m) => m.check !== best.match.check);
    matches.push(answers ? { ...best.match, score: ANSWER } : best.match);
  }
  return matches.filter((m) => m.score >= least).sort((a, b) => b.score - a.score || a.start - b.start);
}

/**
 * The sentences of `passage` that could hold some way of saying, each with those ways: of claims in the passage's own
 * language, or of all if that is not known, with some party of theirs in sight.
 */
export function* readPassage(
  library: Library,
  passage: Passage,
): Generator<{ readonly at: SentenceAt; readonly ways: readonly Way[] }> {
  const spans = sentences(passage.text);
  const texts = spans.map((s) => passage.text.slice(s.start, s.end));
  const anchored = texts.map((text) => library.candidates(fold(text).hashes));
  if (anchored.every((ways) => ways.length === 0)) return;
  const language = languageIn(passage.text, passage.language);
  const earlier = sentences(passage.before ?? '')
    .slice(-CONTEXT_SENTENCES)
    .map((s) => read((passage.before as string).slice(s.start, s.end)));
  const headline = passage.headline ? read(passage.headline) : undefined;
  for (const [i, span] of spans.entries()) {
    const text = texts[i] as string;
    if (isBoilerplate(text)) continue;
    const sentence = read(text);
    const context: Context = { before: earlier.slice(-CONTEXT_SENTENCES).reverse(), headline };
    earlier.push(sentence);
    const at = { text, span, read: sentence, context, next: texts[i + 1] ?? '' };
    const near = inSight(at);
    const ways = (anchored[i] as readonly Way[]).filter(
      (way) => (language === undefined || way.claim.language === language) && couldConcern(way, near),
    );
    if (ways.length > 0) yield { at, ways };
  }
}

/**
 * What a passage ends on outranks what led up to it: "They share intelligence. Nothing makes either fight for
 * the other" is about the duty to fight, though its first sentence says what it says more fully.
 */
const ANSWER = 0.99;

/** Sentence words with their country mentions. */
export function read(text: string): Read {
  const words = readWords(text);
  return { words, mentions: mentions(words, text) };
}

/** Countries mentioned in a sentence or around it. */
function inSight({ read: sentence, context }: SentenceAt): Set<string> {
  const near = new Set(sentence.mentions.map((m) => m.code));
  for (const r of context.before) for (const m of r.mentions) near.add(m.code);
  for (const m of context.headline?.mentions ?? []) near.add(m.code);
  return near;
}

interface Best {
  readonly match: Match;
  readonly echo: boolean;
}

/** Most steps of searching that one pack has for a sentence; ordinary packs need a few thousand. */
const MOST_STEPS = 1_000_000;

/** The best match of a sentence; the best ones of other packs are its `others`. */
function bestMatch(
  ways: readonly Way[],
  at: SentenceAt,
  accept: ((check: string) => boolean) | undefined,
  least: number,
): Best | undefined {
  const byPack = new Map<string, Best>();
  const spent = new Map<string, number>();
  for (const way of ways) {
    const { check } = way.claim;
    const pack = packOf(check);
    const before = spent.get(pack) ?? 0;
    if (before > MOST_STEPS || (accept && !accept(check))) continue;
    const from = stepsTaken();
    const match = tryWay(way, at);
    spent.set(pack, before + stepsTaken() - from);
    if (typeof match === 'string' || match.score < THRESHOLD) continue;
    const best = byPack.get(pack);
    if (!best || outranks(match, best.match)) byPack.set(pack, { match, echo: way.echo });
  }
  const [best, ...others] = [...byPack.values()].sort((a, b) => (outranks(a.match, b.match) ? -1 : 1));
  if (!best) return undefined;
  const ids = others.filter(({ match }) => match.score >= least).map(({ match }) => match.check);
  return { ...best, match: { ...best.match, others: ids.slice(0, MOST_OTHERS) } };
}

/** A total order, so that the answer does not depend on the order in which ways were tried. */
function outranks(a: Match, b: Match): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.check !== b.check) return a.check < b.check;
  return a.start !== b.start ? a.start < b.start : a.end > b.end;
}

/** Is some party of the claim in sight at all? Cheap, and answers "no" for most sentences of most pages. */
function couldConcern(way: Way, near: ReadonlySet<string>): boolean {
  const { parties } = way.claim;
  return way.implies || parties.length === 0 || parties.some((p) => near.has(p));
}
