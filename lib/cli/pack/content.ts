/** What a library folder holds, as the records of a pack: one line each. */
import { type FactCheck, type Pack, type PackRecord, recordId, recordLine } from '../../claims';
import { readLibrary } from '../library';
import { readReviews } from '../reviews';
import { sha256 } from './keys';

/** A record to be packed. */
export interface Entry {
  readonly id: string;
  readonly line: string;
  /** SHA-256 of the id: which shard the record belongs to. */
  readonly hash: Buffer;
  /** Bytes of the line as UTF-8. */
  readonly bytes: number;
}

export interface Content {
  readonly pack: Pack;
  /** By id; word sets have the id ''. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly checks: readonly FactCheck[];
  readonly reviews: number;
  /** Tag to count, in order of the tags. */
  readonly languages: Readonly<Record<string, number>>;
  /** The newest day on which anything was checked, or ''. */
  readonly updated: string;
}

export function entryOf(record: PackRecord): Entry {
  const id = recordId(record);
  const line = recordLine(record);
  return { id, line, hash: sha256(id), bytes: Buffer.byteLength(line) };
}

/** Reads the folder `dir`, which `lint` found nothing wrong with. `step` is awaited between records. */
export async function readContent(dir: string, step: (n: number) => Promise<void> | void): Promise<Content> {
  const { pack, checks: files } = await readLibrary(dir);
  if (pack === undefined) throw new Error(`${dir} has no pack.json; “lint ${dir}” says what to do`);
  const entries = new Map<string, Entry>();
  const languages = new Map<string, number>();
  let updated = '';
  const add = async (record: PackRecord) => {
    const entry = entryOf(record);
    entries.set(entry.id, entry);
    await step(entries.size);
  };
  const count = (language = 'und', checkedOn = '') => {
    languages.set(language, (languages.get(language) ?? 0) + 1);
    if (checkedOn > updated) updated = checkedOn;
  };
  if (Object.keys(pack.sets).length > 0) await add({ sets: pack.sets });
  const checks = files.map((f) => f.check);
  for (const check of checks) {
    await add({ check });
    count(check.language, check.checkedOn);
  }
  let reviews = 0;
  for await (const { review, file, line } of readReviews(dir)) {
    if (review === undefined) throw new Error(`${file}:${line}: changed while it was read; pack again`);
    await add({ review });
    count(review.language, review.checkedOn);
    reviews++;
  }
  const sorted = [...languages].sort(([a], [b]) => (a < b ? -1 : 1));
  return { pack, entries, checks, reviews, languages: Object.fromEntries(sorted), updated };
}
