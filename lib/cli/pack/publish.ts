/**
 * Puts an edition into its folder so that whoever reads meanwhile gets the one before or this one, whole: shards first,
 * then `pack.json` in one step. If it fails before that step, the folder is as it was.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../claims';
import type { Edition } from './edition';
import { manifestBytes, shardName } from './published';

/** A file that is not whole yet. */
const part = (path: string) => `${path}.part`;

/**
 * @param out the folder, which may be missing
 * @param previous the edition in it, whose shards stay for readers who are fetching them
 * @param bundle where to write the edition as one file too
 * @param step awaited before each file; what it throws ends the work
 */
export async function publish(
  out: string,
  { manifest, shards }: Edition,
  previous: Manifest | undefined,
  bundle: string | undefined,
  step: (n: number) => Promise<void> | void,
): Promise<void> {
  const written: string[] = [];
  const made = await mkdir(join(out, 'shards'), { recursive: true });
  const pack = join(out, 'pack.json');
  try {
    for (const [i, shard] of shards.entries()) {
      await step(i);
      const path = join(out, shardName(shard));
      const there = await readFile(path).catch(() => undefined);
      if (there?.equals(shard.content)) continue;
      if (there === undefined) written.push(path);
      written.push(part(path));
      await writeFile(part(path), shard.content);
      await rename(part(path), path);
    }
    await step(shards.length);
    written.push(part(pack));
    await writeFile(part(pack), manifestBytes(manifest));
    if (bundle !== undefined) {
      written.push(part(bundle));
      await writeFile(part(bundle), bundleOf(out, manifest));
    }
    await step(shards.length + 1);
    await rename(part(pack), pack);
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    if (made !== undefined) await rm(made, { recursive: true });
    throw error;
  }
  if (bundle !== undefined) await rename(part(bundle), bundle);
  await sweep(out, [manifest, ...(previous ? [previous] : [])]);
}

/** Writes the edition that stands in `out` as one file: its manifest's line, then its shards as the manifest names them. */
export async function writeBundle(file: string, out: string, manifest: Manifest): Promise<void> {
  try {
    await writeFile(part(file), bundleOf(out, manifest));
    await rename(part(file), file);
  } catch (error) {
    await rm(part(file), { force: true });
    throw error;
  }
}

async function* bundleOf(out: string, manifest: Manifest): AsyncGenerator<Buffer> {
  yield manifestBytes(manifest);
  for (const { shards } of manifest.layers)
    for (const shard of shards) yield await readFile(join(out, shardName(shard)));
}

/** Removes the shards of editions before `manifests`, and what a run that was killed left behind. */
async function sweep(out: string, manifests: readonly Manifest[]): Promise<void> {
  const named = new Set(manifests.flatMap((m) => m.layers.flatMap((layer) => layer.shards.map(shardName))));
  for (const name of await readdir(join(out, 'shards'))) {
    const path = join('shards', name);
    if (/^[0-9a-f]{64}\.json(\.part)?$/.test(name) && !named.has(path)) await rm(join(out, path));
  }
}
