/**
 * Whether a name is written in letters that can be taken for others, as forged names are: “Rеuters” with a Cyrillic “е”.
 * Three rules; each takes time that is linear in the name.
 *
 * 1. Scripts are mixed in one word (Unicode UTS #39, section 5, “Highly Restrictive”). “AFP ФактЧек” is not: each word has
 *    one script. Latin may stand in one word with the scripts of East Asia, as there; and with Thai, Lao, Khmer and
 *    Devanagari, of which no letter looks Latin (UTS #39, confusables.txt) and to which publishers join Latin names.
 * 2. Cyrillic, Greek or Armenian letters of which each looks like a Latin one: “ВВС” for BBC. Any other letter of theirs
 *    gives a name away. “ΕΡΤ” and “НТВ” are honest in their own language, so that decides; where it is not known, only a
 *    name with Latin words beside them is meant to be read as Latin.
 * 3. Letters that stand for Latin ones (mathematical, full width, circled: NFKC makes them so, UAX #15), or three marks
 *    and more over one letter. Full width is ordinary beside the scripts of East Asia.
 */

/** A word, with what is not seen in it: else that would part it in two. */
const WORD = /[\p{L}\p{M}\p{DI}]+/gu;

const ONE_SCRIPT =
  /^(?:[\p{sc=Latn}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Deva}\p{sc=Zyyy}\p{sc=Zinh}]+|[\p{sc=Cyrl}\p{sc=Zyyy}\p{sc=Zinh}]+|[\p{sc=Grek}\p{sc=Zyyy}\p{sc=Zinh}]+|[^\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]+)$/u;

const NOT_LATIN = /[\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}]/u;
/** Those of them that UTS #39 (confusables.txt, 14.0) takes for one Latin letter; not archaic ones. */
const LIKE_LATIN = /[АВЕЅІЈКМНОРСТУХԌԚԜҮӀаегѕіјорсухүһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿαγινορσυϲϳՍՏՕգզհոռսցքօա]/gu;

const EAST_ASIAN = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** The script that a language is written in, such as `Cyrl`: CLDR's likely one, which the engine knows. '' if not known. */
function scriptOf(language: string): string {
  const tag = /^(?!und)[a-z]{2,3}(?=-|$)/.exec(language)?.[0];
  return (tag && new Intl.Locale(tag).maximize().script) || '';
}

/** `language`: that of the checks of this name, as a BCP 47 tag, where it is one and known. */
export function isLookalike(name: string, language = ''): boolean {
  const script = scriptOf(language);
  return isMixed(name) || isLikeLatin(name, script) || isDressed(name, script);
}

const isMixed = (name: string): boolean => (name.match(WORD) ?? []).some((word) => !ONE_SCRIPT.test(word));

function isLikeLatin(name: string, script: string): boolean {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '');
  if (!NOT_LATIN.test(letters) || NOT_LATIN.test(letters.replace(LIKE_LATIN, ''))) return false;
  return script === '' ? /\p{sc=Latn}/u.test(letters) : !/Cyrl|Grek|Armn/.test(script);
}

function isDressed(name: string, script: string): boolean {
  const isEastAsian = EAST_ASIAN.test(name) || /Jpan|Han|Kore/.test(script);
  // “º” and “ª” are letters of Spanish and Portuguese.
  const ordinary = isEastAsian ? /[ªº\uff21-\uff5a]/ : /[ªº]/;
  return (
    /\p{sc=Zinh}{3}/u.test(name.normalize('NFD')) ||
    [...name].some((c) => c > '~' && !ordinary.test(c) && /^[a-z]$/i.test(c.normalize('NFKC')))
  );
}
