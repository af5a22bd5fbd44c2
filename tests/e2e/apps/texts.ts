/** What the apps under test show: every kind of component, and the text each of its copies has in each round. */

export const CLAIM = 'The US has a mutual defense pact with Israel.';
/** The claim in two strings, as `{a}{b}` gives two text nodes. */
export const HALVES = [CLAIM.slice(0, 20), CLAIM.slice(20)] as const;
/** Copies of each kind. */
export const COPIES = 6;

/** What stands around the claim in copy `i`: the claim is at the start, in the middle or at the end. */
export const before = (i: number): string => (i % 3 === 0 ? '' : 'It had been a long day. ');
export const after = (i: number): string => (i % 3 === 2 ? '' : ' Nobody objected.');
const around = (i: number, claim = CLAIM) => before(i) + claim + after(i);

/** The text of copy `i` in round `n` by kind; null where the component shows nothing. */
export const KINDS: Readonly<Record<string, (i: number, n: number) => string | null>> = {
  /** One text node that changes. */
  text: (i, n) => `${around(i)} Version ${n}.`,
  /** Texts and elements side by side. */
  mixed: (i, n) => `Report ${n} came in. ${around(i)} That was number ${n}.`,
  /** Texts that come and go on both sides of the claim. */
  conditional: (i, n) => (n % 2 ? 'There was news tonight. ' : '') + CLAIM + (n % 2 ? '' : ` That was ${i}.`),
  /** The claim changes between a text node and an element. */
  swap: (i) => around(i),
  /** Items of a list that is put into another order in each round. */
  item: (i) => `${around(i)} Item ${i}.`,
  /** Fragments with keys. */
  fragment: (i, n) => (n % 2 ? 'First came a few words. ' : '') + around(i),
  /** Rendered elsewhere in the document, and not by a server. */
  portal: (i, n) => (n > 0 ? `${around(i)} Portal ${n}.` : null),
  /** Beside a field that the app controls. */
  field: (i, n) => `${around(i)} Field ${n}.`,
  /** Markup set as a string. */
  html: (i, n) => `${around(i)} Markup ${n}.`,
  /** The claim in two text nodes. */
  split: (i, n) => `${before(i)}${HALVES[0]}${HALVES[1]}${after(i)} Part ${n}.`,
  /** There in every other round. */
  removed: (i, n) => (n % 2 ? null : around(i)),
};

/** Copies in the order the list has in round `n`. */
export const ordered = (n: number): number[] =>
  Array.from({ length: COPIES }, (_, at) => (at * 7 + n * 11) % COPIES);
export const copies: readonly number[] = Array.from({ length: COPIES }, (_, i) => i);
/** The markup of kind `html`. */
export const markup = (i: number, n: number): string => `${around(i)} <i>Markup ${n}.</i>`;

/** How many copies of all kinds show the claim in round `n`. */
export const shownIn = (n: number): number =>
  Object.values(KINDS).reduce((sum, text) => sum + copies.filter((i) => text(i, n) !== null).length, 0);

/** Small lines, so that all copies fit into two windows; none at the very edge, where badges are not looked for. */
export const STYLE =
  'body{margin:20px 0;font:10px/18px sans-serif}p,ul{margin:0;padding:0}li{list-style:none}textarea{display:block;height:14px}';
