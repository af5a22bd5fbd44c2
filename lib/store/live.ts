/**
 * The live library: one copy for all tabs, made from the database when first needed and kept as long as the
 * background lives. Killed and woken, it is made again.
 */
import type { FactCheck, Pack } from '../claims';
import { openBare, type SourceIndex } from '../match/bare/library';
import type { Engine } from '../match/engine';
import { type Library, mergeLibraries } from '../match/library';
import { type Database, openDatabase, type StoredSource } from './database';
import { readChecks, readPacks } from './library';
import { readIndexes, readSources, sweepLeft } from './sources';
import { ensureStarter, type ReadFile } from './starter';
import { openPack } from './ways';

export interface Live {
  readonly database: Database;
  /** The engine without the sources that are off; the one asked for last is kept. */
  readonly engine: (off: readonly string[]) => Engine;
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
  /** One after another: each reads what the one before has left, over the same connection. */
  let last: Promise<void> = Promise.resolve();
  const again = () => {
    const next = last.then(async () => {
      const before = await current?.catch(() => undefined);
      if (before) {
        const reading = readAll(before.database, program);
        current = reading;
        reading.catch(() => {
          if (current === reading) current = undefined;
        });
      }
      await announce((await get()).version);
    });
    last = next.catch(() => {});
    return next;
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
  // What an interrupted import has left is swept up beside, and never stands in the way.
  void sweepLeft(db, new Date()).catch((error) => console.warn(`factmark: ${String(error)}`));
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
  const editions = [...stored.map((s) => s.version), ...sources.map((s) => s.edition)];
  const indexes = await readIndexes(db);
  return {
    database: db,
    engine: engineFor(mergeLibraries(libraries), soundOf(indexes)),
    checks,
    packs: stored.map((s) => s.pack),
    sources,
    version: editions.join('+'),
  };
}

function engineFor(authored: Library, indexes: readonly SourceIndex[]): Live['engine'] {
  let kept: { readonly key: string; readonly engine: Engine } | undefined;
  return (off) => {
    const on = indexes.filter(({ source }) => !off.includes(source));
    const key = on.map(({ source }) => source).join('\n');
    if (kept?.key !== key) {
      const bare = on.length === 0 ? undefined : openBare(on);
      kept = { key, engine: { authored, bare } };
    }
    return kept.engine;
  };
}

/** The indexes that can be opened; a broken one is reported and left out, the others still answer. */
const soundOf = (indexes: readonly SourceIndex[]): SourceIndex[] =>
  indexes.filter((index) => {
    try {
      openBare([index]);
      return true;
    } catch (error) {
      console.warn(`factmark: ${index.source} can't be searched; add it again. ${String(error)}`);
      return false;
    }
  });
