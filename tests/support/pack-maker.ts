/** Packs made in memory, edition by edition, with the publisher's own code: files by their path, as a host serves them. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  type FactCheck,
  type KeyStatement,
  type Manifest,
  type PackRecord,
  parsePack,
  type Review,
} from '../../lib/claims';
import type { Content } from '../../lib/cli/pack/content';
import { entryOf } from '../../lib/cli/pack/content';
import { nextEdition } from '../../lib/cli/pack/edition';
import { type SigningKey, signed } from '../../lib/cli/pack/keys';
import { manifestBytes, versionOf } from '../../lib/cli/pack/published';
import { aPack } from './checks';

export type Files = ReadonlyMap<string, Buffer>;

export function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { public: createPublicKey(privateKey).export({ format: 'jwk' }).x as string, private: privateKey };
}

/** What a folder holds. */
export interface Holding {
  readonly checks?: readonly FactCheck[];
  readonly reviews?: readonly Review[];
  readonly sets?: Record<string, string[]>;
}

export interface Published {
  readonly manifest: Manifest;
  /** `pack.json` and every shard of this edition. */
  readonly files: Files;
}

export class PackMaker {
  private last: { readonly content: Content; readonly published: Published } | undefined;

  constructor(
    readonly id: string,
    public key: SigningKey | undefined = undefined,
    /** The keys that its editions list. */
    public keys: readonly KeyStatement[] | undefined = undefined,
  ) {}

  /** Publishes the next edition; `afresh`: in one layer, whatever was there before. */
  publish(holding: Holding, { afresh = false } = {}): Published {
    const content = contentOf(this.id, holding);
    const previous = this.last && {
      manifest: this.last.published.manifest,
      difference: { entries: changed(this.last.content, content), verdicts: [], damaged: afresh },
    };
    const { manifest, shards } = nextEdition(
      content,
      previous,
      this.key && { key: this.key, keys: this.keys },
    );
    const own = new Map(shards.map((shard) => [pathOf(shard.sha256), shard.content]));
    const files = new Map<string, Buffer>([['pack.json', manifestBytes(manifest)]]);
    for (const { sha256 } of manifest.layers.flatMap((layer) => layer.shards)) {
      const path = pathOf(sha256);
      const bytes = own.get(path) ?? this.last?.published.files.get(path);
      if (!bytes) throw new Error(`no bytes for ${path}`);
      files.set(path, bytes);
    }
    const published = { manifest, files };
    this.last = { content, published };
    return published;
  }
}

/** The edition with another manifest, signed again if it was signed: what a publisher with the key could do. */
export function altered(
  { manifest, files }: Published,
  change: Partial<Manifest>,
  key: SigningKey | undefined,
): Published {
  const { signature: _signature, ...said } = { ...manifest, ...change };
  const versioned = { ...said, version: versionOf(said) };
  const next = key ? signed(versioned, key) : versioned;
  return { manifest: next, files: new Map([...files, ['pack.json', manifestBytes(next)]]) };
}

/** One file: the manifest on its first line, then the shards. */
export function bundleOf({ manifest, files }: Published): Buffer {
  const shards = manifest.layers.flatMap((layer) => layer.shards);
  return Buffer.concat([
    manifestBytes(manifest),
    ...shards.map(({ sha256 }) => files.get(pathOf(sha256)) as Buffer),
  ]);
}

export const pathOf = (sha256: string): string =>
  `shards/${Buffer.from(sha256, 'base64url').toString('hex')}.json`;

export const bytesOf = (files: Files): number => [...files.values()].reduce((sum, f) => sum + f.length, 0);

function contentOf(id: string, { checks = [], reviews = [], sets = {} }: Holding): Content {
  const pack = parsePack(aPack({ id, title: `The pack ${id}` }));
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  const records: PackRecord[] = [
    ...(Object.keys(sets).length > 0 ? [{ sets }] : []),
    ...checks.map((check) => ({ check })),
    ...reviews.map((review) => ({ review })),
  ];
  const entries = records.map(entryOf);
  return {
    pack: pack.value,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    checks,
    reviews: reviews.length,
    languages: { en: checks.length + reviews.length },
    updated: '2025-11-30',
  };
}

function changed(before: Content, after: Content) {
  const now = [...after.entries.values()].filter((e) => before.entries.get(e.id)?.line !== e.line);
  const gone = [...before.entries.keys()].filter((id) => !after.entries.has(id));
  return [...now, ...gone.map((id) => entryOf(id === '' ? { sets: {} } : { removed: id }))];
}
