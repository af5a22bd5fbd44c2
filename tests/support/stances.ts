/** Labelled pairs of a claim and a sentence: how often the stance toward a bare claim is told right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stanceToward } from '../../lib/match/bare/stance';
import { readTerms } from '../../lib/match/segment/terms';

interface Pair {
  readonly claim: string;
  readonly text: string;
  readonly next: string;
  readonly stance: string;
}

export interface Told {
  /** Of the half that the cues were chosen on; the other half was only ever counted. */
  readonly seen: boolean;
  readonly told: string;
  readonly sure: boolean;
  readonly right: boolean;
}

/** Runs over `tests/fixtures/stances.jsonl`. */
export function toldStances(): Told[] {
  return readFileSync(join(import.meta.dirname, '../fixtures/stances.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      const { claim, text, next, stance } = JSON.parse(line) as Pair;
      const said = readTerms(claim);
      const held = new Set(said.terms.map((t) => t.hash));
      const shared = readTerms(text).terms.filter((t) => held.has(t.hash));
      const told = stanceToward(said.negated, shared, text, next);
      return { seen: i % 2 === 0, told: told.stance, sure: told.sure, right: told.stance === stance };
    });
}
