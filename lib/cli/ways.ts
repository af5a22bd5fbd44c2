/** Would readers ever see these checks marked? Each way of saying must be readable, and find its own claim. */
import type { FactCheck, Pack } from '../claims';
import { findMatches } from '../match/find';
import { compileLibrary } from '../match/library';
import { compile, compileSets, PatternError } from '../match/pattern';
import { type OrderedSets, orderSets } from '../match/sets';
import { unserved, usesOf } from '../match/uses';
import type { FileProblem } from './library';

/** A check, and where it stands: problems point into `file`, behind `pointer`. */
export interface Found {
  readonly check: FactCheck;
  readonly file: string;
  readonly pointer: string;
}

/** Ways and word sets that cannot be read. `setsAt`: where the word sets stand. */
export function* lintWays(
  sets: Pack['sets'],
  setsAt: Omit<FileProblem, 'message'>,
  checks: readonly Found[],
): Generator<FileProblem> {
  let ordered: OrderedSets;
  try {
    ordered = orderSets(sets);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    yield { ...setsAt, message: error.message };
    return;
  }
  const compiled = compileSets(ordered.sets);
  for (const { check, file, pointer } of checks) {
    const ways = usesOf(check);
    const why = 'refused' in ways ? undefined : unserved(ways.uses, ordered);
    if (why !== undefined) yield { file, pointer: `${pointer}/claims`, message: why };
    for (const [c, claim] of check.claims.entries())
      for (const list of ['says', 'unless', 'echoes', 'subject'] as const)
        for (const [w, way] of claim[list].entries()) {
          try {
            compile(way, compiled);
          } catch (error) {
            if (!(error instanceof PatternError)) throw error;
            yield { file, pointer: `${pointer}/claims/${c}/${list}/${w}`, message: error.message };
          }
        }
  }
}

/** Claims whose own text none of their ways finds. All ways must be readable. */
export function* lintSelfMatch(sets: Pack['sets'], checks: readonly Found[]): Generator<FileProblem> {
  const library = compileLibrary(
    checks.map(({ check }) => check),
    orderSets(sets).sets,
  );
  for (const { check, file, pointer } of checks) {
    const only = (id: string) => id === check.id;
    for (const [i, claim] of check.claims.entries())
      if (!findMatches(library, { text: claim.text }, only).some((m) => m.claim === claim.id))
        yield {
          file,
          pointer: `${pointer}/claims/${i}/says`,
          message: `no way of saying fits the claim's own text (“${claim.text}”); add one`,
        };
  }
}
