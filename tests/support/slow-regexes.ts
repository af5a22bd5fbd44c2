/**
 * Patterns whose time grows faster than their input, or of which the checker can't tell, and why each does no harm: what
 * it is held against has at most so many characters, or is nobody else's.
 */
export interface Allowed {
  /** The file that it stands in, and how it begins. */
  readonly file: string;
  readonly begins: string;
  /** Most characters of what it is held against. */
  readonly most: number;
  readonly why: string;
}

/** Longest block of a page (lib/page/read/draft.ts); a sentence is at most as long. */
const BLOCK = 8_000;

export const ALLOWED: readonly Allowed[] = [
  {
    file: 'entrypoints/background/diagnostics.ts',
    begins: '\\b([\\w-]+\\.)+',
    most: 4_000,
    why: 'a message of ours, with an address or two in it, each of at most 2,000 characters',
  },
  { file: 'lib/claims/feed/page.ts', begins: '^\\s*(?:', most: 100, why: 'the first 100 characters' },
  { file: 'lib/claims/feed/page.ts', begins: '(?:\\/\\/|', most: 100, why: 'the last 100 characters' },
  { file: 'lib/claims/lint.ts', begins: '[\\s.!?)', most: 300, why: 'a claim; only when an author asks' },
  {
    file: 'lib/claims/lint.ts',
    begins: '<\\/?[a-z]',
    most: 8_000,
    why: 'a paragraph; only when an author asks',
  },
  { file: 'lib/claims/ratings/rate.ts', begins: '[?؟', most: 300, why: 'a label, cut before' },
  { file: 'lib/claims/ratings/rate.ts', begins: '[❌', most: 300, why: 'a label, cut before' },
  { file: 'lib/page/read/first-day.ts', begins: ' ?(?:Z', most: 100, why: 'the first 100 characters' },
  {
    file: 'lib/cli/strict/identifiers.ts',
    begins: '^\\d{1,2} U',
    most: 160,
    why: 'an identifier of a source',
  },
  {
    file: 'lib/cli/strict/identifiers.ts',
    begins: '^\\d{1,3} S',
    most: 160,
    why: 'an identifier of a source',
  },
  {
    file: 'lib/cli/strict/identifiers.ts',
    begins: '^(formerly',
    most: 160,
    why: 'an identifier of a source',
  },
  {
    file: 'lib/cli/strict/prose.ts',
    begins: '\\s+',
    most: 8_000,
    why: 'a paragraph; only when an author asks',
  },
  { file: 'lib/match/bare/find.ts', begins: '[?', most: 8, why: 'the last eight characters of a sentence' },
  { file: 'lib/match/language/rules.ts', begins: '([\\de.]+)', most: 1_000, why: 'tables of our own' },
  { file: 'lib/match/score/post.ts', begins: '[\\u2014', most: 160, why: 'the end of a text' },
  {
    file: 'lib/match/sentences.ts',
    begins: '([\\p{L}.]+)',
    most: 12,
    why: 'the twelve characters before a mark',
  },
  { file: 'lib/match/stance-next.ts', begins: '\\b(?:answer', most: BLOCK, why: 'a sentence of a block' },
  {
    file: 'lib/match/stance-next.ts',
    begins: '\\bwhether\\b.*\\b(?:said',
    most: BLOCK,
    why: 'a sentence of a block',
  },
  {
    file: 'lib/match/stance-next.ts',
    begins: '\\bwhether\\b.* is',
    most: BLOCK,
    why: 'a sentence of a block',
  },
  { file: 'lib/match/stance-next.ts', begins: '\\b(?:matter', most: BLOCK, why: 'a sentence of a block' },
  {
    file: 'lib/match/stance-next.ts',
    begins: '^["\'\\u201c\\u2018(]*(?:(?:he',
    most: BLOCK,
    why: 'a sentence of a block',
  },
  { file: 'lib/page/overlay/own-names.ts', begins: '(?<![\\w-])', most: 100_000, why: 'our own style' },
  {
    file: 'lib/page/overlay/place/transform.ts',
    begins: '[-\\d.]+',
    most: 100,
    why: 'a rotation, as the browser writes it',
  },
];
