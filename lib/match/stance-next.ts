/** What a sentence, or the one after it, does without a negation at the claim: answers it, takes it back, waters it down. */
import type { Stance } from './stance';

/** What the sentence after a question answers: "It is not, whatever the chat shows say." */
export function answerIn(next: string): Stance | undefined {
  if (/\?["'\u201d\u2019)\]]*$/.test(next) || /\bit (?:all )?depends\b/i.test(next)) return undefined;
  const told = next.match(
    /\b(?:answer\b[^.?!]*? (?:is|was)|says?|said|replied)[:,]? ["\u201c]?(no|yes)\b/i,
  )?.[1];
  if (told) return told.toLowerCase() === 'no' ? 'denies' : 'asserts';
  if (
    /^["'\u201c\u2018(]*(?:[a-z]+(?: [a-z.]+)?[.:] +)?(?:no\b|nope|not\b|never\b|nothing|none|nobody|wrong|false|hardly|only if\b|(?:by law|legally|in law|on paper|formally|strictly speaking|technically|in fact|in short|actually),? (?:no\b|not\b)|(?:it|there|they|she|he|neither|we|that)(?: (?:is|are|was|were|does|do|did|has|have|can|must)(?: not|n['\u2019]t)\b| never\b|(?:['\u2019]s| is| are) (?:no|none)\b))/i.test(
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

/** "Asked whether …, he said there was no such duty": the answer stands in the sentence itself. */
export const answeredWithNo = (text: string) =>
  /\bwhether\b.*\b(?:said|replied|answered|told \S+(?: \S+)?)(?: that)?,? ["\u201c]?(?:(?:there|it|they|she|he) (?:is|was|are|were|had|has|did|does|do) (?:no|not|none)\b|no\b|none\b|nothing\b)/i.test(
    text,
  ) || /\bwhether\b.* is up to\b/i.test(text);

/** Does the next sentence take back what this one says: "It isn't one.", "He could not.", "Nothing like that exists." */
export const takenBack = (next: string) =>
  [TAKEN_BACK, NO_SUCH, NO_PAPER, NONE_HAD].some((x) => x.test(next));

const NO_SUCH =
  /^[^.?!]{0,40}\bno such (?:thing|treaty|pact|law|document|agreement|contract|paper|alliance|deal|obligation|promise|clause|guarantee|commitment|requirement|duty)\b/i;

/** "There's no law or treaty behind it." */
const NO_PAPER =
  /^["'\u201c\u2018(]*(?:(?:but|yet|only|alas),? )?there(?:['\u2019]s| is| was) (?:no|nothing) (?:\p{L}+ (?:or|and|nor) )?(?:law|treaty|paper|document|text|contract|pact|clause|obligation|alliance|signature|of the (?:sort|kind))\b/iu;

/** "He never got it.", "Today they don't have one.", "Asked to name it, he couldn't.", "The true figure is …" */
const NONE_HAD =
  /^["'\u201c\u2018(]*(?:(?:he|she|they|it|we|neither|none) (?:never|did not|didn['\u2019]t) (?:got|get|had|have|received|receive|came|happened|existed|signed|sign)\b|(?:[a-z]+: )?nope\b|the (?:true|real|actual|correct|right) (?:figure|number|sum|amount|answer|total)\b|(?:it|that) says nothing\b|they never (?:did|have|were)[.!]|(?:one|that \p{L}+|such a \p{L}+) (?:was|has|is) (?:never|not)\b|(?:they|it|he|she|neither) ha(?:s|ve) yet to\b)|\b(?:signature|treaty|text|clause|proof) (?:is|was) (?:missing|nowhere)\b|\b(?:they|it|we) (?:do|does|did|have)(?: not|n['\u2019]t) (?:have |got |sign )?(?:one|any)[.!"\u201d]*$|\b(?:name|show|produce|find|cite|quote) (?:it|one)\b.{0,20}\b(?:could(?: not|n['\u2019]t)|cannot|can['\u2019]t|failed)\b|\bbound (?:no one|nobody|neither)\b/iu;

const TAKEN_BACK =
  /^["'\u201c\u2018(]*(?:(?:it|that|this|there|he|she|they)(?: (?:is|was|did|does|do|could|has|are) ?(?:not|n['\u2019]t)\b| never (?:was|has|did|existed)|(?:['\u2019](?:s|re)| is| was| are| were) (?:all |both |simply |just |quite )?(?:false|wrong|mistaken|untrue|a myth|nonsense|not (?:true|so)))|(?:verdict|rating|ruling)\s*[:\u2013-]\s*(?:false|wrong|untrue|no)|(?:false|wrong|not so|not true|nonsense|except (?:there|it))\b|nothing (?:like|of the|so|similar)\b|no such\b|none (?:exists|existed|was|is|does|did)\b|no \p{L}+\.|all (?:it|that|they|he) \p{L}+ (?:was|is)\b|show me (?:the|that|one|it)\b|\p{Lu}\p{L}+(?:['\u2019]s name)? (?:is|was) (?:not|never) (?:one|among|on)\b)/iu;

/** A duty made light of, without a negation: "a matter of policy", "an alliance in name", "free … to stay home". */
export const watersDown = (text: string) =>
  [WATERED, ENDS_WATERED, ENDS_ON_NONE, LACKING].some((x) => x.test(text));

const WATERED =
  /\b(?:matter|question) of (?:policy|choice|politics|goodwill|discretion|habit|sentiment|taste)\b|\b(?:alliance|ally|allies) in name\b|\bfree\b[^.;]{0,40}\bto (?:stay|sit|stand|look|do nothing|refuse)\b|\b(?:has|have|gets?|got) (?:(?:only|just|merely|no more than|nothing but) (?:an? |its |the )?)?(?:habit|reputation|handshake|goodwill|sympathy|a habit|a reputation|a handshake|friends in|our phone number)\b|\b(?:is|was|would be) an? (?:error|misnomer|misreading|exaggeration|stretch|courtesy title)\b|\byou (?:get|hear|find) (?:only )?silence\b/i;

const ENDS_WATERED =
  /\b(?:political|moral|verbal|oral|rhetorical|unwritten|discretionary|voluntary|optional)[.!"'\u201d\u2019]*$|\b(?:because|since) (?:it|they|she|he|we|\p{Lu}\p{L}+) (?:want|wants|wanted|like|likes|chose|chooses|choose)(?: to)?[.!"'\u201d\u2019]*$/iu;

/** A sentence that comes to "…, and so there isn't one." */
const ENDS_ON_NONE =
  /\b(?:there (?:isn['\u2019]t|is not|was not|wasn['\u2019]t) (?:one|any)|there (?:is|was) none|(?:it|one|they) (?:does not|doesn['\u2019]t|never did)(?: exist)?|no such thing)[.!"'\u201d\u2019]*$/i;

/** "What it lacks is a treaty." */
const LACKING =
  /^["'\u201c\u2018(]*what (?:\S+ ){1,4}?(?:lacks?|lacked|is missing|never (?:got|had)|(?:does|do|did|has|have|had)(?:n['\u2019]t| not) (?:get|got|had|have|offer|contain|include|give))\b/i;
