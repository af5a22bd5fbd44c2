/** What the sentence after one does to it: answers its question, or takes back what it said. */
import type { Stance } from './stance';

/** What the sentence after a question answers: "It is not, whatever the chat shows say." */
export function answerIn(next: string): Stance | undefined {
  if (/\?["'\u201d\u2019)\]]*$/.test(next) || /\bit (?:all )?depends\b/i.test(next)) return undefined;
  const told = next.match(
    /\b(?:answer\b[^.?!]*? (?:is|was)|says?|said|replied)[:,]? ["\u201c]?(no|yes)\b/i,
  )?.[1];
  if (told) return told.toLowerCase() === 'no' ? 'denies' : 'asserts';
  if (
    /^["'\u201c\u2018(]*(?:[a-z]+(?: [a-z.]+)?[.:] +)?(?:no\b|nope|not\b|never\b|nothing|none|wrong|false|hardly|(?:by law|legally|in law|on paper|formally|strictly speaking|technically|in fact|in short|actually),? (?:no\b|not\b)|(?:it|there|they|she|he|neither|we|that)(?: (?:is|are|was|were|does|do|did|has|have|can|must)(?: not|n['\u2019]t)\b| never\b|(?:['\u2019]s| is| are) (?:no|none)\b))/i.test(
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

/** Does the next sentence take back what this one says: "It isn't one.", "He could not.", "Nothing like that exists." */
export const takenBack = (next: string) => TAKEN_BACK.test(next) || NO_SUCH.test(next);

const NO_SUCH = /^[^.?!]{0,40}\bno such (?:thing|treaty|pact|law|document)\b/i;

const TAKEN_BACK =
  /^["'\u201c\u2018(]*(?:(?:it|that|this|there|he|she|they)(?: (?:is|was|did|does|do|could|has|are) ?(?:not|n['\u2019]t)\b| never (?:was|has|did|existed)|(?:['\u2019](?:s|re)| is| was| are| were) (?:all |both |simply |just |quite )?(?:false|wrong|mistaken|untrue|a myth|nonsense|not (?:true|so)))|(?:verdict|rating|ruling)\s*[:\u2013-]\s*(?:false|wrong|untrue|no)|(?:false|wrong|not so|not true|nonsense|except (?:there|it))\b|nothing (?:like|of the|so|similar)\b|no such\b|none (?:exists|existed|was|is|does|did)\b|no \p{L}+\.|all (?:it|that|they|he) \p{L}+ (?:was|is)\b|show me (?:the|that|one|it)\b|\p{Lu}\p{L}+(?:['\u2019]s name)? (?:is|was) (?:not|never) (?:one|among|on)\b)/iu;
