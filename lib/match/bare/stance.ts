/**
 * The stance of a sentence toward a claim of which only the wording is known. What counts is whether sentence and
 * claim deny the same number of times, odd or even: “The dam did not fail” asserts “No dam failed”, “It is a myth that
 * the dam failed” does too. Negations are counted in the clause that shares most with the claim.
 */
import type { Stance } from '../stance';
import { answerIn, takenBack } from '../stance-next';
import { questionCue } from '../stance-question';
import { readWords, type Word } from '../words';

export interface Toward {
  readonly stance: Stance;
  /**
   * Only questions are: in words alone neither satire shows, nor that a video is of something else. See
   * docs/researchers/matching-log.md.
   */
  readonly sure: boolean;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const set = (words: string) => new Set(words.split(' '));

/** Words that say of what is claimed that it is not so, wherever they stand. */
const JUDGING = set(
  'falsely untrue myth myths debunk debunks debunked debunking disproved disproves disproven refuted refutes refute baseless unfounded groundless unsubstantiated fabricated misleading misleadingly incorrect incorrectly inaccurate inaccurately wrongly mistakenly erroneously bogus nonsense bunk fictitious untruth deny denies denied denying rejects rejected dismissed dismisses contradicts contradicted rebuts rebutted misrepresents doctored photoshopped satirical misinformation disinformation misconception invented implausible disputes disputed impossible legend clickbait spoof parody manipulated miscaptioned unrelated exaggerated exaggeration exaggerates overstated overstates unsupported unproven retracted retracts untruthful deceptive forged forgery phony phoney contrary bunkum fallacy unbacked discredited discredits quashed quashes misattributed mistranslated misquoted misinterpreted misrepresented generated hogwash rubbish',
);
/** Words that judge only where they are said of the claim: “a fake passport” is a thing, “is fake” a judgement. */
const JUDGING_IF_SAID = set(
  'fake faked false wrong hoax lie lies staged satire fiction mistaken fictional made',
);
const SAID_OF =
  /^(is|are|was|were|be|been|its|thats|a|an|this|that|as|by|not|simply|entirely|completely|just|totally)$/;
const SAID_AFTER =
  /^(|that|to|and|but|claim|claims|story|rumor|rumour|post|posts|up|site|news|experts|by|with)$/;

const NEGATING = set(
  'no not never none nobody nothing neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt aint hardly scarcely barely nowhere unable lacks lack lacked unlikely zero',
);
/** “Not only”, “no doubt”, “no longer”: nothing is denied. */
const IDLE_AFTER = set(
  'only just merely least doubt wonder surprise matter secret question mistake coincidence',
);
const ADMITTING = /^(admit|deny|doubt|accept|acknowledge)$/;

/** Somebody says so, or it is thought of, and the sentence leaves open whether it is so. */
const REPORTING = set(
  'allegedly alleged alleges alleging allegation allegations purportedly purported supposedly supposed rumor rumors rumour rumours rumored rumoured reportedly unconfirmed unverified circulating circulates circulated viral conspiracy theory theories hypothetical hypothetically proposed proposes proposal proposals speculation speculated speculates believers claims claiming claim claimed posts meme memes poll survey respondents assertion assertions accusation accusations accused accuses complaint complaints complained suggestion suggested suggests suspicion suspicions suspects suppose supposing imagines imagined imagine novel heard talk gossip examine examines examining investigate investigates investigating investigation inquiry audit petition lawsuit sued prove question belief beliefs notion idea fear fears feared worried worries wonder wonders warnings rumoring whispers legend folklore hearsay theorists theorized theorised hypothesis scenario could might may perhaps maybe possibly plans planned wants wanted would whether insinuated insinuates hinted hints implied implies pledged promised vowed denial debate debated debates',
);

/** Questions in form that say a thing: “Did you know that …”, “Can you believe …”. */
const RHETORICAL =
  /^\W*(?:did you know|do you know|can you believe|isn[’']?t it (?:funny|strange|odd|interesting)|is it any wonder|who knew|guess (?:what|who)|you know (?:what|how|that))\b/i;

/**
 * How `text` stands to a claim. `shared`: where the words stand that it shares with the claim; `claimDenies`: does the
 * claim deny something; `next`: the sentence after it.
 */
export function stanceToward(
  claimDenies: boolean,
  shared: readonly Place[],
  text: string,
  next: string,
): Toward {
  const words = readWords(text);
  const reported = words.some((w) => REPORTING.has(w.word));
  if (/^(suppose|imagine|what if)\b/i.test(text)) return { stance: 'mentions', sure: false };
  const question = RHETORICAL.test(text) ? undefined : questionCue(text, words);
  if (question) {
    const answer = answerIn(next);
    return answer ? { stance: answer, sure: false } : { stance: 'asks', sure: true };
  }
  const judged = words.some((_, i) => judges(words, i));
  if (!judged && takenBack(next)) return { stance: 'denies', sure: false };
  const denials = negations(clauseOf(words, shared)) + (judged ? 1 : 0);
  const denies = (denials % 2 === 1) !== claimDenies;
  if (denies) return { stance: 'denies', sure: false };
  if (reported && !judged) return { stance: 'mentions', sure: false };
  return { stance: 'asserts', sure: false };
}

function judges(words: readonly Word[], i: number): boolean {
  const { word } = words[i] as Word;
  const before = words[i - 1]?.word ?? '';
  const after = words[i + 1]?.word ?? '';
  // “No evidence that”, “ruled out”, “rather than”, “far from”, “old footage”, “out of context”, “made up”.
  if (
    /^(evidence|proof|truth|basis|indication|record|sign|support|merit|foundation)$/.test(word) &&
    /^(no|any|little|without|zero)$/.test(before)
  )
    return true;
  if (
    word === 'out' &&
    (/^(ruled|rules|rule)$/.test(before) || (after === 'of' && words[i + 2]?.word === 'context'))
  )
    return true;
  if (word === 'rather' && after === 'than') return true;
  if (word === 'far' && after === 'from') return true;
  if (word === 'made' && after === 'up') return true;
  if (
    /^(footage|photo|photos|video|clip|picture|image|images)$/.test(word) &&
    /^(old|unrelated|staged|different)$/.test(before)
  )
    return true;
  // “Cannot be denied”, “not a myth”: `negations` counts the other one.
  if (JUDGING.has(word)) return true;
  return (
    JUDGING_IF_SAID.has(word) && (SAID_OF.test(before) ? SAID_AFTER.test(after) : i === 0 || after === 'that')
  );
}

/** The words between the commas and conjunctions around most of what is shared. */
function clauseOf(words: readonly Word[], shared: readonly Place[]): readonly Word[] {
  const clauses: Word[][] = [[]];
  for (const word of words) {
    if (word.before === 'clause' || word.before === 'comma' || word.word === 'but') clauses.push([]);
    clauses.at(-1)?.push(word);
  }
  const held = (clause: readonly Word[]) =>
    shared.filter((s) => clause.some((w) => w.start < s.end && s.start < w.end)).length;
  let best = clauses[0] as Word[];
  for (const clause of clauses) if (held(clause) > held(best)) best = clause;
  return best;
}

function negations(words: readonly Word[]): number {
  return words.filter(({ word }, i) => {
    const after = words[i + 1]?.word ?? '';
    // “Failed to pay” denies; “the dam failed” and “refuses to admit” do not.
    if (/^(refuse|fail|decline)[sd]?(ed)?$/.test(word))
      return after === 'to' && !ADMITTING.test(words[i + 2]?.word ?? '');
    if (!NEGATING.has(word) || ((word === 'no' || word === 'not') && IDLE_AFTER.has(after))) return false;
    // “There is no evidence” is counted as a judgement.
    return !(
      word === 'no' &&
      /^(evidence|proof|truth|basis|indication|record|sign|support|merit|foundation)$/.test(after)
    );
  }).length;
}
