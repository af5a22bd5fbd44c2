/** The starter library: shipped in the package, installed on first run and whenever the package brings another edition. */
import { type FactCheck, parseCheck, parsePack } from '../claims';
import type { Database } from './database';
import { installPack } from './library';
import { checkRoom } from './room';

/** `starter/index.json`, written by the build: the files of checks, one a topic, and a hash of all of them. */
export interface StarterIndex {
  readonly version: string;
  readonly checks: readonly string[];
}

/** Where it is in the package. */
export const STARTER_INDEX = 'starter/index.json';

/** Reads a file of the package as JSON. */
export type ReadFile = (path: string) => Promise<unknown>;

/**
 * Installs the packaged edition unless it is there already. A check that does not fit the schema is left out
 * and reported; answers with the problems, none when all is well or nothing had to be done.
 * @throws Error if the package can't be read; or if there is no edition yet and this one can't be stored.
 */
export async function ensureStarter(
  db: Database,
  readFile: ReadFile,
): Promise<{ installed: boolean; problems: string[] }> {
  const index = (await readFile(STARTER_INDEX)) as StarterIndex;
  const installed = await db.get('packs', 'starter');
  if (installed?.version === index.version) return { installed: false, problems: [] };
  /** What is there goes on serving. */
  const later = (error: unknown) => {
    if (!installed) throw error;
    console.warn(`factmark: the starter library was not brought up to date. ${String(error)}`);
    return { installed: false, problems: [] };
  };
  try {
    if (installed) await checkRoom();
  } catch (error) {
    return later(error);
  }
  const pack = parsePack(await readFile('starter/pack.json'));
  if (!pack.ok)
    throw new Error(`starter/pack.json: ${pack.problems.map((p) => `${p.pointer} ${p.message}`).join('; ')}`);
  const problems: string[] = [];
  const checks: FactCheck[] = [];
  const files = await Promise.all(
    index.checks.map(async (file) => [file, await readFile(`starter/${file}`)] as const),
  );
  for (const [file, json] of files)
    for (const [i, one] of (Array.isArray(json) ? json : [json]).entries()) {
      const check = parseCheck(one);
      if (check.ok) checks.push(check.value);
      else for (const p of check.problems) problems.push(`starter/${file}:/${i}${p.pointer}: ${p.message}`);
    }
  try {
    await installPack(db, pack.value, index.version, checks);
  } catch (error) {
    return later(error);
  }
  return { installed: true, problems };
}
