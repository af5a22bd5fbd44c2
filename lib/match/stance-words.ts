/** English words that tell how a sentence stands to what it says. */
const set = (words: string) => new Set(words.split(' '));

/** Words that deny what is said near them, or judge it. */
export const NEGATORS = set(
  'no not never nothing none nobody neither nor without lacks lack lacking lacked isnt doesnt dont didnt hasnt havent wont cant cannot wasnt werent arent aint absent absence myth false falsely untrue fiction misconception vain nonexistent unlike debunked contrary hardly scarcely wrong mistaken incorrect wouldnt couldnt zero fake nope baseless legend nowhere invented imaginary mythical supposed discretion voluntary voluntarily optional shrug misreading nonsense bunk hoax stop hadnt shouldnt unsigned unratified rather wrongly mistakenly erroneously inaccurately denied denies deny denying short yet failed fails debunks refuted refutes disproved misleading inaccurate incorrectly mislabeled nonbinding unbinding informal informally unofficial unofficially unwritten rejected rejects dismissed dismisses refused refuses declined outside waiting free stay sit walk exception omitted omits missing ended lapsed abrogated terminated scrapped renounced revoked choice choosing chooses nonexistence lost expired empty misattributed misquoted apocryphal spurious unfounded groundless disproven discredited unsubstantiated',
);
/** Words of one who tells what others say. */
export const REPORTERS = set(
  'claiming rumor rumors rumour rumours posts memes meme hashtag claim claims alleging allegedly supposedly poll survey polls viral pollster pollsters searches notion notions belief rumored rumoured respondents misbelief assume assumes assumed assumption folklore faith',
);
/** Words of a thing not yet agreed: what is drafted or proposed is mentioned, not asserted. */
export const PROPOSED = set(
  'idea version blueprint draft drafts drafted proposed proposal sketched circulated floated model hypothetical would prospective envisaged mooted authors drafters framers',
);
/** Nouns after "no" that deny nothing of a pact: "has no army", "needs no vote", "no doubt". */
export const IDLE_NO = set(
  'doubt wonder matter secret question choice need needs vote army divorce navy end country nation other less fewer closer surprise mistake problem idea way accident coincidence ally state military one option alternative strings time mood illusions limit room',
);
export const AUXILIARIES = set(
  'is are was were do does did has have had must should would could can will may might isnt doesnt dont didnt hasnt havent am',
);
export const WH = set('which what why how when who whom whose where');
export const ASKING = set('asked ask asks asking wonder wonders wondered demanded query queried');
