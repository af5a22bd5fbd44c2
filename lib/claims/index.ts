/** The room's front door: the nouns of Factmark. */
export type { Claim, FactCheck, Parsed, Problem, Source, Verdict } from './check';
export { parseCheck } from './check';
export type { FeedRead, Refusal } from './feed';
export { readFeed } from './feed';
export type { Pack, Publisher, Topic } from './pack';
export { parsePack } from './pack';
export type { Rating } from './ratings';
export { RATINGS } from './ratings';
export type { Review } from './review';
export { reviewId } from './review';
