/** Negators that deny nothing, by the words around them. */
import { IDLE_NO } from './stance-words';
import type { Word } from './words';

/** Verbs after which "not" spares something rather than denies the claim: "won't blunt Israel's edge". */
export const SPARING =
  /^(blunt|erode|harm|hurt|weaken|endanger|undermine|affect|let|forget|care|know|stop|hesitate|abandon|waver|like|mind|stay|sit|walk|shrug|refuse|ignore|desert)$/;

/** "Won't get in the way", but not "doesn't get paid". */
const GETTING = /^(in|into|over|away|enough|tired|old)$/;

/** "Not only": it is, and more. */
const NOT_ONLY = /^(only|just|merely|least|surprisingly)$/;

const spares = (next: string, after: string) =>
  NOT_ONLY.test(next) || SPARING.test(next) || (next === 'get' && GETTING.test(after));

const MODAL = /^(can|could|may|might|legally|lawfully|simply|to)$/;

/** "A memorandum that bound no one" denies; "no one knows" does not. */
const BINDING =
  /^(bound|binds?|oblige[sd]?|commits?|committed|requires?|required|forces?|forced|makes?|made|obligates?|obligated|compels?)$/;

type Exception = (next: string, last: string, after: string, rest: readonly string[]) => boolean;

/** When a negator denies nothing: `not only`, `no doubt`, `pact or no pact`, `what never landed`, `never been stronger`. */
const IDLE: Readonly<Record<string, Exception>> = {
  no: (next, last, after, rest) =>
    (IDLE_NO.has(next) && !(next === 'one' && BINDING.test(last))) ||
    (last === 'so' && /^(president|country|state|nation|government|administration)$/.test(next)) ||
    last === 'or' ||
    (next === 'more' && after !== 'than' && !rest.includes('than')),
  not: (next, last, after) => spares(next, after) || (last === '' && next === 'with'),
  never: (next, last, after) =>
    /^(what|that|which)$/.test(last) ||
    spares(next, '') ||
    (next === 'been' &&
      /^(stronger|closer|firmer|clearer|tested|invoked|better|more|in|used|tighter|so|higher|lower|worse|safer|greater|larger)$/.test(
        after,
      )),
  nothing: (next) => next === 'less',
  nobody: (next, _, __, rest) =>
    (next === 'in' && rest.some((w) => /^(talking|talks|cares|noticed|asks|asking|wants)$/.test(w))) ||
    /^(cares|voted|asked|wanted|read|reads|remembers|noticed|mentions|told|talks)$/.test(next),
  empty: (next) => next !== 'handed',
  rather: (next, _, after) => next !== 'than' || /^(automatic|automatically|immediate|fixed)$/.test(after),
  stop: (next) => !/^(calling|saying|claiming|pretending|believing|telling|repeating)$/.test(next),
  supposed: (next) => next === 'to',
  short: (next) => next !== 'of',
  yet: (next, last) => next !== 'to' || !/^(has|have|had|is|are)$/.test(last),
  free: (next) => next !== 'to',
  waiting: (_, last) => last !== 'still',
  outside: (_, last) => !/^(remains|remain|is|stands|lies|falls|left|sits|stays)$/.test(last),
  choice: (_, last) => !/^(of|by|own)$/.test(last),
  stay: (next, last) => next !== 'out' || !MODAL.test(last),
  sit: (next, last) => next !== 'out' || !MODAL.test(last),
  walk: (next, last) => next !== 'away' || !MODAL.test(last),
  denied: (next) => !/^(that|having|any|it|there|the|claims|reports|a|being)$/.test(next),
  declined: (_, __, after) => !/^(sign|give|offer|conclude|ratify|grant)$/.test(after),
  refused: (_, __, after) => !/^(sign|give|offer|conclude|ratify|grant|commit|accept)$/.test(after),
  rejected: (_, __, after) => !/^(idea|claim|claims|notion|suggestion|request|treaty|pact)$/.test(after),
  dismissed: (_, __, after) => !/^(idea|claim|claims|notion|suggestion|talk)$/.test(after),
};
const ENDING =
  /^(lost|expired|ended|lapsed|abrogated|terminated|scrapped|renounced|revoked|missing|omitted|failed|refuses|fails)$/;
const ABOUT_PACT = /^(treaty|treaties|pact|alliance|anzus|obligations|list|guarantee)$/;

/** Does the negator `words[i]` deny nothing? */
export function isNoDenial(words: readonly Word[], i: number): boolean {
  const word = words[i]?.word ?? '';
  const next = words[i + 1]?.word ?? '';
  const last = words[i - 1]?.word ?? '';
  if (ENDING.test(word)) return !words.slice(Math.max(0, i - 4), i + 6).some((w) => ABOUT_PACT.test(w.word));
  if (word === 'unlike') return i > 0;
  if (word === 'not' && words.slice(i, i + 9).some((w) => w.word === 'until')) return true;
  if (/^.{2,6}nt$/.test(word) || word === 'cannot') return spares(next, words[i + 2]?.word ?? '');
  // "Could stay out" denies a duty; "cannot stay out" asserts one.
  if (/^(stay|sit|walk|shrug)$/.test(word) && /^(not|cannot|cant|never|couldnt)$/.test(last)) return true;
  const rest = words.slice(i + 2, i + 8).map((w) => w.word);
  return IDLE[word]?.(next, last, rest[0] ?? '', rest) ?? false;
}
