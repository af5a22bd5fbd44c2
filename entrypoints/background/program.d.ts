/** A hash of `lib/match` as it was built (`wxt.config.ts`). */
declare const __MATCHER__: string;
