/** The next edition of a pack: what is new since the one before, in which layers, and the manifest that says so. */
import {
  canonical,
  type KeyStatement,
  LARGEST_MANIFEST,
  type Layer,
  type Manifest,
  MOST_BYTES,
  MOST_CHECK_BYTES,
  MOST_CHECKS,
  type Pack,
  type PackRecord,
  parseManifest,
  recordLine,
  type VerdictChange,
} from '../../claims';
import { changeLog, unlisted } from './changes';
import { type Content, type Entry, entryOf } from './content';
import { type SigningKey, signed } from './keys';
import { manifestBytes, recordsOf, versionOf } from './published';
import { changesLayer, fullLayer, type NewLayer, type NewShard } from './shards';

/** With so many layers, or more records in later ones than this part of the first's, all is written afresh. */
const MOST_LAYERS = 16;
const MOST_ADDED = 1 / 4;

export interface Edition {
  readonly manifest: Manifest;
  /** Shards that the edition before does not have. */
  readonly shards: readonly NewShard[];
}

/** What stands otherwise in a folder than in the edition before. */
export interface Difference {
  readonly entries: readonly Entry[];
  /** Verdicts that changed without the check saying so. */
  readonly verdicts: readonly VerdictChange[];
  /** The edition before is not what its manifest says. */
  readonly damaged: boolean;
}

/** Holds `content` against the edition `previous` in the folder `out`. `step` is awaited between records. */
export async function difference(
  content: Content,
  out: string,
  previous: Manifest,
  step: (n: number) => Promise<void> | void,
): Promise<Difference> {
  const checks = new Map(content.checks.map((check) => [check.id, check]));
  const entries: Entry[] = [];
  const verdicts: VerdictChange[] = [];
  const there = new Set<string>();
  let damaged = false;
  let n = 0;
  for await (const { record, id, current } of recordsOf(out, previous, () => {
    damaged = true;
  })) {
    await step(++n);
    if (!current || isNothing(record)) continue;
    there.add(id);
    const entry = content.entries.get(id);
    if (entry === undefined) entries.push(entryOf('sets' in record ? { sets: {} } : { removed: id }));
    else if (entry.line !== recordLine(record)) {
      entries.push(entry);
      const check = checks.get(id);
      const change = check && 'check' in record ? unlisted(record.check, check) : undefined;
      if (change) verdicts.push(change);
    }
  }
  for (const [id, entry] of content.entries) if (!there.has(id)) entries.push(entry);
  return { entries, verdicts, damaged };
}

const isNothing = (record: PackRecord): boolean =>
  'removed' in record || ('sets' in record && Object.keys(record.sets).length === 0);

/** Who signs an edition, and the keys that it lists. */
export interface Signing {
  readonly key: SigningKey;
  readonly keys?: readonly KeyStatement[] | undefined;
}

/** Does the edition before say all that this content says, signed likewise, or likewise not? */
export const isUnchanged = (
  { pack }: Content,
  previous: Manifest,
  { entries, damaged }: Difference,
  signing: Signing | undefined,
): boolean =>
  !damaged &&
  entries.length === 0 &&
  previous.signature?.key === signing?.key.public &&
  canonical(previous.keys ?? []) === canonical(signing?.keys ?? []) &&
  canonical(descriptionOf(previous)) === canonical(descriptionOf(pack));

/** The edition of `content` after `previous`, or the first. Nothing is written yet. */
export function nextEdition(
  content: Content,
  previous: { readonly manifest: Manifest; readonly difference: Difference } | undefined,
  signing: Signing | undefined,
): Edition {
  const { kept, added } = layersOf(content, previous);
  const unsigned: Omit<Manifest, 'signature'> = {
    ...descriptionOf(content.pack),
    serial: (previous?.manifest.serial ?? 0) + 1,
    version: '',
    updated: content.updated,
    counts: { checks: content.checks.length, reviews: content.reviews },
    languages: content.languages,
    layers: [
      ...kept,
      ...added.map(({ records, shards }) => ({
        records,
        shards: shards.map(({ sha256, bytes }) => ({ sha256, bytes })),
      })),
    ],
    changes: changeLog(content.checks, previous?.difference.verdicts ?? [], previous?.manifest),
    ...(signing?.keys && { keys: [...signing.keys] }),
  };
  const manifest = sealed(unsigned, signing?.key);
  refuseTooLarge(manifest, content);
  return { manifest, shards: added.flatMap((layer) => layer.shards) };
}

/** With its version, and its signature if there is a key. */
export function sealed(unsigned: Omit<Manifest, 'signature'>, key: SigningKey | undefined): Manifest {
  const versioned = { ...unsigned, version: versionOf(unsigned) };
  return key ? signed(versioned, key) : versioned;
}

/** @throws Error if no reader would take it. */
function refuseTooLarge(manifest: Manifest, { checks }: Content): void {
  const { counts, layers } = manifest;
  const bytes = layers.flatMap((l) => l.shards).reduce((sum, shard) => sum + shard.bytes, 0);
  const checkBytes = checks.reduce((sum, check) => sum + JSON.stringify(check).length, 0);
  const parsed = parseManifest(manifest);
  let why: string | undefined;
  if (counts.checks > MOST_CHECKS) why = `it has ${counts.checks} checks, and they take ${MOST_CHECKS}`;
  else if (checkBytes > MOST_CHECK_BYTES)
    why = `its checks take ${checkBytes} characters of JSON, and they take ${MOST_CHECK_BYTES}`;
  else if (bytes > MOST_BYTES) why = `it has ${bytes} bytes, and they take ${MOST_BYTES}`;
  else if (manifestBytes(manifest).length > LARGEST_MANIFEST)
    why = `its pack.json would be larger than ${LARGEST_MANIFEST} bytes`;
  else if (!parsed.ok)
    why = `its pack.json has ${parsed.problems[0]?.pointer}: ${parsed.problems[0]?.message}`;
  if (why !== undefined)
    throw new Error(`no reader would take this pack: ${why}; publish several smaller ones`);
}

function layersOf(
  content: Content,
  previous: { readonly manifest: Manifest; readonly difference: Difference } | undefined,
): { kept: readonly Layer[]; added: readonly NewLayer[] } {
  if (previous && !previous.difference.damaged) {
    const [base, ...later] = previous.manifest.layers;
    const { entries } = previous.difference;
    const after = later.reduce((sum, layer) => sum + layer.records, entries.length);
    if (base && later.length + 1 < MOST_LAYERS && after <= base.records * MOST_ADDED)
      return {
        kept: previous.manifest.layers,
        added: entries.length === 0 ? [] : [changesLayer(entries)],
      };
  }
  const entries = [...content.entries.values()];
  return { kept: [], added: entries.length === 0 ? [] : [fullLayer(entries)] };
}

/** What a pack says of itself, out of its folder's `pack.json` or out of a manifest. */
function descriptionOf({ format, id, title, language, licence, publisher, topics }: Pack | Manifest) {
  return { format, id, title, language, licence, publisher, topics };
}
