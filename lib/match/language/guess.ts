/**
 * What language a text is in. Pages are tagged wrongly so often (`lang="en"` comes with the template) that a text which
 * clearly is in another language than its tag is believed before the tag.
 */
import { fold, hashWord } from '../fold';
import { LANGUAGES, rulesOf } from './rules';
import { fits, mainScript, type Script, scriptsOf } from './script';
import { type Language, languageOf, scriptOf, UNDETERMINED } from './tag';

/** Characters whose words are counted: the language of a block shows at its beginning. */
const READ = 500;

/** Languages that a script is written in beyond doubt. */
const BY_SCRIPT: Partial<Record<Script, Language>> = {
  Hang: 'ko',
  Kana: 'ja',
  Thai: 'th',
  Grek: 'el',
  Hebr: 'he',
};

/** In scripts of many languages, letters that one language has and those before it in the list have not. */
const BY_LETTERS: Partial<Record<Script, readonly (readonly [Language, RegExp])[]>> = {
  Arab: [
    ['ur', /[\u0679\u0688\u0691\u06ba\u06d2]/],
    ['fa', /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/],
  ],
  Cyrl: [
    ['kk', /[әғқұ]/i],
    ['be', /ў/i],
    ['uk', /[іїєґ]/i],
    ['ru', /[ыэё]/i],
  ],
  // Marathi; Nepali is told by no letter.
  Deva: [['mr', /\u0933/]],
};

/** Languages that a script is written in unless its letters tell of another. */
const MOSTLY: Partial<Record<Script, Language>> = { Arab: 'ar' };

/**
 * A language is told by its small words: so many different ones. To disbelieve a tag it takes one more: names
 * (“Los Angeles”, “Le Monde”, “De la Cruz”) are no Spanish and no French.
 */
const LEAST = 3;
const TO_REFUTE = 4;
/** They are so large a share of the words, */
const SHARE = 0.25;
/** so many times those of the next language, and of the tag's (English if there is none). */
const LEAD = 1.4;
const CLEAR_LEAD = 2.5;

/** The language `text` is written in; undefined when it is not certain, as with most headlines. */
export function guessLanguage(text: string): Language | undefined {
  const head = text.slice(0, READ);
  const script = mainScript(scriptsOf(head));
  return guess(head, script, LEAST);
}

/**
 * The language to read `text` in: as its tag says, unless the text clearly says otherwise. `UNDETERMINED` if the text
 * is not in the tag's language and in none that can be told; undefined if there is neither a tag nor a clear answer.
 */
export function languageIn(text: string, tag?: string): Language | undefined {
  const tagged = languageOf(tag);
  const head = text.slice(0, READ);
  const script = mainScript(scriptsOf(head));
  if (tagged === undefined) return guess(head, script, LEAST);
  const believed = fits(script, scriptOf(tagged));
  const guessed = guess(head, script, believed ? TO_REFUTE : LEAST, tagged);
  return guessed ?? (believed ? tagged : UNDETERMINED);
}

function guess(
  text: string,
  script: Script | undefined,
  least: number,
  tagged?: Language,
): Language | undefined {
  if (script === undefined || script === 'Zyyy') return undefined;
  const certain = BY_SCRIPT[script];
  if (certain !== undefined) return certain;
  // Chinese characters without kana: Chinese, unless somebody says it is Japanese.
  if (script === 'Hani') return tagged === 'ja' ? undefined : 'zh';
  const byLetters = BY_LETTERS[script] ?? [];
  // A tag that names another language of this script (Pashto, Bulgarian) knows better than a list of a few.
  const listed = tagged === 'hi' || tagged === MOSTLY[script] || byLetters.some(([l]) => l === tagged);
  if (tagged === undefined || listed || !fits(script, scriptOf(tagged))) {
    for (const [language, letters] of byLetters)
      if (share(text, letters) > 0.01) return language === tagged ? undefined : language;
    if (MOSTLY[script] !== undefined && !listed) return MOSTLY[script];
  }
  return bySmallWords(text, script, least, tagged);
}

/** Share of the characters that are one of `letters`: a quoted name does not make a text Persian. */
function share(text: string, letters: RegExp): number {
  let found = 0;
  for (const char of text) if (letters.test(char)) found++;
  return found / text.length;
}

function bySmallWords(
  text: string,
  script: Script,
  least: number,
  tagged: Language | undefined,
): Language | undefined {
  const { hashes, starts, ends } = fold(text);
  const known = smallWords();
  const counts = new Uint16Array(LANGUAGES.length);
  let counted = 0;
  for (let i = 0; i < hashes.length; i++) {
    // Initials are no articles: “J. de Villiers, G. du Toit”.
    if ((ends[i] as number) - (starts[i] as number) < 2) continue;
    counted++;
    const bits = known.get(hashes[i] as number) ?? 0;
    for (let l = 0; bits >> l !== 0; l++) if ((bits >> l) & 1) counts[l] = (counts[l] as number) + 1;
  }
  let best = -1;
  for (let l = 0; l < counts.length; l++)
    if (fits(script, scriptOf(LANGUAGES[l] as Language)) && (best < 0 || at(counts, l) > at(counts, best)))
      best = l;
  const most = at(counts, best);
  if (best < 0 || most < least || most < SHARE * counted) return undefined;
  for (let l = 0; l < counts.length; l++) {
    const lead = LANGUAGES[l] === (tagged ?? 'en') ? CLEAR_LEAD : LEAD;
    if (l !== best && most < lead * at(counts, l)) return undefined;
  }
  const different = new Set<number>();
  for (const hash of hashes) if (((known.get(hash) ?? 0) >> best) & 1) different.add(hash);
  return different.size < least ? undefined : LANGUAGES[best];
}

const at = (counts: Uint16Array, l: number) => counts[l] ?? 0;

let small: Map<number, number> | undefined;

/** Stop words and negations of all languages by hash: for each a bit set of the languages it is one in. */
function smallWords(): ReadonlyMap<number, number> {
  if (small) return small;
  small = new Map();
  for (const [l, language] of LANGUAGES.entries()) {
    const { stop, denies } = rulesOf(language);
    for (const word of [...stop, ...denies]) {
      if (word.length < 2) continue;
      const hash = hashWord(word);
      small.set(hash, (small.get(hash) ?? 0) | (1 << l));
    }
  }
  return small;
}
