/** A library on disk: `pack.json` and one JSON file a check, in a folder for each topic. Its reviews: `reviews.ts`. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FactCheck, type Pack, parseCheck, parsePack } from '../claims';

/** The library that ships with the extension. */
export const STARTER = fileURLToPath(new URL('../../public/starter', import.meta.url));

/** A problem in a file: printed as `file:pointer: what, and what to do`. */
export interface FileProblem {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** Prints problems as every command does. */
export function printProblems(problems: readonly FileProblem[]): void {
  for (const p of problems) process.stdout.write(`${p.file}:${p.pointer}: ${p.message}\n`);
}

export interface DiskLibrary {
  readonly pack: Pack | undefined;
  readonly checks: readonly { readonly file: string; readonly check: FactCheck }[];
  readonly problems: readonly FileProblem[];
  /** Bytes of all JSON files (not of reviews). */
  readonly bytes: number;
}

/** Reads the library in folder `dir`. Broken files are reported in `problems`; a missing folder throws. */
export async function readLibrary(dir: string): Promise<DiskLibrary> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((e) => e.isFile() && e.name.endsWith('.json'))
    .map((e) => join(e.parentPath, e.name));
  files.sort();
  const problems: FileProblem[] = [];
  const checks: { file: string; check: FactCheck }[] = [];
  let pack: Pack | undefined;
  let bytes = 0;
  for (const path of files) {
    const file = relative(process.cwd(), path);
    const text = await readFile(path, 'utf8');
    bytes += Buffer.byteLength(text);
    const json = parseJson(text);
    if (json.error !== undefined) {
      problems.push({
        file,
        pointer: '',
        message: `is not valid JSON (${json.error}); mend it or remove the file`,
      });
      continue;
    }
    const isPack = relative(dir, path) === 'pack.json';
    const parsed = isPack ? parsePack(json.value) : parseCheck(json.value);
    if (!parsed.ok) for (const p of parsed.problems) problems.push({ file, ...p });
    else if (isPack) pack = parsed.value as Pack;
    else checks.push({ file, check: parsed.value as FactCheck });
  }
  if (!files.some((f) => relative(dir, f) === 'pack.json'))
    problems.push({
      file: relative(process.cwd(), join(dir, 'pack.json')),
      pointer: '',
      message: 'is missing; a library needs one to name its publisher and topics',
    });
  return { pack, checks, problems, bytes };
}

function parseJson(text: string): { value?: unknown; error?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
