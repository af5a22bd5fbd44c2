/**
 * Sentences beside a check that say its claims, and near misses that don't: `<id>.examples.jsonl`, one
 * `{"text", "claim"}` a line, where `claim` is the id of the claim said, or null. They are not published.
 */
import { readFile } from 'node:fs/promises';
import type { FactCheck } from '../../claims';
import { findMatches } from '../../match/find';
import type { Library } from '../../match/library';
import type { FileProblem } from '../library';

/** Fewest of either that a check needs. */
export const WORDINGS = 6;
export const NEAR_MISSES = 4;

/** One sentence; `claim` is null for a near miss. */
export interface Example {
  readonly text: string;
  readonly claim: string | null;
  readonly line: number;
}

/** Where the examples of the check in `file` stand. */
export const examplesFile = (file: string): string => file.replace(/\.json$/, '.examples.jsonl');

/** Reads the examples in `file`; what can't be read is a problem. A missing file holds none. */
export async function readExamples(file: string): Promise<{ examples: Example[]; problems: FileProblem[] }> {
  const examples: Example[] = [];
  const problems: FileProblem[] = [];
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  for (const [i, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const example = parse(text);
    if (example) examples.push({ ...example, line: i + 1 });
    else problems.push({ file, pointer: `${i + 1}`, message: 'is not {"text": "…", "claim": "id" or null}' });
  }
  return { examples, problems };
}

function parse(text: string): Omit<Example, 'line'> | undefined {
  try {
    const { text: said, claim, ...more } = JSON.parse(text);
    const fits = typeof said === 'string' && said !== '' && (claim === null || typeof claim === 'string');
    return fits && Object.keys(more).length === 0 ? { text: said, claim } : undefined;
  } catch {
    return undefined;
  }
}

/** A check with its examples. */
export interface WithExamples {
  readonly check: FactCheck;
  readonly file: string;
  readonly examples: readonly Example[];
}

/** Problems of all examples against the whole `library`: each wording is found as its own check, no near miss is. */
export function* lintExamples(library: Library, all: readonly WithExamples[]): Generator<FileProblem> {
  const said = new Map<string, string>();
  for (const { check, file, examples } of all) {
    const wordings = examples.filter((e) => e.claim !== null).length;
    if (wordings < WORDINGS || examples.length - wordings < NEAR_MISSES)
      yield {
        file,
        pointer: '',
        message: `has ${wordings} wordings and ${examples.length - wordings} near misses; write at least ${WORDINGS} and ${NEAR_MISSES}`,
      };
    for (const { id } of check.claims)
      if (!examples.some((e) => e.claim === id))
        yield { file, pointer: '', message: `has no wording of the claim “${id}”; write one` };
    for (const example of examples) {
      const problem = wrongExample(library, check, example) ?? saidBefore(said, check, example);
      if (problem) yield { file, pointer: `${example.line}`, message: `“${example.text}” ${problem}` };
    }
  }
}

function wrongExample(library: Library, check: FactCheck, { text, claim }: Example): string | undefined {
  const [best] = findMatches(library, { text });
  if (claim === null)
    return best?.check === check.id ? 'is found, but is a near miss; narrow the ways of saying' : undefined;
  if (!check.claims.some((c) => c.id === claim)) return `says “${claim}”, which is no claim of the check`;
  if (!best) return 'is not found; add a way of saying';
  if (best.check !== check.id) return `is taken by the check “${best.check}”; narrow one of the two`;
  return undefined;
}

/** No two checks claim one sentence. */
function saidBefore(
  said: Map<string, string>,
  check: FactCheck,
  { text, claim }: Example,
): string | undefined {
  if (claim === null) return undefined;
  const before = said.get(text);
  said.set(text, check.id);
  if (before === undefined) return undefined;
  return before === check.id ? 'stands there twice' : `is claimed by the check “${before}” too`;
}
