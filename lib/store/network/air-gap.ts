/**
 * Whether this is the build that asks no host (`npm run build:air-gap`). Its security policy refuses what it would load,
 * and tests hold that nothing in it goes around that; what is said here spares readers what could not work.
 */

/** Set by the build (`wxt.config.ts`); not there in tests and on the command line. */
declare const __AIR_GAP__: boolean | undefined;

export const AIR_GAP: boolean = typeof __AIR_GAP__ === 'boolean' && __AIR_GAP__;
