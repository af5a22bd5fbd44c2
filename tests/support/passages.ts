/** Labelled passages: what is expected of the starter on each, and how often it is right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMatches } from '../../lib/match/find';
import type { Library } from '../../lib/match/library';

interface Labelled {
  readonly text: string;
  /** Checks of which one deserves the badge; none: no badge is needed. */
  readonly expect: readonly string[];
  /** Checks that are tolerated. */
  readonly accept: readonly string[];
  readonly stance: string | null;
}

/** What came of one passage. */
export interface Outcome {
  readonly positive: boolean;
  /** A badge that is expected or, on a positive, accepted. */
  readonly right: boolean;
  /** A badge that is neither. */
  readonly wrong: boolean;
  /** Is the stance as labelled? Only for what is right. */
  readonly stance: { readonly right: boolean; readonly sure: boolean; readonly told: string } | undefined;
}

/** Runs `library` over `tests/fixtures/<file>`. */
export function outcomes(library: Library, file: string): Outcome[] {
  return readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const passage = JSON.parse(line) as Labelled;
      const top = findMatches(library, { text: passage.text })[0];
      const positive = passage.expect.length > 0;
      const fits = top !== undefined && [...passage.expect, ...passage.accept].includes(top.check);
      return {
        positive,
        right: positive && fits,
        wrong: top !== undefined && !fits,
        stance:
          positive && fits
            ? { right: top.stance === passage.stance, sure: top.stanceSure, told: top.stance }
            : undefined,
      };
    });
}
