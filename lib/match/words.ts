/**
 * Words of a sentence as the matcher sees them: folded tokens, with acronyms joined (`U.S.` and `US` are `usa`),
 * British spellings turned American, and a note of what stands before each word.
 */
import { fold } from './fold';

export interface Word {
  readonly word: string;
  /** Offsets into the text the word was read from, UTF-16, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** What separates it from the word before: punctuation that ends a clause, a currency sign, a comma, or none. */
  readonly before: 'clause' | 'money' | 'comma' | '';
}

/** British to American, by word; inflections are listed because a rule would also bend other words. */
const SPELLINGS = new Map(
  [
    'defence:defense',
    'defences:defenses',
    'defenceless:defenseless',
    'offence:offense',
    'programme:program',
    'programmes:programs',
    'honour:honor',
    'honours:honors',
    'honoured:honored',
    'honouring:honoring',
    'favour:favor',
    'neighbour:neighbor',
    'neighbours:neighbors',
    'recognise:recognize',
    'recognised:recognized',
    'recognises:recognizes',
    'authorise:authorize',
    'authorised:authorized',
    'formalise:formalize',
    'formalised:formalized',
    'licence:license',
    'labour:labor',
    'centre:center',
    'sceptical:skeptical',
    'organisation:organization',
    'organisations:organizations',
    'mobilise:mobilize',
    'armour:armor',
    'manoeuvres:maneuvers',
    'manoeuvre:maneuver',
    'judgement:judgment',
    'practise:practice',
    'mutal:mutual',
    'isreal:israel',
    'isreali:israeli',
    'cheque:check',
    'grey:gray',
    'pretence:pretense',
  ].map((pair) => pair.split(':') as [string, string]),
);

/** The American spelling of a folded word. */
export const canonical = (word: string): string => SPELLINGS.get(word) ?? word;

/** Every spelling that `canonical` maps to `word`, itself included. */
export function spellingsOf(word: string): string[] {
  const all = [word];
  for (const [variant, target] of SPELLINGS) if (target === word) all.push(variant);
  return all;
}

/** No dot: it is one sentence that is read, and a dot inside it stands after an abbreviation (“the U.S. gave”). */
const CLAUSE_END = /[;:()[\]\u2014]|--|[!?]\s/;
const MONEY = /[$\u00a3\u20ac]\s?$/;

/** Reads `text`, one sentence, into words. */
export function readWords(text: string): Word[] {
  const spelled: string[] = [];
  const { starts, ends } = fold(text, spelled);
  const words: Word[] = [];
  for (let i = 0; i < spelled.length; i++) {
    const start = starts[i] as number;
    const end = ends[i] as number;
    const gap = text.slice(words.at(-1)?.end ?? 0, start);
    const before = separator(gap, words.length === 0);
    const last = acronymEnd(text, spelled, starts, i);
    if (last > i) {
      words.push({
        word: acronym(spelled.slice(i, last + 1).join('')),
        start,
        end: ends[last] as number,
        before,
      });
      i = last;
      continue;
    }
    words.push({ word: single(spelled[i] as string, text.slice(start, end), words), start, end, before });
  }
  return words;
}

function separator(gap: string, first: boolean): Word['before'] {
  if (gap === ' ' || gap === '') return '';
  if (!first && CLAUSE_END.test(gap)) return 'clause';
  if (MONEY.test(gap)) return 'money';
  return !first && gap.includes(',') ? 'comma' : '';
}

/** Index of the last token of a dotted acronym (`U.S.`, `U.S.A.`) starting at token `i`; `i` if it is none. */
function acronymEnd(text: string, spelled: readonly string[], starts: Int32Array, i: number): number {
  let last = i;
  if (spelled[i]?.length !== 1) return i;
  while (
    spelled[last + 1]?.length === 1 &&
    text[(starts[last] as number) + 1] === '.' &&
    (starts[last + 1] as number) - (starts[last] as number) <= 3 &&
    /^[a-z]$/.test(spelled[last + 1] as string)
  )
    last++;
  return last;
}

const acronym = (letters: string) => (letters === 'us' || letters === 'usa' ? 'usa' : letters);

/** `US` is the country, `us` a pronoun, and after `the` it is the country again, as people type it. */
function single(folded: string, original: string, words: readonly Word[]): string {
  if (folded === 'us' && (original === 'US' || words.at(-1)?.word === 'the')) return 'usa';
  // “We're” is the pronoun; folded it would be “were”, and “we'll” a well.
  if (CONTRACTED.has(folded) && /^we['\u2019]/iu.test(original)) return 'we';
  return canonical(folded);
}

const CONTRACTED = new Set(['were', 'well', 'wed', 'weve']);
