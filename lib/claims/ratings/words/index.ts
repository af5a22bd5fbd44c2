/**
 * Verdicts by language: the words fact-checkers use as labels, and what each says about the claim. Rules by which a word
 * came in:
 * - It says it by its meaning alone; words that are one publisher's own stand in `../hosts.ts`, words that only name a
 *   kind of thing (“scam”, “photomontage”, “disinformation”) in no table.
 * - “Partly true” and “partly false” are both `mixed`: each says that a part is so and a part is not.
 * - What is right in itself but shown without or with a wrong context is `misleading`.
 * - “No evidence” is `unproven`: nobody says that it is false.
 */
import { GERMANIC } from './germanic';
import { OTHERS } from './others';
import { ROMANCE } from './romance';
import { SLAVIC } from './slavic';
import type { Table } from './table';

/** By primary language subtag. */
export const WORDS: Readonly<Record<string, Table>> = { ...GERMANIC, ...ROMANCE, ...SLAVIC, ...OTHERS };
