/**
 * Words that carry no claim by themselves, so that they are not searched for: articles, pronouns, prepositions,
 * auxiliaries, and the phrases tweets and headlines are glued together with. Folded as `words.ts` folds them. English;
 * other languages: `lib/match/language`.
 */

/** English stop words. */
export const STOP: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are around as at be because been before being below between
both but by can could did do does doing done down during each either else ever every few for from further get gets
got had has have having he her here hers herself him himself his how however i if in into is it its itself just
let like may me might more most much must my myself of off on once one only onto or other our ours ourselves out
over own per same shall she should since so some such than that the their theirs them themselves then there these
they this those though through thus to too under until up upon us very via was we were what when where whether
which while who whom whose why will with within would yet you your yours yourself yourselves
im ive id ill youre youve youll youd hes shes theyre theyve theyll theyd were weve thats theres whats whos lets
said say says http https www com co t rt amp pic twitter`.split(/\s+/),
);

/** English words that deny. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  `no not never none nor nothing nobody neither cannot cant without
dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt aint`.split(/\s+/),
);
