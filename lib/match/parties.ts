/**
 * Who a sentence is about. A claim's parties must be named in the sentence, spoken of as "we", or carried
 * by the sentences before it; and the sentence must not be about another pair.
 */
import { ADVERSARIES } from './places';
import type { Mention } from './mentions';
import type { Found, Read } from './search';

export interface Presence {
  readonly code: string;
  readonly how: 'named' | 'we' | 'carried' | 'headline';
  /** For `named`: the mention in the sentence. */
  readonly mention?: Mention;
}

/** The text around a sentence: sentences before it, nearest first, and the page's headline. */
export interface Context {
  readonly before: readonly Read[];
  readonly headline: Read | undefined;
}

const WE = new Set(['we', 'us', 'our', 'ours']);
const COMPARING = new Set(['unlike', 'like', 'than', 'as', 'not', 'except', 'besides', 'alone', 'save', 'to', 'say']);
const LINKING = new Set(['and', 'or', 'the', 'with', 'for', 'nor', 'in', 'even', 'it', 'is', 'defend', 'that', 'does', 'did', 'has', 'of', 'members', 'allies', 'like']);

/** How each of `parties` is present, or `undefined` if one is not or the sentence is about others. */
export function presence(parties: readonly string[], read: Read, found: Found, context: Context): Presence[] | undefined {
  const foreign = strangers(parties, read, found);
  const bound = parties.length > 0 && parties.every((p) => found.slots.some((s) => s.code === p));
  if (foreign.length > 0 && !bound) return undefined;
  const result: Presence[] = [];
  for (const code of parties) {
    const mention = found.slots.find((s) => s.code === code) ?? read.mentions.find((m) => m.code === code);
    if (mention) result.push({ code, how: 'named', mention });
    else if (code === 'US' && foreign.length === 0 && read.words.some((w) => WE.has(w.word)) && !speaksForOther(parties, context))
      result.push({ code, how: 'we' });
    else {
      const how = carriedBy(code, parties, read, context);
      if (!how) return undefined;
      result.push({ code, how });
    }
  }
  return result;
}

/** Countries named in the sentence that are neither the claim's parties, nor usual attackers, nor there to compare. */
export function strangers(parties: readonly string[], read: Read, found?: Found): Mention[] {
  return read.mentions.filter(
    (m) =>
      !parties.includes(m.code) &&
      !ADVERSARIES.has(m.code) &&
      !found?.slots.some((s) => s.start === m.start) &&
      !isComparison(m, read),
  );
}

function isComparison(mention: Mention, read: Read): boolean {
  for (let i = mention.start - 1; i >= 0 && i >= mention.start - 7; i--) {
    const word = read.words[i]?.word as string;
    if (COMPARING.has(word) && !(word === 'to' && !/^(compared|contrast)$/.test(read.words[i - 1]?.word ?? ''))) return true;
    if (!LINKING.has(word) && !read.mentions.some((m) => m.start <= i && i < m.end)) return false;
  }
  return false;
}

/** "We" in a passage whose nearest named country is someone else's is not America's "we". */
function speaksForOther(parties: readonly string[], context: Context): boolean {
  for (const before of context.before) {
    if (before.mentions.length === 0) continue;
    return strangers(parties, before).length > 0 && !before.mentions.some((m) => m.code === 'US');
  }
  return false;
}

/** Sentences further back than this no longer carry a party. */
const CARRY = 3;

function carriedBy(code: string, parties: readonly string[], read: Read, context: Context): 'carried' | 'headline' | undefined {
  for (const before of context.before.slice(0, CARRY)) {
    if (before.mentions.some((m) => m.code === code)) return strangers(parties, before).length === 0 ? 'carried' : undefined;
    // Another country came between: what follows is more likely about that one.
    if (strangers(parties, before).length > 0) return undefined;
  }
  const named = parties.some((p) => read.mentions.some((m) => m.code === p));
  const headline = context.headline;
  if (named && headline?.mentions.some((m) => m.code === code) && strangers(parties, headline).length === 0) return 'headline';
  return undefined;
}

/** Does the text just before speak of exactly these parties? What an echo needs. */
export function echoesParties(parties: readonly string[], read: Read, context: Context): boolean {
  if (strangers(parties, read).length > 0) return false;
  const seen = new Set(read.mentions.map((m) => m.code));
  for (const before of context.before.slice(0, CARRY)) {
    if (strangers(parties, before).length > 0) break;
    for (const m of before.mentions) seen.add(m.code);
    if (parties.every((p) => seen.has(p))) return true;
  }
  return parties.every((p) => seen.has(p));
}
