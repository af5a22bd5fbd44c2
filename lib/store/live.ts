/**
 * The live library: one copy for all tabs, made from the database when first needed and kept as long as the
 * background lives. Killed and woken, it is made again.
 */
import type { FactCheck, Pack } from '../claims';
import { compileLibrary, gateOf, type Library, mergeLibraries } from '../match/library';
import { type Database, openDatabase } from './database';
import { readChecks, readPacks } from './library';
import { ensureStarter, type ReadFile } from './starter';

export interface Live {
  readonly library: Library;
  readonly gate: Int32Array;
  readonly checks: ReadonlyMap<string, { readonly check: FactCheck; readonly pack: Pack }>;
  readonly packs: readonly Pack[];
  readonly version: string;
}

/** Opens the live library on demand; `announce` is called when another edition was installed. */
export function liveLibrary(readFile: ReadFile, announce: (version: string) => Promise<void>) {
  let current: Promise<Live> | undefined;
  const get = (): Promise<Live> => {
    if (!current) {
      const loading = load(readFile, announce, () => {
        current = undefined;
      });
      current = loading;
      // A failure is not kept: the next page asks again.
      loading.catch(() => {
        if (current === loading) current = undefined;
      });
    }
    return current;
  };
  return get;
}

async function load(
  readFile: ReadFile,
  announce: (version: string) => Promise<void>,
  onLost: () => void,
): Promise<Live> {
  const db = await openDatabase(onLost);
  const { installed, problems } = await ensureStarter(db, readFile);
  for (const problem of problems) console.warn(`factmark: left out a check. ${problem}`);
  const live = await readAll(db);
  if (installed) await announce(live.version);
  return live;
}

async function readAll(db: Database): Promise<Live> {
  const stored = await readPacks(db);
  const checks = new Map<string, { check: FactCheck; pack: Pack }>();
  const libraries: Library[] = [];
  for (const { pack } of stored) {
    const own = await readChecks(db, pack.id);
    for (const check of own) checks.set(check.id, { check, pack });
    libraries.push(compileLibrary(own, pack.sets));
  }
  const library = mergeLibraries(libraries);
  return {
    library,
    gate: gateOf(library),
    checks,
    packs: stored.map((s) => s.pack),
    version: stored.map((s) => s.version).join('+'),
  };
}
