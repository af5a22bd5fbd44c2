/** How a sentence stands to the claim it repeats: asserts, denies, asks or merely mentions it. */
import type { Word } from './words';

export type Stance = 'asserts' | 'denies' | 'asks' | 'mentions';

export interface StanceFound {
  readonly stance: Stance;
  /** The words that decided it, as offsets into the text the words were read from; absent for a plain assertion. */
  readonly cue?: { readonly start: number; readonly end: number };
}

type Cue = { readonly start: number; readonly end: number };

const set = (words: string) => new Set(words.split(' '));

const NEGATORS = set(
  'no not never nothing none nobody neither nor without lacks lack lacking lacked isnt doesnt dont didnt hasnt havent wont cant cannot wasnt werent arent aint absent absence myth false falsely untrue fiction misconception vain nonexistent unlike debunked contrary hardly scarcely wrong mistaken incorrect wouldnt couldnt zero fake nope baseless legend nowhere invented imaginary mythical supposed discretion voluntary voluntarily optional shrug misreading nonsense bunk hoax stop hadnt shouldnt unsigned unratified rather wrongly mistakenly erroneously inaccurately',
);
const REPORTERS = set(
  'claiming rumor rumors rumour rumours posts memes meme hashtag claim claims alleging allegedly supposedly poll survey polls viral pollster pollsters searches',
);
/** Words of a thing not yet agreed: what is drafted or proposed is mentioned, not asserted. */
const PROPOSED = set(
  'draft drafts drafted proposed proposal sketched circulated floated model hypothetical would prospective envisaged mooted',
);
const AUXILIARIES = set(
  'is are was were do does did has have had must should would could can will may might isnt doesnt dont didnt hasnt havent am',
);
const WH = set('which what why how when who whom whose where');
const ASKING = set('asked ask asks asking wonder wonders wondered demanded query queried');

/** Nouns after "no" that deny nothing of a pact: "has no army", "needs no vote", "no doubt". */
const IDLE_NO = set(
  'doubt wonder matter secret question choice need needs vote army divorce navy end country nation other less fewer closer surprise mistake problem idea way accident coincidence ally state military one',
);

/** Words within which a negation bears on the phrase: clauses are long in news, so the reach is wide. */
const REACH_BEFORE = 14;
const REACH_AFTER = 8;

/**
 * The stance of sentence `text` toward what its words `[start, end)` say; `next` is the sentence after it.
 * Questions win over denials ("Isn't there a pact?") unless the next sentence answers them;
 * a denial wins over a report ("posts claim … there is none").
 */
export function stanceOf(
  text: string,
  words: readonly Word[],
  start: number,
  end: number,
  next = '',
): StanceFound {
  const question = questionCue(text, words);
  if (question) {
    const answer = answerIn(next);
    return answer ? { stance: answer, cue: question } : { stance: 'asks', cue: question };
  }
  const denial = denialCue(words, start, end);
  if (denial) return { stance: 'denies', cue: denial };
  if (takenBack(next)) return { stance: 'denies' };
  const from = Math.max(0, start - REACH_BEFORE);
  const report = words.slice(from, end).find((w) => REPORTERS.has(w.word));
  if (report) return { stance: 'mentions', cue: report };
  const proposed = words.slice(from, end + 4).find((w) => PROPOSED.has(w.word));
  return proposed && !saysConsequence(words, proposed)
    ? { stance: 'mentions', cue: proposed }
    : { stance: 'asserts' };
}

/** "The US would have to fight": a consequence drawn from the pact, not a proposal of one. */
function saysConsequence(words: readonly Word[], cue: Word): boolean {
  if (cue.word !== 'would') return false;
  const i = words.indexOf(cue);
  return words
    .slice(i + 1, i + 3)
    .some((w) => /^(have|be|legally|automatically|oblige|make|force|require)$/.test(w.word));
}

function denialCue(words: readonly Word[], start: number, end: number): Cue | undefined {
  const to = Math.min(words.length, end + REACH_AFTER);
  for (let i = Math.max(0, start - REACH_BEFORE); i < to; i++) {
    const word = words[i] as Word;
    if (!NEGATORS.has(word.word) || isNoDenial(words, i)) continue;
    // Past the phrase, a negation in a later clause is about something else, unless it opens that clause.
    if (i >= end && words.slice(end, i).some((w) => w.before === 'clause')) break;
    return word;
  }
  return undefined;
}

/** `not only`, `not until`, `no doubt`, `pact or no pact`, `what never landed`: negators that deny nothing. */
function isNoDenial(words: readonly Word[], i: number): boolean {
  const word = words[i]?.word;
  const next = words[i + 1]?.word ?? '';
  const last = words[i - 1]?.word ?? '';
  if (word === 'no') return IDLE_NO.has(next) || last === 'or' || next === 'more';
  if (word === 'not' && /^(only|just|merely|least|even|surprisingly)$/.test(next)) return true;
  if (word === 'never' && /^(what|that|which)$/.test(last)) return true;
  if (word === 'rather') return next !== 'than';
  if (word === 'stop')
    return !/^(calling|saying|claiming|pretending|believing|telling|repeating)$/.test(next);
  if (word === 'supposed') return next === 'to';
  if (word === 'unlike') return i > 0;
  return word === 'not' && words.slice(i, i + 9).some((w) => w.word === 'until');
}

/** "Whether we like it or not" asks nothing. */
function isIndifferent(words: readonly Word[], i: number): boolean {
  if (words.slice(Math.max(0, i - 4), i).some((w) => ASKING.has(w.word))) return false;
  return words.slice(i, i + 10).some((w, k, near) => w.word === 'or' && near[k + 1]?.word === 'not');
}

/** What the sentence after a question answers: "It is not, whatever the chat shows say." */
function answerIn(next: string): Stance | undefined {
  if (/\?["'\u201d\u2019)\]]*$/.test(next)) return undefined;
  if (
    /^["'\u201c\u2018(]*(?:a[.:] +)?(?:no\b|nope|not\b|never\b|nothing|none|wrong|false|hardly|(?:by law|legally|in law|on paper|formally|strictly speaking|technically|in fact|in short|actually),? (?:no\b|not\b)|(?:it|there|they|she|he|neither|we|that)(?: (?:is|are|was|were|does|do|did|has|have|can|must)(?: not|n['\u2019]t)\b| never\b|(?:['\u2019]s| is| are) (?:no|none)\b))/i.test(
      next,
    )
  )
    return 'denies';
  if (
    /^["'\u201c\u2018(]*(?:a[.:] +\p{L}|yes\b|yep\b|it (?:is|does|has)\b|there (?:is|are)\b|absolutely|of course)/iu.test(
      next,
    )
  )
    return 'asserts';
  return undefined;
}

/** Does the next sentence take back what this one says: "It isn't one.", "He could not." */
const takenBack = (next: string) =>
  /^["'\u201c\u2018(]*(?:(?:it|that|this|there|he|she|they)(?: (?:is|was|did|does|do|could|has|are) ?(?:not|n['\u2019]t)\b| never (?:was|has|did|existed)|(?:['\u2019]s| is| was) (?:false|wrong|untrue|a myth|nonsense|not (?:true|so)))|(?:verdict|rating|ruling)\s*[:\u2013-]\s*(?:false|wrong|untrue|no)|(?:false|wrong|not so|not true|nonsense|except (?:there|it))\b)/i.test(
    next,
  );

function questionCue(text: string, words: readonly Word[]): Cue | undefined {
  const mark = text.search(/\?["'\u201d\u2019)\]]*(\s|$)/);
  if (mark >= 0) return { start: mark, end: mark + 1 };
  const asked = words.findIndex(
    (w, i) =>
      (w.word === 'whether' && !isIndifferent(words, i)) ||
      ((w.word === 'if' || WH.has(w.word)) &&
        words.slice(Math.max(0, i - 4), i).some((x) => ASKING.has(x.word))),
  );
  if (asked >= 0) return words[asked];
  const either = words.findIndex(
    (w, i) => /^(yes no|true false)$/.test(`${w.word} ${words[i + 2]?.word}`) && words[i + 1]?.word === 'or',
  );
  if (either >= 0) return { start: (words[either] as Word).start, end: (words[either + 2] as Word).end };
  // Headlines and posts often drop the question mark: "Does the US have …", "Which countries does …".
  const first = words[0];
  if (!first) return undefined;
  const asks = WH.has(first.word)
    ? words.slice(1, 4).some((w) => AUXILIARIES.has(w.word))
    : AUXILIARIES.has(first.word);
  return asks && !/[.!]["'\u201d\u2019)\]]*$/.test(text) ? first : undefined;
}
