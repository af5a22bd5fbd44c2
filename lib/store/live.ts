/**
 * The live library: one copy for all tabs, made from the database when first needed and kept as long as the
 * background lives. Killed and woken, it is made again.
 */
import { type FactCheck, fnv1a, type Pack } from '../claims';
import type { SourceIndex } from '../match/bare/library';
import type { Engine } from '../match/engine';
import { type Library, mergeLibraries } from '../match/library';
import { say } from '../words';
import { type Database, openDatabase, removeBeside, type StoredPack } from './database';
import { readSources, sweepLeft } from './editions/swap';
import { realEnv } from './env';
import { readChecks, readPacks } from './library';
import { indexesOf, openSound } from './search-index';
import type { StoredSource } from './source';
import { ensureStarter, type ReadFile, STARTER_INDEX } from './starter';
import { withLockIfFree } from './updates/lock';
import { openPack } from './ways';

export interface LiveCheck {
  /** As everybody outside its pack names it: of a pack that the reader added, `<pack>.<check>`. */
  readonly check: FactCheck;
  readonly pack: Pack;
  /** The source it came with; the starter's came with none. */
  readonly source: string | undefined;
}

export interface Live {
  readonly database: Database;
  /** The engine without the sources that are off; the one asked for last is kept. */
  readonly engine: (off: readonly string[]) => Engine;
  /** The indexes of all sources, those that are off among them. */
  readonly indexes: readonly SourceIndex[];
  readonly checks: ReadonlyMap<string, LiveCheck>;
  readonly packs: readonly Pack[];
  readonly starter: StoredPack;
  readonly sources: readonly StoredSource[];
  readonly version: string;
}

/** Answers with the live library, the same for all who ask. */
export interface LiveLibrary {
  (): Promise<Live>;
  /** Forgets it and reads the database again, because that changed; open tabs are told. */
  readonly again: () => Promise<void>;
}

/** Milliseconds between two times that a database which the browser closed is opened without being asked for. */
const REST = 10_000;
/** Milliseconds after which this is tried again while it fails: the browser may still be deleting it. */
const TRIES = [500, 2_000, 8_000, 20_000];

/**
 * Opens the live library on demand; `changed` is called when another edition of anything is there. `program` names the
 * matcher that is running, so that no index made by another one is used. `loaded` hears of it whenever it was made.
 */
export function liveLibrary(
  readFile: ReadFile,
  changed: (live: Live) => Promise<void>,
  program: string,
  loaded: (live: Live) => void = () => {},
): LiveLibrary {
  let current: Promise<Live> | undefined;
  let lostAt = Number.NEGATIVE_INFINITY;
  /** The browser closed the database. Open tabs may show what stood in it: they are told, as soon as it is known what is left. */
  const lost = () => {
    current = undefined;
    // One that is closed again and again is opened now and then, or when it is needed.
    const wait = Math.min(REST, Math.max(0, lostAt + REST - Date.now()));
    lostAt = Date.now() + wait;
    reopen(wait, TRIES);
  };
  const reopen = (wait: number, [next, ...later]: readonly number[]) => {
    const tried = () => get().catch((error) => failed(error));
    const failed = (error: unknown) => {
      if (next !== undefined) return reopen(next, later);
      console.warn(`factmark: ${String(error)}`);
    };
    setTimeout(tried, wait);
  };
  const get = (): Promise<Live> => {
    if (!current) {
      const loading = load(readFile, changed, program, lost);
      current = loading;
      loading.then(loaded, () => {});
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
      await changed(await get());
    });
    last = next.catch(() => {});
    return next;
  };
  return Object.assign(get, { again });
}

async function load(
  readFile: ReadFile,
  changed: (live: Live) => Promise<void>,
  program: string,
  onLost: () => void,
): Promise<Live> {
  // What is in the package is looked up while the database opens.
  const index = readFile(STARTER_INDEX);
  index.catch(() => {});
  const db = await openDatabase(onLost);
  const { installed, problems } = await ensureStarter(db, (path) =>
    path === STARTER_INDEX ? index : readFile(path),
  );
  for (const problem of problems) console.warn(`factmark: left out a check. ${problem}`);
  // What interrupted work has left is swept up beside, and never stands in the way.
  void withLockIfFree(async () => {
    await sweepLeft(realEnv(db, new AbortController().signal));
    await removeBeside(db);
  }).catch((error) => console.warn(`factmark: ${String(error)}`));
  const live = await readAll(db, program);
  if (installed) await changed(live);
  return live;
}

async function readAll(db: Database, program: string): Promise<Live> {
  const checks = new Map<string, LiveCheck>();
  const packs: Pack[] = [];
  const libraries: Library[] = [];
  const add = async (pack: Pack, name: string, version: string, own: FactCheck[], source?: string) => {
    libraries.push(await openPack(db, { name, version, sets: pack.sets }, own, program));
    packs.push(pack);
    for (const check of own) checks.set(check.id, { check, pack, source });
  };
  // The indexes, by far the most there is to read, are read while the rest is made ready.
  const reading = readSources(db).then(async (sources) => ({
    sources,
    indexes: await indexesOf(db, sources),
  }));
  reading.catch(() => {});
  const [starter] = await readPacks(db);
  if (!starter) throw new Error(say('store_starter_missing'));
  await add(starter.pack, starter.pack.id, starter.version, await readChecks(db, starter.pack.id));
  const { sources, indexes } = await reading;
  for (const { id, current } of sources) {
    const { pack, name } = current;
    if (!pack || current.checks === 0) continue;
    const own = (await readChecks(db, name)).map((check) => inPack(pack.id, check));
    // One pack that can't be opened is reported and left out, the others still answer.
    await add(pack, name, name, own, id).catch((error) =>
      console.warn(`factmark: ${pack.title} can't be searched; update it or add it again. ${String(error)}`),
    );
  }
  // Closed in the midst, the database looked damaged, and part of the library is not here: this throws then.
  await db.count('packs');
  const editions = [starter.version, ...sources.map(versionOf)];
  return {
    database: db,
    engine: engineFor(mergeLibraries(libraries), indexes),
    indexes,
    checks,
    packs,
    starter,
    sources,
    version: editions.join('+'),
  };
}

/** Another one means that pages must be read again. */
const versionOf = ({ current, publishersOff }: StoredSource): string =>
  publishersOff.length === 0
    ? current.name
    : `${current.name}-${fnv1a(publishersOff.join('\n')).toString(36)}`;

/** A check under the name it has outside its pack; so have the checks that it leads to. */
const inPack = (pack: string, check: FactCheck): FactCheck => ({
  ...check,
  id: `${pack}.${check.id}`,
  followUps: check.followUps.map((f) => (f.check ? { ...f, check: `${pack}.${f.check}` } : f)),
});

function engineFor(authored: Library, indexes: readonly SourceIndex[]): Live['engine'] {
  let kept: { readonly key: string; readonly engine: Engine } | undefined;
  return (off) => {
    const on = indexes.filter(({ source }) => !off.includes(source));
    const key = on.map(({ source }) => source).join('\n');
    if (kept?.key !== key) kept = { key, engine: { authored, bare: openSound(on) } };
    return kept.engine;
  };
}
