/** Packs ready to be matched: opened by their kept index of ways, which is made again where it does not serve. */
import type { FactCheck } from '../claims';
import { compileLibrary, type NamedSets, openLibrary, type PackLibrary } from '../match/library';
import type { Database } from './database';
import { checkRoom } from './room';

/** A pack, or the edition of one, as its ways are filed. */
export interface Filed {
  /** Under which its index is kept. */
  readonly name: string;
  readonly version: string;
  readonly sets: NamedSets;
}

/** `program` names the matcher that asks: an index made by another one may file ways elsewhere. */
export async function openPack(
  db: Database,
  { name, version, sets }: Filed,
  checks: readonly FactCheck[],
  program: string,
): Promise<PackLibrary> {
  const kept = await db.get('ways', name);
  if (kept?.version === version && kept.program === program) {
    try {
      return openLibrary(kept.buffer, checks, sets);
    } catch (error) {
      console.warn(`factmark: the kept index of ${name} is made again. ${String(error)}`);
    }
  }
  const library = compileLibrary(checks, sets);
  // Without it the next wake takes longer, that is all.
  await checkRoom({ writing: library.buffer.byteLength })
    .then(() => db.put('ways', { version, program, buffer: library.buffer }, name))
    .catch((error) => console.warn(`factmark: the index of ${name} was not kept. ${String(error)}`));
  return library;
}
