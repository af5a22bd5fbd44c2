/**
 * The live library: one copy for all tabs, made from the database when first needed and kept as long as the
 * background lives. Killed and woken, it is made again.
 */
import type { FactCheck, Pack } from '../claims';
import { type BareLibrary, openBare, type SourceIndex } from '../match/bare/library';
import { type Engine, makeEngine } from '../match/engine';
import { type Library, mergeLibraries } from '../match/library';
import { type Database, openDatabase, type StoredSource } from './database';
import { readChecks, readPacks } from './library';
import { readIndexes, readSources } from './sources';
import { ensureStarter, type ReadFile } from './starter';
import { openPack } from './ways';

export interface Live {
  readonly database: Database;
  readonly engine: Engine;
  readonly checks: ReadonlyMap<string, { readonly check: FactCheck; readonly pack: Pack }>;
  readonly packs: readonly Pack[];
  readonly sources: readonly StoredSource[];
  readonly version: string;
}

/** Answers with the live library, the same for all who ask. */
export interface LiveLibrary {
  (): Promise<Live>;
  /** Forgets it and reads the database again, because that changed; open tabs are told. */
  readonly again: () => Promise<void>;
}

/**
 * Opens the live library on demand; `announce` is called when another edition was installed. `program` names the
 * matcher that is running, so that no index made by another one is used.
 */
export function liveLibrary(
  readFile: ReadFile,
  announce: (version: string) => Promise<void>,
  program: string,
): LiveLibrary {
  let current: Promise<Live> | undefined;
  const get = (): Promise<Live> => {
    if (!current) {
      const loading = load(readFile, announce, program, () => {
        if (current === loading) current = undefined;
      });
      current = loading;
      // A failure is not kept: the next page asks again.
      loading.catch(() => {
        if (current === loading) current = undefined;
      });
    }
    return current;
  };
  const again = async () => {
    const before = await current?.catch(() => undefined);
    current = undefined;
    before?.database.close();
    await announce((await get()).version);
  };
  return Object.assign(get, { again });
}

async function load(
  readFile: ReadFile,
  announce: (version: string) => Promise<void>,
  program: string,
  onLost: () => void,
): Promise<Live> {
  const db = await openDatabase(onLost);
  const { installed, problems } = await ensureStarter(db, readFile);
  for (const problem of problems) console.warn(`factmark: left out a check. ${problem}`);
  const live = await readAll(db, program);
  if (installed) await announce(live.version);
  return live;
}

async function readAll(db: Database, program: string): Promise<Live> {
  const stored = await readPacks(db);
  const checks = new Map<string, { check: FactCheck; pack: Pack }>();
  const libraries: Library[] = [];
  for (const one of stored) {
    const own = await readChecks(db, one.pack.id);
    for (const check of own) checks.set(check.id, { check, pack: one.pack });
    libraries.push(await openPack(db, one, own, program));
  }
  const sources = await readSources(db);
  const editions = [...stored.map((s) => s.version), ...sources.map((s) => `${s.id}@${s.added}`)];
  return {
    database: db,
    engine: makeEngine(mergeLibraries(libraries), openSound(await readIndexes(db))),
    checks,
    packs: stored.map((s) => s.pack),
    sources,
    version: editions.join('+'),
  };
}

/** Opens the indexes that can be opened; a broken one is reported and left out, the others still answer. */
function openSound(indexes: readonly SourceIndex[]): BareLibrary | undefined {
  const sound = indexes.filter((index) => {
    try {
      openBare([index]);
      return true;
    } catch (error) {
      console.warn(`factmark: ${index.source} can't be searched; add it again. ${String(error)}`);
      return false;
    }
  });
  return sound.length === 0 ? undefined : openBare(sound);
}
