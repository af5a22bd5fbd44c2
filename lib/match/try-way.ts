/** One way of saying held against one sentence: is it there, are the parties, and how sure is that. */
import { say } from '../words';
import type { Match } from './find';
import type { Way } from './library';
import { meets } from './needs';
import { adversaryLeads, type Context, echoesParties, type Presence, presence, strangers } from './parties';
import { sayPlace } from './say-place';
import { sayStance } from './say-stance';
import { type Found, type Read, search } from './search';
import type { Span } from './sentences';
import { type StanceFound, stanceOf } from './stance';

/** One sentence of a passage, with what stands around it. */
export interface SentenceAt {
  readonly text: string;
  readonly span: Span;
  readonly read: Read;
  readonly context: Context;
  /** The sentence after it. */
  readonly next: string;
}

/** Why a way was not found in a sentence, in the order in which it is asked. */
export type Miss = 'countries' | 'words' | 'near miss' | 'parties' | 'subject';

/** The match of `way` in a sentence, or why there is none. */
export function tryWay(way: Way, at: SentenceAt): Match | Miss {
  const { claim } = way;
  const { text, span, read: sentence, context, next } = at;
  if (!meets(way.needs, sentence.mentions)) return 'countries';
  const found = search(way.pattern, sentence, claim.parties);
  if (!found) return 'words';
  if (claim.unless.some((u) => search(u, sentence, claim.parties))) return 'near miss';
  let present: Presence[] | undefined;
  if (way.echo) {
    if (!echoesParties(claim.parties, sentence, context)) return 'parties';
    if (!speaksOfSubject(way, found, sentence, context)) return 'subject';
    present = claim.parties.map((code) => ({
      code,
      how: sentence.mentions.some((m) => m.code === code) ? 'named' : 'carried',
    }));
  } else {
    present = presence(claim.parties, sentence, found, context);
    if (!present) return 'parties';
  }
  const first = sentence.words[found.start];
  const last = sentence.words[found.end - 1];
  if (!first || !last) return 'words';
  const stance = stanceOf(text, sentence.words, found.start, found.end, next, claim.own);
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
    others: [],
  };
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
  const out = [say(way.echo ? 'match_points_back' : 'match_says', phrase)];
  for (const p of present) {
    const name = sayPlace(p.code);
    if (p.how === 'named') {
      const m = p.mention ?? sentence.mentions.find((x) => x.code === p.code);
      const from = m && sentence.words[m.start]?.start;
      const to = m && sentence.words[m.end - 1]?.end;
      out.push(
        from === undefined || to === undefined
          ? say('match_names', name)
          : say('match_names_as', name, text.slice(from, to)),
      );
    } else if (p.how === 'implied') out.push(say('match_implies', name));
    else if (p.how === 'we') out.push(say('match_we', name));
    else out.push(say(p.how === 'headline' ? 'match_headline' : 'match_before', name));
  }
  const said = sayStance(stance.stance, stance.sure);
  const { cue } = stance;
  out.push(cue ? say('match_stance_cue', said, text.slice(cue.start, cue.end)) : said);
  return out;
}
