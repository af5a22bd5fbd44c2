/** A pack in files that the reader chose: `pack.json` with the files of its shards, or all of it in one bundle. */
import { LARGEST_MANIFEST, looksLikeManifest, type Manifest } from '../../claims';
import { say } from '../../words';
import { type Bytes, shardFile } from './bytes';
import { jsonOf } from './check-manifest';
import { PackError } from './error';
import type { ReadShard } from './install';

export interface ChosenPack {
  /** The bytes of its `pack.json`. */
  readonly manifest: Bytes;
  /** Its shards, once the manifest was checked. */
  readonly shards: (manifest: Manifest) => ReadShard;
}

/** The pack among `files`, undefined if there is none. @throws PackError if there are several. */
export async function packAmong(files: readonly File[]): Promise<ChosenPack | undefined> {
  let found: ChosenPack | undefined;
  for (const file of files) {
    const pack = (await bundleIn(file)) ?? (await manifestIn(file, files));
    if (pack && found) throw new PackError(say('store_pack_several'));
    found ??= pack;
  }
  return found;
}

/** A bundle: the manifest on the first line, then the shards one after another in its order. */
async function bundleIn(file: File): Promise<ChosenPack | undefined> {
  const head = await bytesOf(file.slice(0, LARGEST_MANIFEST + 1));
  const end = head.indexOf(0x0a);
  if (end < 0 || end + 1 >= file.size) return undefined;
  const manifest = head.slice(0, end);
  if (!looksLikeManifest(jsonOf(manifest))) return undefined;
  return {
    manifest,
    shards: ({ layers }) => {
      const places = new Map<string, number>();
      let at = end + 1;
      for (const shard of layers.flatMap((layer) => layer.shards)) {
        places.set(shard.sha256, at);
        at += shard.bytes;
      }
      return (shard) => {
        const from = places.get(shard.sha256) ?? file.size;
        return bytesOf(file.slice(from, from + shard.bytes));
      };
    },
  };
}

async function manifestIn(file: File, files: readonly File[]): Promise<ChosenPack | undefined> {
  if (file.size > LARGEST_MANIFEST) return undefined;
  const manifest = await bytesOf(file);
  if (!looksLikeManifest(jsonOf(manifest))) return undefined;
  const byName = new Map(files.map((other) => [other.name, other]));
  return {
    manifest,
    shards: () => async (shard) => {
      const name = shardFile(shard);
      const chosen = byName.get(name);
      if (!chosen) throw new PackError(say('store_pack_not_chosen', name));
      return bytesOf(chosen);
    },
  };
}

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());
