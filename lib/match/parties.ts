/**
 * Who a sentence is about. A claim's parties must be named in the sentence, spoken of as "we", or carried
 * by the sentences before it; and the sentence must not be about another pair.
 */
import { holdsTreaty, isJoined, isOtherSide, isWhere } from './holders';
import type { Mention } from './mentions';
import { ADVERSARIES, BACKDROPS } from './places';
import type { Found, Part, Read } from './search';
import { aside, bystanders } from './speakers';

export interface Presence {
  readonly code: string;
  readonly how: 'named' | 'implied' | 'we' | 'carried' | 'headline';
  /** For `named`: the mention in the sentence. */
  readonly mention?: Mention;
}

/** The text around a sentence: sentences before it, nearest first, and the page's headline. */
export interface Context {
  readonly before: readonly Read[];
  readonly headline: Read | undefined;
}

const set = (words: string) => new Set(words.split(' '));

const PAIR = set('two both neither each either pair');
const WE = set('we us our ours weve');
const COMPARING = set(
  'unlike like than as not except besides alone save to say way what resembling alongside beyond apart par akin comparable resemble resembles resembled equal equals match matches mirror mirrors equivalent counterpart',
);
const LINKING = set(
  'and or to the with for nor in even it is are was were defend defending protect that does did do has have had of members allies like any other case its say being from by on owe owes owed',
);

/** How each of `parties` is present, or `undefined` if one is not or the sentence is about others. */
export function presence(
  parties: readonly string[],
  read: Read,
  found: Found,
  context: Context,
): Presence[] | undefined {
  const foreign = strangers(parties, read, found);
  if (isAboutOthers(parties, read, found, foreign)) return undefined;
  if (isOthersDuty(read, found, parties) || !isSpokenOf(parties, read, found)) return undefined;
  const result: Presence[] = [];
  for (const code of parties) {
    const mention = found.slots.find((s) => s.code === code) ?? read.mentions.find((m) => m.code === code);
    if (mention) result.push({ code, how: 'named', mention });
    else if (found.implied.includes(code)) result.push({ code, how: 'implied' });
    else if (code === 'US' && foreign.length === 0 && saysWe(read) && !speaksForOther(parties, context))
      result.push({ code, how: 'we' });
    else {
      const how = carriedBy(code, parties, read, context);
      if (!how) return undefined;
      result.push({ code, how });
    }
  }
  return result;
}

const saysWe = (read: Read) => read.words.some((w) => WE.has(w.word));

/**
 * Strangers make a sentence someone else's, unless one clause of the way binds every party and no stranger
 * stands inside it: "The US has a pact with Israel, Egypt noted", but not "Egypt's pact … drew in Israel and the US".
 */
function isAboutOthers(
  parties: readonly string[],
  read: Read,
  found: Found,
  foreign: readonly Mention[],
): boolean {
  if (parties.length < 2) return false;
  const core = found.parts.find((part) =>
    parties.every((p) => part.implied.includes(p) || part.slots.some((s) => s.code === p)),
  );
  if (core) {
    // Parties bound in a clause of their own ("A & {US} .. {IL}") say less: then nobody else may stand in any of it.
    const bounds = core === found.parts[0] ? core : found;
    return (
      foreign.some((m) => within(m, bounds) || isJoined(m, parties, read)) ||
      strangerLeads(parties, read, foreign)
    );
  }
  if (foreign.length > 0) return true;
  return adversaryLeads(parties, read);
}

/** "Germany bought from Israel, with America's blessing, …": whoever opens the sentence is who it is about. */
function strangerLeads(parties: readonly string[], read: Read, foreign: readonly Mention[]): boolean {
  const [first, second] = read.mentions;
  if (!first || first.start > 1) return false;
  const joined = /^(and|or)$/.test(read.words[first.end]?.word ?? '') && second?.start === first.end + 1;
  const ours = joined && parties.includes(second.code);
  // "Iran and Russia share …": an adversary is not there as the attacker if it acts with somebody.
  if (ADVERSARIES.has(first.code) && !parties.includes(first.code)) return joined && !ours;
  return foreign.includes(first) && !ours;
}

const within = (mention: Mention, part: Part) => part.start <= mention.start && mention.end <= part.end;

/** "Hizbullah's leaders hinted that no pact obliged them …": an adversary that comes first is who it is about. */
export function adversaryLeads(parties: readonly string[], read: Read): boolean {
  const first = read.mentions[0];
  return (
    first !== undefined &&
    first.start <= 2 &&
    ADVERSARIES.has(first.code) &&
    !parties.includes(first.code) &&
    !isAttacker(first, read)
  );
}

/** Words by which a subject reaches its verb: "Iran said it would be [obliged …]". */
const REACHING = set(
  'it they he she would will be is are was were has have had said says insisted warned added that also not never been feel feels felt itself themselves and its militias leaders government army minister president officials allies proxies fighters',
);
const DUTIES =
  /^(vowed|sworn|swore|obliged|obligated|pledged|bound|must|promised|committed|required|compelled|undertook|threatened|swears|pledges|vows|promises|legally|duty)$/;

/** "Iraq's militias vowed to fight …": whoever stands right before the duty has it, and it is not a party. */
function isOthersDuty(read: Read, found: Found, parties: readonly string[]): boolean {
  if (parties.length < 2) return false;
  return found.parts.some((part) => {
    if (!DUTIES.test(read.words[part.start]?.word ?? '')) return false;
    let at = part.start - 1;
    while (at >= 0 && REACHING.has(read.words[at]?.word as string) && read.words[at + 1]?.before === '') at--;
    const subject = read.mentions.find((m) => m.start <= at && at < m.end);
    return subject !== undefined && !parties.includes(subject.code) && !isAttacker(subject, read);
  });
}

/** Is some party spoken of, not only speaking, and none there merely to be spoken to? */
function isSpokenOf(parties: readonly string[], read: Read, found: Found): boolean {
  const { speakers, audience } = aside(read);
  const ours = read.mentions.filter((m) => parties.includes(m.code));
  for (const others of [bystanders(read, parties), audience])
    for (const party of new Set(others.map((m) => m.code)))
      if (parties.includes(party) && ours.every((m) => m.code !== party || others.includes(m))) return false;
  if (speakers.length === 0 || found.implied.length > 0 || ours.length === 0 || saysWe(read)) return true;
  // "The two governments never signed one, the embassy said": words that stand for the pair.
  if (read.words.some((w) => PAIR.has(w.word))) return true;
  return ours.some((m) => !speakers.includes(m));
}

/** "If Iran struck …", "Iranian missiles …": there as the attacker, which is what such sentences are for. */
function isAttacker(mention: Mention, read: Read): boolean {
  for (let i = Math.max(0, mention.start - 2); i < mention.start; i++)
    if (/^(if|when|should|were|after|once|because|since|against)$/.test(read.words[i]?.word ?? ''))
      return true;
  const next = read.words[mention.end]?.word ?? '';
  return /^(missiles?|drones?|rockets?|attacks?|attacked|strikes?|struck|barrages?|fire|fired|hits?|launch(es|ed)?|ballistic|salvos?|scuds?|knows|fires|shoots|shot|rains|rained|lobs|lobbed|invades|invaded|overruns|overran|bombs|bombed|shells|shelled)$/.test(
    /^(can|could|will|must|might|may)$/.test(next) ? (read.words[mention.end + 1]?.word ?? '') : next,
  );
}

/** Countries named in the sentence that are neither the claim's parties, nor usual attackers, nor there to compare. */
export function strangers(parties: readonly string[], read: Read, found?: Found): Mention[] {
  if (parties.length < 2) return [];
  // A way that itself sets the parties against somebody: "Poland has Article 5, Australia has ANZUS, Israel has …".
  const contrast = found?.slots.some((s) => !parties.includes(s.code));
  return read.mentions.filter(
    (m) =>
      !(contrast && found && within(m, found)) &&
      !parties.includes(m.code) &&
      (!ADVERSARIES.has(m.code) ||
        isJoined(m, parties, read) ||
        isOtherSide(m, read) ||
        holdsTreaty(m, read)) &&
      (!BACKDROPS.has(m.code) || holdsTreaty(m, read)) &&
      !found?.slots.some((s) => s.start === m.start) &&
      !isComparison(m, read) &&
      !isWhere(m, read),
  );
}

function isComparison(mention: Mention, read: Read): boolean {
  for (let i = mention.start - 1; i >= 0 && i >= mention.start - 7; i--) {
    const word = read.words[i]?.word as string;
    if (
      COMPARING.has(word) &&
      !(word === 'to' && !/^(compared|contrast)$/.test(read.words[i - 1]?.word ?? ''))
    )
      return true;
    if (!LINKING.has(word) && !read.mentions.some((m) => m.start <= i && i < m.end)) return false;
  }
  return false;
}

/** "We" in a passage whose nearest named country is someone else's is not America's "we". */
function speaksForOther(parties: readonly string[], context: Context): boolean {
  for (const before of context.before) {
    if (before.mentions.length === 0) continue;
    return (
      strangers(parties, before).length > 0 &&
      !before.mentions.some((m) => m.code === 'US') &&
      !saysWe(before)
    );
  }
  return false;
}

/** "We are not Israel's co-signatory": who says "we" of the other party speaks for America. */
const speaksOfUs = (parties: readonly string[], read: Read) =>
  saysWe(read) && read.mentions.some((m) => m.code !== 'US' && parties.includes(m.code));

/** Sentences further back than this no longer carry a party. */
const CARRY = 3;

function carriedBy(
  code: string,
  parties: readonly string[],
  read: Read,
  context: Context,
): 'carried' | 'headline' | undefined {
  for (const before of context.before.slice(0, CARRY)) {
    if (before.mentions.some((m) => m.code === code) || (code === 'US' && speaksOfUs(parties, before)))
      return strangers(parties, before).length === 0 ? 'carried' : undefined;
    // Another country came between: what follows is more likely about that one.
    if (strangers(parties, before).length > 0) return undefined;
  }
  const named = parties.some((p) => read.mentions.some((m) => m.code === p));
  const headline = context.headline;
  if (named && headline?.mentions.some((m) => m.code === code) && strangers(parties, headline).length === 0)
    return 'headline';
  return undefined;
}

/**
 * Does the text just before speak of exactly these parties? What an echo needs. An echo that names every
 * party itself needs nothing more; one that names some ("Israel … does not") may follow on what others have.
 */
export function echoesParties(parties: readonly string[], read: Read, context: Context): boolean {
  if (strangers(parties, read).length > 0 || adversaryLeads(parties, read)) return false;
  const seen = new Set(read.mentions.map((m) => m.code));
  if (parties.every((p) => seen.has(p))) return true;
  const names = parties.some((p) => seen.has(p));
  const we = parties.includes('US') && !speaksForOther(parties, context);
  if (we && saysWe(read)) seen.add('US');
  for (const before of context.before.slice(0, CARRY)) {
    if (!names && strangers(parties, before).length > 0) break;
    for (const m of before.mentions) seen.add(m.code);
    if (we && speaksOfUs(parties, before)) seen.add('US');
    if (parties.every((p) => seen.has(p))) return true;
  }
  return false;
}
