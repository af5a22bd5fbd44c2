/** What Factmark says, in the reader's language. */
export { wordsOf } from './filled';
export { joined, parted } from './joined';
export type { CountKey, WordKey } from './keys';
export { direction, locale, piecesOf, say, sayCount, sayList, sayNumber, sayWith, type Words } from './say';
