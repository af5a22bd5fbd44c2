/** Makes an edition that was written and checked the current one of its source; what the reader chose stays. */
import { readSource, swapIn } from '../editions/swap';
import type { Env } from '../env';
import type { Edition, KnownKeys, Schedule, StoredSource } from '../source';

/** Where an edition came from, and what is to be known to look for the next. */
export interface Origin {
  /** Of a source from the web. */
  readonly address?: string | undefined;
  /** What the server said of the file. */
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  /** How often the reader wants it looked up, if that was said now. */
  readonly schedule?: Schedule | undefined;
}

export interface Installing {
  readonly kind: StoredSource['kind'];
  readonly title: string;
  readonly licence: string | undefined;
  /** What is known of its keys with this edition. */
  readonly keys: KnownKeys;
  readonly current: Edition;
}

/** How often a source from the web is looked up, if the reader does not say otherwise. */
const SCHEDULE = 'weekly';

/** @throws Error if it can't be stored; nothing has changed then. */
export async function install(
  env: Env,
  id: string,
  { kind, title, licence, keys, current }: Installing,
  origin: Origin,
): Promise<StoredSource> {
  const before = await readSource(env.db, id);
  const now = env.now().toISOString();
  const address = origin.address ?? before?.address;
  const schedule = origin.schedule ?? (before?.address === address ? before?.schedule : undefined);
  return swapIn(env, {
    id,
    kind,
    title,
    added: before?.added ?? now,
    schedule: schedule ?? (address === undefined ? 'never' : SCHEDULE),
    publishersOff: before?.publishersOff ?? [],
    current,
    ...(address !== undefined && { address, looked: now }),
    ...(licence !== undefined && { licence }),
    ...keys,
    ...(origin.etag !== undefined && { etag: origin.etag }),
    ...(origin.modified !== undefined && { modified: origin.modified }),
  });
}
