/** The authored checks of an edition: each edition keeps its own, those of the one before that did not change copied. */
import type { FactCheck } from '../../claims';
import type { StoredCheck } from '../database';
import type { Env } from '../env';

/** After so many characters that were written it is asked again whether there is room. */
const ASK_EVERY = 4 << 20;

export class ChecksWriter {
  /** Characters of their JSON. */
  bytes = 0;
  count = 0;
  readonly languages: Record<string, number> = {};
  private readonly given = new Set<string>();
  private readonly gone = new Set<string>();
  private written = 0;

  private constructor(
    private readonly env: Env,
    private readonly edition: string,
    /** Shards of the checks of the edition before, by id. */
    private readonly before: ReadonlyMap<string, string>,
    private readonly from: string | undefined,
  ) {}

  static async begin(env: Env, from: string | undefined, edition: string): Promise<ChecksWriter> {
    const before = new Map<string, string>();
    if (from !== undefined)
      for (const { id, shard = '' } of await env.db.getAll('checks', checksOf(from))) before.set(id, shard);
    return new ChecksWriter(env, edition, before, from);
  }

  /** Takes a check; a later one of its id replaces it. */
  async put(check: FactCheck, shard: string): Promise<void> {
    this.given.add(check.id);
    this.gone.delete(check.id);
    await this.write({ pack: this.edition, id: check.id, check, shard });
  }

  /** Takes a check away, if there is one of this id. Was there one? */
  remove(id: string): boolean {
    const known = this.before.has(id) || this.given.has(id);
    if (known) this.gone.add(id);
    return known;
  }

  removeUnseen(shards: ReadonlySet<string> | 'all'): void {
    for (const [id, shard] of this.before)
      if (!this.given.has(id) && (shards === 'all' || shards.has(shard))) this.gone.add(id);
  }

  /** Copies what was neither given nor removed, and counts. */
  async finish(): Promise<void> {
    const { db } = this.env;
    for (const id of this.gone) if (this.given.has(id)) await db.delete('checks', [this.edition, id]);
    for (const id of this.before.keys()) {
      if (this.given.has(id) || this.gone.has(id)) continue;
      const stored = await db.get('checks', [this.from as string, id]);
      if (stored) await this.write({ ...stored, pack: this.edition });
    }
    for (const { check } of await db.getAll('checks', checksOf(this.edition))) {
      this.count++;
      this.bytes += JSON.stringify(check).length;
      this.languages[check.language] = (this.languages[check.language] ?? 0) + 1;
    }
  }

  private async write(check: StoredCheck): Promise<void> {
    this.written += JSON.stringify(check).length;
    if (this.written > ASK_EVERY) {
      this.written = 0;
      await this.env.room();
    }
    await this.env.db.put('checks', check);
  }
}

/** All checks of a pack or an edition. */
export const checksOf = (pack: string) => IDBKeyRange.bound([pack], [pack, []]);
