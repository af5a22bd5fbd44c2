/** Whose a treaty is: the countries that stand in the noun phrase of a treaty word. */
import type { Mention } from './mentions';
import type { Read } from './search';

/** Nouns for what countries conclude with each other. */
const TREATY =
  /^(treaty|treaties|pact|pacts|alliance|alliances|accord|accords|agreement|agreements|deal|deals|guarantee|guarantees|article|memorandum|declaration|covenant|compact|charter)$/;

/** Words between a country and the treaty it holds: "Syria's new security agreement". */
const ADJECTIVE =
  /^(s|new|old|own|mutual|joint|common|collective|bilateral|formal|defense|defence|security|military|strategic|partnership|cooperation|peace|founding|long|standing|recent|planned|proposed|comprehensive|reciprocal)$/;

/** "NATO-style", "a NATO-like pact": a likeness, not a holder. */
const LIKENESS = /^(style|like|type|esque|grade|level|ish|member|members|ally|allies|membership)$/;

const LIKENED = /^(it|its|is|was|be|like|as|own)$/;

/** "Iran's pact", "the Israel–Syria agreement": does `mention` stand before a treaty word as its holder? */
export function holdsTreaty(mention: Mention, read: Read): boolean {
  const { words, mentions } = read;
  let at = mention.end;
  for (let skipped = 0; skipped < 4 && at < words.length; skipped++) {
    const { word, before } = words[at] as Read['words'][number];
    if (before === 'clause' || before === 'comma' || LIKENESS.test(word)) return false;
    // “It’s NATO’s Article 5 with Israel in it”: what something else is likened to.
    if (word === 'article' && LIKENED.test(words[mention.start - 1]?.word ?? '')) return false;
    if (TREATY.test(word)) return true;
    const other = mentions.find((m) => m.start === at);
    if (other) at = other.end;
    else if (ADJECTIVE.test(word)) at++;
    else return false;
  }
  return false;
}

/** "Israel's pact with Hamas": does `mention` stand after a treaty word as the other side of it? */
export function isOtherSide(mention: Mention, { words }: Read): boolean {
  const first = words[mention.start - 1]?.word === 'the' ? mention.start - 1 : mention.start;
  return words[first - 1]?.word === 'with' && TREATY.test(words[first - 2]?.word ?? '');
}

/** Verbs and nouns of being somewhere. */
const STATIONED =
  /^(flying|flew|based|stationed|operating|launched|fired|deployed|posted|bases?|airfields?|took|taking|carriers?)$/;

/** "Jets flying out of Jordan", "shot down over Iraq": a country that is only where something happens. */
export function isWhere(mention: Mention, { words }: Read): boolean {
  const at = (back: number) => words[mention.start - back]?.word ?? '';
  if (/^(over|above|across)$/.test(at(1))) return true;
  if (/^(from|in|at)$/.test(at(1))) return STATIONED.test(at(2));
  return at(1) === 'of' && /^(out|off)$/.test(at(2)) && (STATIONED.test(at(3)) || STATIONED.test(at(4)));
}

/** "A pact between Israel and Syria": does `mention` stand after a treaty word as one of two that it joins? */
export function isJoined(mention: Mention, parties: readonly string[], read: Read): boolean {
  const { words, mentions } = read;
  if (words[mention.start - 1]?.word !== 'and') return false;
  const other = mentions.find((m) => m.end === mention.start - 1);
  return other !== undefined && parties.includes(other.code) && words[other.start - 1]?.word === 'between';
}
