/** Packs ready to be matched: opened by their kept index of ways, which is made again where it does not serve. */
import type { FactCheck } from '../claims';
import { compileLibrary, openLibrary, type PackLibrary } from '../match/library';
import type { Database, StoredPack } from './database';

/** `program` names the matcher that asks: an index made by another one may file ways elsewhere. */
export async function openPack(
  db: Database,
  { pack, version }: StoredPack,
  checks: readonly FactCheck[],
  program: string,
): Promise<PackLibrary> {
  const kept = await db.get('ways', pack.id);
  if (kept?.version === version && kept.program === program) {
    try {
      return openLibrary(kept.buffer, checks, pack.sets);
    } catch (error) {
      console.warn(`factmark: the kept index of ${pack.id} is made again. ${String(error)}`);
    }
  }
  const library = compileLibrary(checks, pack.sets);
  // Without it the next wake takes longer, that is all.
  await db
    .put('ways', { version, program, buffer: library.buffer }, pack.id)
    .catch((error) => console.warn(`factmark: the index of ${pack.id} was not kept. ${String(error)}`));
  return library;
}
