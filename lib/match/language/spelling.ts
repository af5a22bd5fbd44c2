/**
 * British spelling turned American, by rule: both sides of a comparison go through it, so that a word bent by mistake
 * is bent the same everywhere. Each rule asks for so long a stem that all forms of a word fall under it or none.
 */

const RULES: readonly (readonly [RegExp, string])[] = [
  // colour, favourite, neighbourhoods; not “hour”, “four”
  [/^(\w{3,})our(s|ed|ing|ite|ites|able|ably|al|er|ers|hoods?|ful|fully|less|ly|ism|ist|ists)?$/, '$1or$2'],
  // organise, realisation, organisational; not “raise”, “wise”
  [/^(\w{4,})is(e|es|ed|ing|er|ers|able|ation|ations|ational|ationally)$/, '$1iz$2'],
  // analyse, paralysed
  [/^(\w{4,})ys(e|ed|ing|er|ers)$/, '$1yz$2'],
  // centre, theatre, fibre
  [/^(\w{2,}[tb])re(s?)$/, '$1er$2'],
  // dialogue, catalogue
  [/^(\w{3,}log)ue(s?)$/, '$1$2'],
  // paediatric, anaemia, oestrogen, foetus
  [/^(p|an|h|orthop|f|encyclop)a?(?:ae)(d|m|s|l)/, '$1e$2'],
  [/^(f?)oe(strogen|sophag|t(?:us|al))/, '$1e$2'],
];

/** Words that end in -ise in America too, and have forms that no rule would reach (“precisely”, “television”). */
const KEPT =
  /^(?:im)?precise|^concise|^televis|^supervis|^promis|^exercis|^practis|^franchis|^enterpris|^merchandis|^expertise|^treatise|^paradise|^otherwise|^likewise|^clockwise/;

/** Words that no rule covers. */
const WORDS = new Map(
  'aeroplane:airplane aeroplanes:airplanes ageing:aging sceptic:skeptic sceptics:skeptics scepticism:skepticism jewellery:jewelry tyre:tire tyres:tires kerb:curb storey:story mum:mom mums:moms aluminium:aluminum sulphur:sulfur mould:mold moustache:mustache pyjamas:pajamas cosy:cozy plough:plow draught:draft enrol:enroll fulfil:fulfill skilful:skillful wilful:willful instalment:installment'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** The American spelling of a folded English word, as far as the rules know it. */
export function american(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined || word.length < 5 || word.length > 32 || KEPT.test(word)) return known ?? word;
  for (const [rule, to] of RULES) if (rule.test(word)) return word.replace(rule, to);
  return word;
}
